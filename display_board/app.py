"""The board put together: link, controller, screen, voice."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtQuick import QQuickWindow

from display_board.controllers.board import BoardController
from shared.domain.commands import Role
from shared.domain.ids import BoardId
from shared.protocol.messages import Topic
from shared.protocol.topics import Announcement, Setup
from shared.ui import application
from shared.ui.joining.screen import belonging
from shared.ui.qt_link import QtLink
from shared.ui.rehearsal import Rehearsal, find
from shared.voice.clips import Clips

if TYPE_CHECKING:
    from display_board.media import MediaShow
    from shared.voice.player import Player

MAIN_QML = Path(__file__).parent / "qml" / "Main.qml"


class Voice:
    """The board's voice as the hall file sets it; silent until the set-up is known.

    Qt Multimedia is loaded only then: it complains on stderr of what a machine lacks.
    """

    def __init__(self, controller: BoardController, board: str) -> None:
        self._controller = controller
        self._board = BoardId(board)
        self._player: Player | None = None
        self._setup: Setup | None = None

    def configure(self, frame: object) -> None:
        """Take the voice's settings from the set-up topic."""
        if not isinstance(frame, Topic) or not isinstance(frame.value, Setup):
            return
        plan = frame.value.devices.boards.get(self._board)
        if self._setup == frame.value or plan is None or not plan.voice:
            return
        from shared.voice.player import Player

        self._setup = frame.value
        voice = frame.value.devices.voice
        recordings = Path(voice.recordings) if voice.recordings else None
        self._player = Player(Clips(recordings), voice.languages, voice.volume_percent)
        self._player.spoken.connect(self._controller.spoken)
        self._player.failed.connect(self._controller.not_spoken)

    def say(self, call: Announcement) -> None:
        """Speak a call after those before it."""
        if self._player is not None:
            self._player.say(call.call, call.number, call.label)


class Media:
    """The board's pictures and videos; Qt Multimedia is loaded only if there are any."""

    def __init__(self, window: QQuickWindow) -> None:
        self._place = find(window, "media")
        self._show: MediaShow | None = None

    def configure(self, frame: object, board: str) -> None:
        """Take the files from the set-up topic."""
        if not isinstance(frame, Topic) or not isinstance(frame.value, Setup):
            return
        plan = frame.value.devices.boards.get(BoardId(board))
        if plan is None or self._place is None or not (plan.media or self._show):
            return
        if self._show is None:
            from display_board.media import MediaShow

            self._show = MediaShow(self._place)
        self._show.set_files(list(plan.media))


def main(argv: list[str] | None = None) -> int:
    """Run the board until it is told to stop."""
    parser = application.arguments(
        "board", "The wall display: shows and speaks who is called to which counter."
    )
    options = parser.parse_args(argv)
    app = application.make_application("board")
    own = belonging(app, Role.BOARD, options)
    if own is None:
        return 0
    link = QtLink(Role.BOARD, own, options.hub)
    link.shutOut.connect(app.quit)
    controller = BoardController(link, own.place, options.language)
    voice = Voice(controller, own.place)
    link.frame.connect(voice.configure)
    controller.called.connect(voice.say)
    engine = application.load_screen(MAIN_QML, {"screenModel": controller})
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(controller.painted)
    media = Media(window)
    link.frame.connect(lambda frame: media.configure(frame, own.place))
    application.show(window, options.size, options.fullscreen, options.screen, options.part)
    rehearsal = Rehearsal([window]) if options.rehearse else None
    link.start()

    def clean_up() -> None:
        nonlocal engine, rehearsal
        link.stop()
        rehearsal = None
        del engine

    return application.run(app, clean_up)
