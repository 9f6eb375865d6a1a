"""What a device keeps of belonging: used again, thrown away, and found to be of another start."""

from pathlib import Path

from shared.domain.commands import Role
from shared.identity.credentials import Authority
from shared.identity.hall_keys import HallKeys
from shared.identity.local_hub import LocalHub, LocalHubs
from shared.link.own import is_of_another_start, kept, load_own, own_path


def test_it_is_there_at_the_next_start_and_gone_when_forgotten(tmp_path: Path) -> None:
    path = own_path(tmp_path, Role.BOARD, "")
    assert path == tmp_path / "devices" / "board-any.pem"
    assert load_own(path) is None
    own = kept(path, Authority.new("test-hall").device("board", "board-1"))
    assert load_own(path) == own
    assert (own.hall, own.place) == ("test-hall", "board-1")
    assert own.tls().check_hostname
    own.forget()
    own.forget()
    assert load_own(path) is None


def test_what_cannot_be_used_is_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own.pem"
    path.write_text("half")
    assert load_own(path) is None


def test_a_hub_of_this_user_that_was_set_up_anew_is_noticed(tmp_path: Path) -> None:
    keys = HallKeys(tmp_path / "keys", "test-hall", 1)
    local = LocalHubs(tmp_path / "hubs")
    own = kept(tmp_path / "own.pem", keys.authority.device("board", "board-1"))
    stale = kept(tmp_path / "stale.pem", Authority.new("test-hall").device("board", "board-1"))
    assert not is_of_another_start(stale, local), "no hub of this user is known"
    keeper = str(keys.folder / "keeper.pem")
    local.leave(LocalHub(hall="test-hall", address="wss://127.0.0.1:1", keeper=keeper))
    assert not is_of_another_start(own, local)
    assert is_of_another_start(stale, local)
    (keys.folder / "keeper.pem").write_text("damaged")
    assert not is_of_another_start(stale, local)
