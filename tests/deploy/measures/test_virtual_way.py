"""The virtual way: what it counts, and that nothing is faster than wire and paper allow."""

import pytest

from deploy.measures.virtual_way import BITS_A_BYTE, Way, course_of
from shared.printing.picture import Paper, Picture

WAYS = (
    Way("network", "tcp://printer", memory_bytes=65_536),
    Way("USB", "usb://04b8:0e15"),
    Way("serial", "serial:///dev/ttyS0?baud=115200", 115_200),
)


def slip(paper: Paper) -> Picture:
    return Picture(paper.width_dots, 400, b"\x0f" * (paper.width_dots // 8) * 400)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_no_slip_is_faster_than_it_can_be(way: Way) -> None:
    course = course_of(way, slip)
    assert course.limit_s <= course.last_row_s + 0.02
    assert 0 < course.moves_s < course.last_row_s
    assert course.sent_bytes > 400 * 72
    if way.baud:
        assert course.limit_s == course.sent_bytes * BITS_A_BYTE / way.baud
