"""The processes of a hall on one machine: started, told apart by their logs, stopped together."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


class PartFailed(Exception):
    """A part of the hall did not start; the text says which, and where its log is."""


class Parts:
    """Child processes of this one; use as a context manager, which stops them all."""

    def __init__(self, logs: Path, env: Mapping[str, str]) -> None:
        self._logs = logs
        self._env = dict(env)
        self._running: dict[str, subprocess.Popen[str]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> "Parts":
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self, name: str, module: str, *options: str) -> None:
        """Start a part that says nothing when it is ready."""
        self._spawn(name, module, options, subprocess.DEVNULL)

    def start_ready(self, name: str, module: str, *options: str) -> str:
        """Start a part and return the line it prints when it is ready."""
        process = self._spawn(name, module, options, subprocess.PIPE)
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        if not line:
            raise PartFailed(f"{name} did not start; see {self._log(name)}")
        return line

    def ended(self) -> list[str]:
        """Return the parts that have ended by themselves, and forget them."""
        names = [name for name, process in self._running.items() if process.poll() is not None]
        for name in names:
            del self._running[name]
        return names

    def stop(self) -> None:
        """Ask all parts to end, the hub last, and wait until they have."""
        for process in reversed(self._running.values()):
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()
        self._running.clear()

    def _spawn(
        self, name: str, module: str, options: tuple[str, ...], stdout: int
    ) -> "subprocess.Popen[str]":
        with self._log(name).open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *options],
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=log,
                env=self._env,
                text=True,
            )
        self._running[name] = process
        return process

    def _log(self, name: str) -> Path:
        return self._logs / f"{name}.log"


def screen_environment(*, offscreen: bool) -> dict[str, str]:
    """Return the environment for the apps: with a screen, or painting out of sight."""
    env = dict(os.environ)
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env
