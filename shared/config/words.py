"""People's words in the hall file, by language: checked against the hall's languages."""

from collections.abc import Sequence

from shared.config.findings import Findings, KeyPath, written
from shared.config.suggestions import did_you_mean
from shared.config.table import Table, kind_of, text_fault
from shared.domain.ids import Names

NATIVE = "vi"
"""The language every text has; a plain string is in it."""


class Words:
    """Reads names in the hall's languages, and remembers which translations are missing."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._missing: dict[str, list[KeyPath]] = {}

    def names(self, table: Table, key: str) -> Names:
        """Return the words under a key, which must be there."""
        value = table.take(key, required=True)
        return {NATIVE: ""} if value is None else self._read(value, table.at(key), table.findings)

    def maybe_names(self, table: Table, key: str) -> Names | None:
        """Return the words under a key, or None when absent."""
        return None if table.take(key) is None else self.names(table, key)

    def name_list(self, table: Table, key: str) -> tuple[Names, ...] | None:
        """Return a list of words, or None when absent."""
        value = table.take(key)
        if value is None:
            return None
        if not isinstance(value, list):
            table.error(key, f"Here a list of texts is expected, not {kind_of(value)}.")
            return ()
        places = enumerate(value)
        return tuple(self._read(each, table.at(key, n), table.findings) for n, each in places)

    def warn_of_missing(self, findings: Findings) -> None:
        """Warn once a language of texts that will be shown in Vietnamese instead."""
        for language, places in self._missing.items():
            findings.warn(
                places[0],
                f'{len(places)} texts have no "{language}" (the first is {written(places[0])});'
                " they are shown in Vietnamese.",
            )

    def _read(self, value: object, at: KeyPath, findings: Findings) -> Names:
        if isinstance(value, str):
            value = {NATIVE: value}
        if not isinstance(value, dict):
            message = f"Here a text in quotes or {{vi = …}} is expected, not {kind_of(value)}."
            findings.error(at, message)
            return {NATIVE: ""}
        if NATIVE not in value:
            findings.error(at, 'The Vietnamese text is missing: add "vi".')
        for language, text in value.items():
            self._check(language, text, (*at, language), findings)
        for language in self.languages:
            if language != NATIVE and language not in value:
                self._missing.setdefault(language, []).append(at)
        return {language: value[language] for language in self.languages if language in value}

    def _check(self, language: str, text: object, at: KeyPath, findings: Findings) -> None:
        if language not in self.languages:
            near = did_you_mean(language, self.languages)
            message = f'"{language}" is not one of the hall\'s languages.{near}'
            findings.error(at, message)
        if not isinstance(text, str):
            findings.error(at, f"Here a text in quotes is expected, not {kind_of(text)}.")
        elif fault := text_fault(text):
            findings.error(at, fault)
