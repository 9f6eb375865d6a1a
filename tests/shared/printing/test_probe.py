"""What a printer answers is found out once, and never against its own word."""

from shared.printing import commands
from shared.printing.asking import ANSWER_MS, Abilities
from shared.printing.probe import PATIENCE_MS, Found, look, overhear, probe
from shared.printing.status import Condition, Trouble
from tests.shared.printing.exchanges import WELL, Exchange

ALL = Abilities(real_time=True, automatic=True, in_turn=True, process_id=True)
NO_PAPER = b"\x1c\x00\x0c\x0f"


def probed(may_ask: Abilities = ALL, zeros: int = 0) -> Exchange[Found]:
    return Exchange(lambda talk: probe(talk, may_ask, zeros))


def well(exchange: Exchange[Found]) -> Exchange[Found]:
    for answer in WELL:
        exchange.takes().says(answer)
    return exchange


def test_a_printer_that_answers_everything() -> None:
    exchange = probed().sends(b"\x10\x04\x01").says(b"\x16")
    well(exchange).sends(b"\x1b@\x1da\xff").says(b"\x14\x00\x00\x0f").sends(b"\x1dr\x01")
    exchange.says(b"\x00").sends(b"\x1d(H\x06\x00009999").says(b"\x37\x229999\x00")
    assert exchange.sends(b"\x1b@\x1da\xff").result == Found(ALL, Condition())


def test_a_mute_printer_takes_four_silences() -> None:
    exchange = probed()
    for _ in range(4):
        exchange.takes().later(ANSWER_MS)
    assert exchange.sends(b"\x1b@").result == Found(Abilities(), Condition())


def test_what_may_not_be_asked_is_not() -> None:
    assert probed(Abilities()).result == Found(Abilities(), Condition())


def test_a_printer_that_is_off_line_is_asked_the_rest_later() -> None:
    exchange = probed().takes().says(b"\x1e").takes().says(b"\x1e").takes().says(b"\x36")
    found = exchange.takes().says(b"\x72").result
    assert found is not None
    assert not found.whole
    assert found.trouble is Trouble.COVER_OPEN
    assert found.can == Abilities(real_time=True)


def test_a_line_that_breaks_proves_nothing() -> None:
    exchange = probed(Abilities(in_turn=True)).takes()
    exchange.dialogue.lost(Trouble.AWAY, 0)
    found = exchange.result
    assert found is not None
    assert (found.whole, found.trouble) == (False, Trouble.AWAY)


def test_other_words_are_no_automatic_status() -> None:
    exchange = probed(Abilities(automatic=True)).takes().says(b"\x12").later(ANSWER_MS)
    assert exchange.result == Found(Abilities(), Condition())


def test_half_a_band_is_filled_before_anything_is_asked() -> None:
    assert probed(zeros=9).sends(bytes(9)).dialogue.to_send() == b"\x10\x04\x01"
    looking = Exchange(lambda talk: look(talk, ALL, 9))
    assert looking.sends(bytes(9)).dialogue.to_send() == b"\x10\x04\x01"
    full = Exchange(lambda talk: look(talk, ALL, 9)).later(PATIENCE_MS)
    assert full.result == Found(ALL, Condition(), lost=Trouble.BUSY)


def test_a_look_asks_how_it_is() -> None:
    assert well(Exchange(lambda talk: look(talk, ALL))).result == Found(ALL, Condition())
    silent = Exchange(lambda talk: look(talk, ALL)).takes().later(ANSWER_MS)
    assert silent.result == Found(ALL, Condition(), lost=Trouble.SILENT)


def test_a_jam_is_ended_before_the_look() -> None:
    exchange = Exchange(lambda talk: look(talk, ALL, recover=True))
    exchange.sends(commands.GIVE_UP_AND_RECOVER)
    assert well(exchange).result == Found(ALL, Condition())


def test_what_it_says_by_itself_is_heard() -> None:
    before = Condition(near_end=True)
    nothing = Exchange(lambda talk: overhear(talk, ALL, before)).later(0)
    assert nothing.result == Found(ALL, before)
    word = Exchange(lambda talk: overhear(talk, ALL, before)).says(b"\x12" + NO_PAPER)
    assert word.result == Found(ALL, Condition(offline=True, paper_end=True))
    lost = Exchange(lambda talk: overhear(talk, ALL, before))
    lost.dialogue.lost(Trouble.AWAY, 0)
    assert lost.result == Found(ALL, before, lost=Trouble.AWAY)
