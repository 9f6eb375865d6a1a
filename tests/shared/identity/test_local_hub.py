"""A hub's note is for its own user, and names what it says."""

from pathlib import Path

from shared.identity.local_hub import LocalHub, LocalHubs

A = LocalHub(hall="ben-xuan", address="wss://127.0.0.1:1", keeper="/keys/keeper.pem")
B = LocalHub(hall="hoa-binh", address="wss://127.0.0.1:2", keeper="/other/keeper.pem")


def test_hubs_are_found_by_hall_or_address(tmp_path: Path) -> None:
    notes = LocalHubs(tmp_path)
    for hub in (A, B):
        assert notes.leave(hub).stat().st_mode & 0o777 == 0o600
    assert notes.found(hall=None, address=None) == [A, B]
    assert notes.found(hall="hoa-binh", address=None) == [B]
    assert notes.found(hall=None, address="wss://127.0.0.1:1") == [A]
    assert notes.found(hall="hoa-binh", address="wss://127.0.0.1:1") == []


def test_where_no_hub_was_there_is_none_and_a_damaged_note_is_passed_over(tmp_path: Path) -> None:
    assert LocalHubs(tmp_path / "none").found(hall=None, address=None) == []
    (tmp_path / "x.json").write_text("{")
    assert LocalHubs(tmp_path).found(hall=None, address=None) == []
