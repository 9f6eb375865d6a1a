"""A server of the bench is ready, or says why it is not."""

import os
from pathlib import Path

import pytest

from deploy.measures.server import NotReady, memory_mb, served


def test_a_server_is_ready_at_its_port(tmp_path: Path) -> None:
    with served("deploy.measures.hub_process", str(tmp_path)) as hub:
        assert hub.port > 0
        assert memory_mb(hub.pid) > 1
    assert not Path(f"/proc/{hub.pid}").exists(), "it is gone afterwards"


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    no_folder = tmp_path / "data"
    no_folder.write_text("")
    with (
        pytest.raises(NotReady, match="cannot read"),
        served("deploy.measures.hub_process", str(no_folder)),
    ):
        pass


def test_memory_is_in_megabytes() -> None:
    assert 10 < memory_mb(os.getpid()) < 10_000
