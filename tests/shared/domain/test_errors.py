"""The family of refusals."""

from typing import get_args

from shared.domain.errors import AnyRefusal, Refusal


def test_every_refusal_can_travel() -> None:
    assert set(get_args(AnyRefusal)) == set(Refusal.__subclasses__())
