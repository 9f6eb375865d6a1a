"""The family of events."""

from typing import get_args

from shared.domain.events import AnyEvent, Event


def test_every_event_can_be_read_back_from_the_log() -> None:
    assert set(get_args(AnyEvent)) == set(Event.__subclasses__())
