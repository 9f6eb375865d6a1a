"""What devices ask or hand in beside the queue: each kind goes to whoever answers it."""

from dataclasses import dataclass

from shared.domain.commands import Actor
from shared.domain.hall import Hall
from shared.hub.asked_counts import AskedCounts
from shared.hub.catalog_shelf import CatalogShelf
from shared.hub.dossier_lookup import DossierLookup
from shared.hub.feedback import Feedback
from shared.hub.topics import ticket_place
from shared.protocol.messages import (
    Answer,
    Ask,
    FetchCatalog,
    FindDossier,
    FindTicket,
    HubFrame,
    Tell,
)


@dataclass(frozen=True, slots=True)
class Inquiries:
    """Answers Ask and Tell. Use from the event loop's thread only."""

    feedback: Feedback
    shelf: CatalogShelf
    dossiers: DossierLookup
    asked: AskedCounts

    async def answered(self, frame: Ask | Tell, actor: Actor, hall: Hall) -> HubFrame:
        """Return the answer; ``hall`` is the committed one."""
        if isinstance(frame, Tell):
            return await self.feedback.taken(frame.id, frame.message, actor)
        match frame.question:
            case FindTicket(number=number, token=token):
                return Answer(id=frame.id, place=ticket_place(hall, number, token))
            case FetchCatalog(version=version, offset=offset):
                return Answer(id=frame.id, catalog=self.shelf.part(version, offset))
            case FindDossier() as question:
                return await self.dossiers.answered(frame.id, question, actor)
