"""A sound card made of software, whose output can be recorded."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.voice.sound import RATE_HZ


@contextmanager
def sound_card(folder: Path) -> Iterator[dict[str, str]]:
    """Run a PulseAudio server of our own; the context is the environment to use it.

    Its only output, ``hall``, goes nowhere, but ``hall.monitor`` can be recorded.
    """
    socket = folder / "pulse.sock"
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("--disallow-exit", "--log-target=stderr"),
            *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"),
            *("-L", f"module-null-sink sink_name=hall rate={RATE_HZ} channels=1"),
        ],
        env=os.environ | {"XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    env = os.environ | {"PULSE_SERVER": f"unix:{socket}", "HOME": str(folder)}
    info = ["pactl", "info"]
    deadline = time.monotonic() + 20
    while subprocess.run(info, env=env, capture_output=True).returncode:
        assert time.monotonic() < deadline, "the sound server does not answer"
    yield env
    server.terminate()
    server.wait()
