"""Speaks calls through the player and says when each ended; run by test_player in a process."""

import sys

from PySide6.QtCore import QCoreApplication, QTimer

from shared.voice.clips import Clips
from shared.voice.player import Player

CALLS = (("A012", "3"), ("B345", "1"))


def main() -> int:
    """Say both calls at once; print ``spoken N`` or ``failed N`` as each ends."""
    app = QCoreApplication(sys.argv)
    player = Player(Clips(), ("vi",))
    left = len(CALLS)

    def ended(word: str, call: int) -> None:
        nonlocal left
        print(word, call, flush=True)
        left -= 1
        if not left:
            QTimer.singleShot(300, app.quit)

    player.spoken.connect(lambda call: ended("spoken", call))
    player.failed.connect(lambda call: ended("failed", call))
    for call, (number, counter) in enumerate(CALLS, start=1):
        player.say(call, number, counter)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
