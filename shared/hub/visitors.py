"""Who is in the house now, by certificate: to notice a copy, and to show somebody the door."""

from collections.abc import Callable

from websockets.asyncio.server import ServerConnection

from shared.hub.door import address_of


class Visitors:
    """The connections of enrolled devices. Use from the event loop's thread."""

    def __init__(self) -> None:
        self._here: dict[str, set[ServerConnection]] = {}
        self.turned_away: Callable[[str, str], None] = lambda address, reason: None

    def came(self, mark: str, connection: ServerConnection) -> None:
        """A device is in."""
        self._here.setdefault(mark, set()).add(connection)

    def went(self, mark: str, connection: ServerConnection) -> None:
        """A device has gone."""
        self._here[mark].discard(connection)
        if not self._here[mark]:
            del self._here[mark]

    def is_here(self, mark: str) -> bool:
        """Tell whether a device is in."""
        return mark in self._here

    def elsewhere(self, mark: str, address: str) -> bool:
        """Tell whether this device is in already, from another address: one of both is a copy.

        A device that changed its address is let in when its old connection is found dead.
        """
        return any(address_of(each) != address for each in self._here.get(mark, ()))

    def drop(self, mark: str) -> None:
        """Cut all connections of a device, now."""
        for connection in list(self._here.get(mark, ())):
            connection.transport.abort()

    def marks(self) -> list[str]:
        """Return the fingerprints of all who are in."""
        return list(self._here)
