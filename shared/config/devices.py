"""Dispensers, boards, kiosks and the voice in the hall file; printers are read in printers."""

from collections.abc import Mapping
from dataclasses import replace

from shared.config.printers import read_printer
from shared.config.table import Table, Taken
from shared.config.words import Words
from shared.domain.devices import BoardPlan, DispenserPlan, KioskPlan, VoicePlan
from shared.domain.ids import BoardId, CounterId, Names
from shared.domain.plan import CounterPlan


def read_dispensers(root: Table, words: Words, pattern: Names) -> dict[str, DispenserPlan]:
    """Return the dispensers; an empty list says that officers issue the numbers.

    One without a name is called by the pattern, in which ``{number}`` is its place in the file.
    """
    dispensers: dict[str, DispenserPlan] = {}
    taken = Taken()
    for number, table in enumerate(root.tables("dispenser"), start=1):
        id_ = _device_id(table, taken, f"dispenser-{number}")
        names = words.maybe_names(table, "name") or _numbered(pattern, number)
        second = read_printer(table, "second_printer")
        dispensers[id_] = DispenserPlan(id_, read_printer(table), second, names)
        table.finish()
    return dispensers


def read_kiosks(root: Table, words: Words, pattern: Names) -> dict[str, KioskPlan]:
    """Return the kiosks; names as in read_dispensers."""
    taken = Taken()
    kiosks: dict[str, KioskPlan] = {}
    for number, table in enumerate(root.tables("kiosk"), start=1):
        id_ = _device_id(table, taken, f"kiosk-{number}")
        names = words.maybe_names(table, "name") or _numbered(pattern, number)
        gives_numbers = table.flag("gives_numbers", True)
        kiosks[id_] = KioskPlan(id_, read_printer(table), names, gives_numbers)
        table.finish()
    return kiosks


def read_feedback(root: Table) -> tuple[str, int]:
    """Return the address of the official channel ("" for none), and the days messages are kept."""
    table = root.table("feedback")
    url = table.text("url", default="")
    if url and not url.startswith("https://"):
        table.error("url", f'"{url}" is no web address; it begins with https://.')
    days = table.whole("keep_days", 1, 3650)
    table.finish()
    return url, days


def read_boards(
    root: Table, counters: Mapping[CounterId, CounterPlan], words: Words, pattern: Names
) -> dict[BoardId, BoardPlan]:
    """Return the boards; one that names no counters shows all, names as in read_dispensers."""
    taken = Taken()
    boards: dict[BoardId, BoardPlan] = {}
    for number, table in enumerate(root.tables("board"), start=1):
        id_ = BoardId(_device_id(table, taken, f"board-{number}"))
        names = words.maybe_names(table, "name") or _numbered(pattern, number)
        boards[id_] = replace(_board(table, id_, counters, words), names=names)
        table.finish()
    return boards


def read_voice(root: Table, words: Words) -> VoicePlan:
    """Return how calls are spoken."""
    table = root.table("voice")
    voice = VoicePlan(
        languages=_languages(table, words),
        recordings=table.maybe_text("recordings"),
        volume_percent=table.whole("volume_percent", 0, 100),
    )
    table.finish()
    return voice


def _board(
    table: Table, id_: BoardId, counters: Mapping[CounterId, CounterPlan], words: Words
) -> BoardPlan:
    shown = table.references("counters", counters.keys(), "counter of this hall")
    if shown == ():
        table.error("counters", "This board shows no counter.")
    return BoardPlan(
        id=id_,
        counters=tuple(counters if shown is None else map(CounterId, shown)),
        languages=_languages(table, words),
        voice=table.flag("voice", True),
        notices=words.name_list(table, "notices") or (),
        running_text=words.name_list(table, "running_text") or (),
        media=table.texts("media") or (),
        show_waiting=table.flag("show_waiting", True),
        show_figures=table.flag("show_figures", True),
    )


def _languages(table: Table, words: Words) -> tuple[str, ...]:
    """Return the languages of a device, the hall's own when none are named."""
    languages = table.references("languages", words.languages, "language of this hall")
    if languages == ():
        table.error("languages", "At least one language is needed.")
    return words.languages if languages is None else languages


def _numbered(pattern: Names, number: int) -> Names:
    return {language: text.replace("{number}", str(number)) for language, text in pattern.items()}


def _device_id(table: Table, taken: Taken, default: str) -> str:
    id_ = table.identifier(default)
    taken.add(table, "id", id_)
    return id_
