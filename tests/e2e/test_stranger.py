"""A client in another language, written from the protocol page alone."""

import asyncio
import json
import subprocess
from pathlib import Path

from deploy.hall import SAMPLE
from deploy.processes import Parts, screen_environment
from deploy.rehearsal import morning_ms
from shared.config.loader import load_hall
from shared.domain.commands import Role
from tests.fakes.client import HubAt

CLIENT = Path(__file__).parents[1] / "decoder" / "client.mjs"


def test_a_node_client_takes_a_number_and_calls_it(tmp_path: Path) -> None:
    start = str(morning_ms(load_hall(SAMPLE).plan))
    env = screen_environment(offscreen=True)
    with Parts(tmp_path / "logs", env) as parts:
        line = parts.start_ready(
            "hub", "shared.hub", "--data", str(tmp_path / "data"), "--hall", str(SAMPLE),
            "--port", "0", "--no-mdns", "--start-at", start,
        )  # fmt: skip
        url, keeper = line.split()[2], tmp_path / "data" / "keys" / "keeper.pem"
        hub = HubAt(url, keeper)
        files = [
            str(asyncio.run(hub.let_in(role, place)).path)
            for role, place in ((Role.DISPENSER, "dispenser-1"), (Role.COUNTER, "counter-1"))
        ]
        code = asyncio.run(hub.invitation("officer-1"))
        words = ["node", str(CLIENT), url, *files, "birth", "officer-1", code]
        done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(done.stdout) == ["A001", "A001", "CallAgainFirst"]
