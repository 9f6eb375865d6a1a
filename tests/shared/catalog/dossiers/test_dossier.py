"""Which state is which."""

import pytest

from shared.catalog.dossiers.dossier import State, state_of


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("1", State.REGISTERED),
        ("10", State.RETURNED),
        ("Đang xử lý", State.IN_PROGRESS),
        ("ĐÃ TRẢ KẾT QUẢ", State.RETURNED),
        ("11", None),
        ("0", None),
        ("Chờ lãnh đạo ký", None),
        ("", None),
    ],
)
def test_national_states_are_known_by_number_and_name(written: str, state: State | None) -> None:
    assert state_of(written, {}) is state


def test_a_hall_maps_its_own_codes_first() -> None:
    local = {"1": 4, "Chờ lãnh đạo ký": 4, "X": 77}
    assert state_of("1", local) is State.IN_PROGRESS
    assert state_of("Chờ lãnh đạo ký", local) is State.IN_PROGRESS
    assert state_of("X", local) is None
