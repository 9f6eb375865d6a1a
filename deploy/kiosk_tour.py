"""A visit to every page of the kiosk in one shape and language, with a picture of each."""

from dataclasses import dataclass
from pathlib import Path

from deploy.sample_dossiers import FACTOR
from shared.ui.rehearsal_client import PlayedApp


@dataclass(frozen=True, slots=True)
class Tour:
    """One walk through the kiosk; pictures are named ``kiosk-<page>-<kind>.png``."""

    app: PlayedApp
    out: Path
    kind: str

    def walk(self, language: str, number: str, dossier: str) -> None:
        """Touch one's way from the start to the end.

        ``number`` is somebody's ticket, ``dossier`` the code of a sample one, "" without any.
        """
        self.app.gone("banner")
        self._picture("attract")
        self.app.press("attract")
        if language != "vi":
            self.app.press(f"language-{language}")
        self.app.await_("door-procedures", "visible", True)
        self._picture("home")
        self._procedures()
        if dossier:
            self._dossier(dossier)
        self._my_ticket(number)
        self._feedback()
        self.app.press("finish")
        self.app.await_("attract", "visible", True)

    def _procedures(self) -> None:
        self.app.press("door-procedures")
        self.app.await_("key-q", "visible", True)
        self._picture("procedures")
        touch(self.app, "khai sinh")
        self.app.await_("choice-0", "visible", True)
        self._picture("procedures-question")
        touch(self.app, " cho con moi sinh")
        self._picture("procedures-found")
        self.app.press("procedure-1.001193")
        self._picture("procedure")
        self.app.press("print")
        self.app.says("checklist-paper", "")
        self.app.press("more")
        self._picture("procedure-more")
        self.app.press("home")
        self.app.press("door-procedures")
        touch(self.app, "ly hon")
        self._picture("procedures-elsewhere")
        self.app.press("home")
        self.app.press("door-procedures")
        self.app.press("way-event")
        self._picture("procedures-events")
        self.app.press("home")

    def _dossier(self, code: str) -> None:
        self.app.press("door-dossier")
        touch(self.app, code)
        self._picture("dossier-code")
        self.app.press("go-on")
        touch(self.app, FACTOR)
        self._picture("dossier-factor")
        self.app.press("go-on")
        self.app.await_("dossier-state", "visible", True)
        self._picture("dossier")
        self.app.press("home")

    def _my_ticket(self, number: str) -> None:
        self.app.press("door-my_ticket")
        for letter in number:
            self.app.press(f"key-{letter}")
        self.app.press("look-up")
        self.app.await_("place-headline", "visible", True)
        self._picture("my-ticket")
        self.app.press("home")

    def _feedback(self) -> None:
        self.app.press("door-feedback")
        self._picture("feedback-choose")
        self.app.press("reason-")
        self.app.press("key-shift")
        touch(self.app, "ca")
        self.app.press("key-hook")
        touch(self.app, "m ơn")
        self._picture("feedback-write")
        self.app.press("send")
        self.app.await_("code", "visible", True)
        self._picture("feedback-receipt")
        self.app.press("home")

    def _picture(self, page: str) -> None:
        self.app.picture(self.out / f"kiosk-{page}-{self.kind}.png")


def touch(app: PlayedApp, text: str) -> None:
    """Touch the keys of a text."""
    for key in text:
        app.press("key-space" if key == " " else f"key-{key}")
