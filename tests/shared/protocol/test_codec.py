"""Frames to text and back; nonsense is refused with the place in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.commands import IssueTicket
from shared.protocol.codec import BadFrame, decode_device_frame, decode_hub_frame, encode
from shared.protocol.document import EXAMPLES
from shared.protocol.messages import Do
from tests.fakes.halls import BIRTH


def test_every_example_of_the_page_reads_back_as_itself() -> None:
    for who, frame in EXAMPLES:
        decode = decode_device_frame if who == "device" else decode_hub_frame
        assert decode(encode(frame)) == frame


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ('{"type":"Do","id":"x","command":{"do":"CallNext"}}', "length"),
        ('{"type":"Do","id":"request-1","command":{"do":"OpenDay"}}', "OpenDay"),
        ('{"type":"Do","id":"request-1","command":{"do":"CallNext","x":1}}', "unknown field"),
        (b"\xff", "malformed"),
        ("[" * 100_000, "recursion|Expected"),
    ],
)
def test_nonsense_is_refused_with_the_reason(text: str | bytes, complaint: str) -> None:
    with pytest.raises(BadFrame, match=complaint):
        decode_device_frame(text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ('{"type":"Do","id":"request-1","command":{"do":"CallAgain"}}', "request-1"),
        ('{"type":"Ask","id":"request-2"}', "request-2"),
        ('{"type":"Do","id":"short","command":{"do":"CallNext"}}', ""),
        ('{"type":"Do","id":7}', ""),
        ("{", ""),
    ],
)
def test_a_bad_request_keeps_its_id_where_it_can_be_read(text: str, id_: str) -> None:
    with pytest.raises(BadFrame) as caught:
        decode_device_frame(text)
    assert caught.value.id == id_


def test_the_hub_is_not_trusted_blindly_either() -> None:
    with pytest.raises(BadFrame):
        decode_hub_frame('{"type":"Topic","topic":"board","version":"x"}')


@given(st.binary(max_size=200))
def test_whatever_arrives_only_bad_frame_comes_out(data: bytes) -> None:
    frame = encode(Do(id="request-1", command=IssueTicket(service=BIRTH)))
    for text in (data, frame[: len(data)] + data):
        try:
            decode_device_frame(text)
        except BadFrame as error:
            assert str(error)  # noqa: PT017 - either outcome is right, nothing else is
