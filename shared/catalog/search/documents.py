"""Everything the search can find, as documents: sayings of needs, questions, other offices; names.

PURE. Which procedures a need leads to is told here too, by code or, where codes have changed
since the tables were written, by the procedure's name.
"""

from collections.abc import Iterator

from shared.catalog.catalog import Catalog
from shared.catalog.procedure import Procedure
from shared.catalog.search.index import Document
from shared.catalog.search.phrases import Phrasebook
from shared.catalog.search.tables import WordTables
from shared.catalog.search.text import Syllable, folded, nfc, syllables

BAG = 0.72
"""How far all words of a need are trusted where no saying of it fits."""

NAME = 0.95
"""How far official names are trusted: people do not speak like them."""


def documents(catalog: Catalog, tables: WordTables, book: Phrasebook) -> Iterator[Document]:
    """Yield all documents of a catalogue."""
    for need in tables.needs:
        bag: dict[str, None] = {}
        for saying in need.say:
            features = tuple(book.exact(saying))
            bag.update(dict.fromkeys(features))
            yield Document(need_target(need.id), features)
        yield Document(need_target(need.id), tuple(bag), BAG, bag=True)
    for question in tables.questions:
        for saying in question.say:
            yield Document(question_target(question.id), tuple(book.exact(saying)))
    for matter in tables.elsewhere:
        for saying in matter.say:
            yield Document(elsewhere_target(matter.id), tuple(book.exact(saying)))
    for procedure in catalog.procedures:
        for text, factor in _names(procedure):
            yield Document(name_target(procedure.code), tuple(book.exact(text)), factor)


def need_target(key: str) -> str:
    """Return the target that stands for a need."""
    return f"need {key}"


def question_target(key: str) -> str:
    """Return the target that stands for a question asked back."""
    return f"question {key}"


def elsewhere_target(key: str) -> str:
    """Return the target that stands for a matter of another office."""
    return f"elsewhere {key}"


def name_target(code: str) -> str:
    """Return the target that stands for a procedure itself."""
    return f"name {code}"


def codes_of_targets(catalog: Catalog, tables: WordTables) -> dict[str, tuple[str, ...]]:
    """Return the procedures that each target leads to, best first."""
    known = {procedure.code for procedure in catalog.procedures}
    by_name = {_bare(procedure.name): procedure.code for procedure in catalog.procedures}
    found: dict[str, tuple[str, ...]] = {name_target(code): (code,) for code in known}
    for need in tables.needs:
        codes = tuple(code for code in need.codes if code in known)
        named = by_name.get(_bare(need.official))
        found[need_target(need.id)] = codes or ((named,) if named else ())
    return found


def all_words(catalog: Catalog, tables: WordTables) -> Iterator[Syllable]:
    """Yield every word that a query may hold and still be understood."""
    for procedure in catalog.procedures:
        for text, _ in _names(procedure):
            yield from syllables(text)
    said = [entry.say for entry in tables.needs]
    said += [entry.say for entry in tables.questions]
    said += [entry.say for entry in tables.elsewhere]
    for phrases in (*said, *tables.same.values(), tables.filler):
        for phrase in phrases:
            yield from syllables(phrase)


def _names(procedure: Procedure) -> Iterator[tuple[str, float]]:
    yield procedure.name.removeprefix("Thủ tục "), NAME
    for text in (*procedure.short_names.values(), *procedure.aliases):
        yield text, 1.0


def _bare(name: str) -> str:
    """Return a name without what is often added to it or left away."""
    bare = folded(nfc(name)).removeprefix("thu tuc ").rstrip(" .:")
    return bare.removesuffix("(thuc hien tai cap xa)").removesuffix("(cap xa)").strip()
