"""What the printer says to its host, and what it has been asked to say by itself. Pure."""

from shared.printing.virtual import status
from shared.printing.virtual.commands import IDENTITY_BYTES
from shared.printing.virtual.profile import Answer, Profile
from shared.printing.virtual.status import Condition

CLEARED = b"\x37\x25\x00"


class Voice:
    """The bytes on their way to the host; ``open`` is whether they get there."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._out = bytearray()
        self.open = True
        self.forget()

    def take(self) -> bytes:
        """Return and forget what has been said."""
        said = bytes(self._out)
        self._out.clear()
        return said

    def forget(self) -> None:
        """Lose what was said, and what was asked for, as at power-off."""
        self._out.clear()
        self._mask = 0
        self._last: tuple[object, ...] = ()
        self._offline_response = 0
        self._was_offline = False

    def hang_up(self) -> None:
        """Lose what was said but not yet heard."""
        self._out.clear()

    def say(self, answer: Answer, data: bytes) -> None:
        """Say something, if this sort of printer says such things and can be heard."""
        if answer in self._profile.answers and self.open:
            self._out += data

    def real_time_status(self, n: int, condition: Condition) -> None:
        """Answer DLE EOT ``n``."""
        self.say(Answer.DLE_EOT, bytes((status.real_time_status(condition, n),)))

    def tell(self, answer: Answer, value: bytes, condition: Condition) -> None:
        """Answer a command of the print data, whose turn it is now."""
        match answer:
            case Answer.ASB:
                self._mask = value[0]
                if self._mask:
                    self._say_status(condition)
            case Answer.GS_R:
                paper = value in (b"\x01", b"1")
                self.say(answer, bytes((status.paper_status(condition) if paper else 1,)))
            case Answer.GS_I:
                self.say(answer, self._identity(value[0]))
            case Answer.GS_H if len(value) == 4:
                self.say(answer, b"\x37\x22" + value + b"\x00")
            case _:
                self._offline_response = value[0] & 3

    def say_status_once(self, condition: Condition) -> None:
        """Answer DLE DC4 7 1: the four bytes, asked for in real time."""
        self.say(Answer.ASB, status.automatic_status(condition))

    def report(self, condition: Condition) -> None:
        """Say by itself what it was asked to watch, if that has changed."""
        if self._mask and status.watched(condition, self._mask) != self._last:
            self._say_status(condition)
        if condition.offline and not self._was_offline and self._offline_response:
            data = status.offline_response(condition) if self._offline_response == 2 else b""
            self.say(Answer.GS_H, b"\x37\x23" + data + b"\x00")
        self._was_offline = condition.offline

    def _say_status(self, condition: Condition) -> None:
        self._last = status.watched(condition, self._mask)
        self.say(Answer.ASB, status.automatic_status(condition))

    def _identity(self, n: int) -> bytes:
        if n in IDENTITY_BYTES:
            return bytes((IDENTITY_BYTES[n],))
        texts = {65: "1.00", 66: self._profile.maker, 67: self._profile.model, 68: "0000000001"}
        return b"\x5f" + texts.get(n, "").encode("ascii") + b"\x00"
