"""One stream of bytes, and what was said in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.printing.status import (
    Automatic,
    Condition,
    Flow,
    Identified,
    InTurn,
    Reader,
    RealTime,
    Said,
    Trouble,
    after_automatic,
    after_in_turn,
    after_real_time,
)
from shared.printing.virtual import status as virtual

MIXED: list[tuple[bytes, Said]] = [
    (b"\x16", RealTime(0x16)),
    (b"\x14\x00\x00\x0f", Automatic(b"\x14\x00\x00\x0f")),
    (b"\x37\x220001\x00", Identified("0001")),
    (b"\x0c", InTurn(0x0C)),
    (b"\x13", Flow(go_on=False)),
    (b"\x3c\x48\x6f\x0f", Automatic(b"\x3c\x48\x6f\x0f")),
    (b"\x11", Flow(go_on=True)),
    (b"\x12", RealTime(0x12)),
]


@given(st.lists(st.sampled_from(MIXED), max_size=12), st.data())
def test_answers_are_told_apart_however_they_are_cut(
    answers: list[tuple[bytes, Said]], data: st.DataObject
) -> None:
    stream = b"".join(each for each, _ in answers)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=5)))
    reader, heard = Reader(), list[Said]()
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        heard += reader.read(stream[start:end])
    assert heard == [said for _, said in answers]


@pytest.mark.parametrize(
    "noise",
    [
        b"\xff",
        b"\x5f_PRINTER\x00",
        b"\x37\x21abc\x00",
        b"\x14\x00",  # switched off in the middle of its status
    ],
)
def test_what_is_none_of_these_is_passed_over(noise: bytes) -> None:
    heard = Reader().read(noise + b"\x12\x37\x220002\x00")
    assert heard[-2:] == [RealTime(0x12), Identified("0002")]


@given(st.binary(max_size=200))
def test_whatever_arrives_is_read_to_its_end(data: bytes) -> None:
    reader = Reader()
    reader.read(data)
    assert RealTime(0x12) in reader.read(b"\x12" * 100)


SENSES = (
    *("cover_open", "near_end", "paper_end"),
    *("cutter_error", "unrecoverable", "auto_recoverable"),
)
CONDITIONS = st.builds(virtual.Condition, **dict.fromkeys(SENSES, st.booleans()))


def stopped(now: virtual.Condition) -> virtual.Condition:
    return virtual.Condition(
        now.cover_open, now.near_end, now.paper_end, now.paper_end, now.cutter_error,
        now.unrecoverable, now.auto_recoverable,
    )  # fmt: skip


@given(CONDITIONS)
def test_all_three_ways_of_asking_tell_what_the_printer_knows(now: virtual.Condition) -> None:
    now = stopped(now)
    told = Condition()
    for kind in (1, 2, 3, 4):
        told = after_real_time(told, kind, virtual.real_time_status(now, kind))
    paper_gone = now.paper_end or now.cover_open
    assert told == Condition(
        offline=now.offline,
        cover_open=now.cover_open,
        paper_end=paper_gone,
        near_end=now.near_end,
        cutter_jam=now.cutter_error,
        broken=now.unrecoverable,
        hot=now.auto_recoverable,
    )
    assert after_automatic(virtual.automatic_status(now)) == told
    in_turn = after_in_turn(virtual.paper_status(now))
    assert in_turn == Condition(paper_end=paper_gone, near_end=now.near_end)


@pytest.mark.parametrize(
    ("condition", "trouble"),
    [
        (Condition(), None),
        (Condition(near_end=True), None),
        (Condition(offline=True), Trouble.OFFLINE),
        (Condition(offline=True, paper_end=True), Trouble.PAPER_END),
        (Condition(offline=True, paper_end=True, cover_open=True), Trouble.COVER_OPEN),
        (Condition(offline=True, cutter_jam=True, hot=True), Trouble.CUTTER_JAM),
        (Condition(broken=True, hot=True), Trouble.BROKEN),
        (Condition(hot=True), Trouble.HOT),
    ],
)
def test_the_likeliest_cause_is_named(condition: Condition, trouble: Trouble | None) -> None:
    assert condition.trouble is trouble
