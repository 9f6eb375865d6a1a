"""The desk: who may know, and what everybody else is told."""

from shared.catalog.desk import ANSWER_AFTER_MS, Desk, Reply
from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.guesses import FREE_TRIES, WAITS_MS
from shared.catalog.dossiers.records import Reading, dossier_of
from shared.catalog.sources.interface import SourceAway, Sync

CODE = "H48.16-261103-0012"
KEY = b"key"
DOSSIER = dossier_of({"MaHoSo": CODE, "SoDienThoai": "0905123456"}, Reading(KEY))
PLAIN = dossier_of({"MaHoSo": "H48.16-261103-0013"}, Reading(KEY))


class Source:
    """A source with two dossiers, which may be away."""

    def __init__(self) -> None:
        self.away = False
        self.asked: list[str] = []

    def find(self, code: str) -> Dossier | None:
        self.asked.append(code)
        if self.away:
            raise SourceAway("no line")
        return {each.code: each for each in (DOSSIER, PLAIN)}.get(code)

    def known(self) -> tuple[Dossier, ...]:
        return (DOSSIER, PLAIN)

    def sync(self) -> Sync:
        return Sync(500, "no line" if self.away else "")


def test_the_right_code_and_factor_open_a_dossier() -> None:
    reply = Desk(Source(), KEY).ask("kiosk-1", CODE.lower(), "3456", 1000)
    assert reply == Reply("found", Sync(500), 1000 + ANSWER_AFTER_MS, DOSSIER)


def test_unknown_and_wrong_get_the_same_answer_at_the_same_time() -> None:
    source = Source()
    desk = Desk(source, KEY)
    asked = [(CODE, "9999"), ("H48.16-261103-0099", "3456"), (CODE, "456"), (PLAIN.code, "3456")]
    replies = {desk.ask(f"kiosk-{n}", code, factor, 1000) for n, (code, factor) in enumerate(asked)}
    assert replies == {Reply("unknown", Sync(500), 1000 + ANSWER_AFTER_MS)}
    assert len(source.asked) == 4


def test_even_the_first_answer_tells_how_old_the_source_is() -> None:
    class Read(Source):
        """Has read nothing before it is asked."""

        def sync(self) -> Sync:
            return Sync(500 if self.asked else 0)

    reply = Desk(Read(), KEY).ask("kiosk-1", "H48.16-261103-0099", "3456", 1000)
    assert (reply.kind, reply.sync.last_ms) == ("unknown", 500)


def test_what_is_no_code_is_unknown_too() -> None:
    source = Source()
    assert Desk(source, KEY).ask("kiosk-1", "hello", "3456", 1000).kind == "unknown"
    assert source.asked == []


def test_guessing_is_stopped_before_the_source_is_asked() -> None:
    source = Source()
    desk = Desk(source, KEY)
    for number in range(FREE_TRIES + 1):
        assert desk.ask("kiosk-1", f"H48.16-261103-{number:04}", "0000", 1000).kind == "unknown"
    reply = desk.ask("kiosk-1", CODE, "3456", 2000)
    assert (reply.kind, reply.until_ms) == ("wait", 1000 + WAITS_MS[0])
    assert source.asked.count(CODE) == 0
    assert desk.ask("kiosk-1", CODE, "3456", 1000 + WAITS_MS[0]).kind == "found"


def test_ten_thousand_factors_cannot_be_walked_through() -> None:
    desk = Desk(Source(), KEY)
    kinds = [
        desk.ask(f"kiosk-{number}", CODE, f"{number:04}", number).kind for number in range(10_000)
    ]
    assert kinds.count("unknown") == 6
    assert "found" not in kinds


def test_a_source_that_is_away_is_said_and_costs_no_try() -> None:
    source = Source()
    desk = Desk(source, KEY)
    source.away = True
    for _ in range(FREE_TRIES + 2):
        reply = desk.ask("kiosk-1", CODE, "0000", 1000)
        assert (reply.kind, reply.sync) == ("away", Sync(500, "no line"))
