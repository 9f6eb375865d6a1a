"""Plays an app from outside: starts it with ``--rehearse`` and tells it what to touch.

No Qt here. Each method waits for the app's answer and raises if it is an error.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any


class StageFailed(Exception):
    """The app could not do what the rehearsal asked, or has died."""


class PlayedApp:
    """An app process under rehearsal; use as a context manager."""

    def __init__(
        self, module: str, *options: str, env: Mapping[str, str], log: Path | None = None
    ) -> None:
        """``module`` is started as ``python -m module``; its log goes to a file, if given."""
        self.name = module
        self._log = log.open("ab") if log else None
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *options, "--rehearse"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=dict(env),
            text=True,
        )

    def __enter__(self) -> "PlayedApp":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Return the process's number."""
        return self._process.pid

    def press(self, name: str) -> None:
        """Touch the item with this objectName."""
        self._tell("press", name)

    def type(self, text: str) -> None:
        """Type text into whatever has the keyboard."""
        self._tell("type", text)

    def key(self, name: str) -> None:
        """Press a key, such as ``F5`` or ``Return``."""
        self._tell("key", name)

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG."""
        self._tell("picture", str(path.resolve()))

    def await_(self, name: str, prop: str, value: Any) -> None:
        """Wait until an item's property has a value."""
        self._tell("await", name, prop, value)

    def says(self, name: str, part: str) -> None:
        """Wait until an item's text contains something."""
        self._tell("says", name, part)

    def gone(self, name: str) -> None:
        """Wait until no such item is visible."""
        self._tell("gone", name)

    def window(self, name: str) -> None:
        """Turn to another window of the app."""
        self._tell("window", name)

    def size(self, size: str) -> None:
        """Resize the window, ``1080x1920``."""
        self._tell("size", size)

    def names(self) -> list[str]:
        """Return the objectNames that are visible now."""
        names: list[str] = json.loads(self._tell("list"))
        return names

    def ended(self) -> int:
        """Wait until the app has ended by itself; return its exit code."""
        return self._process.wait(timeout=10)

    def close(self) -> None:
        """End the app properly; kills it only if it does not."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):  # a dead app reads no more lines
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        if self._log:
            self._log.close()

    def _tell(self, *words: Any) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(words) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise StageFailed(f"{self.name} has died at {words}") from error
        answer = self._process.stdout.readline().strip()
        if not answer.startswith("ok"):
            raise StageFailed(f"{self.name}: {words}: {answer or 'it has died'}")
        return answer.removeprefix("ok").strip()
