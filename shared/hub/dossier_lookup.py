"""Dossiers on their way to the kiosks: the desk's answers, never early, nothing kept or logged.

The desk decides who may know; here it is asked in a thread, since its source may be slow, and
its answer waits so long that the time tells nothing.
"""

import asyncio
import logging
import secrets

from shared.catalog.desk import ANSWER_AFTER_MS, Desk, Reply
from shared.catalog.dossiers.dossier import Dossier
from shared.catalog.dossiers.records import Reading
from shared.catalog.sources.file_drop import DossierDrop
from shared.catalog.sources.interface import DossierSource, Sync
from shared.catalog.sources.national_service import Access, NationalService
from shared.clock import HallClock
from shared.config.dossiers import DossierPlan
from shared.domain.commands import Actor, Role
from shared.domain.errors import NotAllowed
from shared.protocol.messages import (
    Answer,
    DossierAnswer,
    DossierStanding,
    FindDossier,
    Refused,
)

log = logging.getLogger(__name__)

KEY_BYTES = 32


class DossierLookup:
    """Answers the kiosks' questions about dossiers. Use from the event loop's thread only."""

    def __init__(self, plan: DossierPlan | None, clock: HallClock) -> None:
        """The key of the proofs is new at every start and is never written down."""
        self._clock = clock
        key = secrets.token_bytes(KEY_BYTES)
        self._source = _source(plan, key, clock) if plan else None
        self._desk = Desk(self._source, key) if self._source else None
        self._turn = asyncio.Lock()

    async def answered(self, id_: str, question: FindDossier, actor: Actor) -> Answer | Refused:
        """Return the answer, after as long as every answer takes."""
        if actor.role is not Role.KIOSK or self._desk is None:
            return Refused(id=id_, refusal=NotAllowed())
        loop = asyncio.get_running_loop()
        given_s = loop.time() + ANSWER_AFTER_MS / 1000
        async with self._turn:
            reply = await asyncio.to_thread(
                self._desk.ask, actor.place, question.code, question.factor, self._clock.now_ms()
            )
        if reply.sync.trouble:
            log.warning("the source of dossiers: %s", reply.sync.trouble)
        await asyncio.sleep(given_s - loop.time())
        return Answer(id=id_, dossier=_answer(reply))

    async def known(self) -> tuple[tuple[Dossier, ...], Sync]:
        """Return all dossiers that the source lists, and when it last answered."""
        source = self._source
        if source is None:
            return (), Sync()
        async with self._turn:
            return await asyncio.to_thread(source.known), source.sync()


def _source(plan: DossierPlan, key: bytes, clock: HallClock) -> DossierSource | None:
    reading = Reading(key, plan.states, plan.factors)
    if plan.folder is not None:
        return DossierDrop(plan.folder, reading, clock.now_ms)
    assert plan.service is not None, "a plan has one source"
    try:
        password = plan.service.password_file.read_text(encoding="utf-8").strip()
    except OSError as error:
        log.error("no dossiers: the password of the national service cannot be read: %s", error)
        return None
    service = plan.service
    access = Access(service.address, service.unit, service.username, password)
    return NationalService(access, reading, clock.now_ms)


def _answer(reply: Reply) -> DossierAnswer:
    return DossierAnswer(
        kind=reply.kind,
        synced_ms=reply.sync.last_ms,
        until_ms=reply.until_ms,
        dossier=_standing(reply.dossier) if reply.dossier else None,
    )


def _standing(dossier: Dossier) -> DossierStanding:
    """Return what may leave the hub: all but the proofs."""
    return DossierStanding(
        code=dossier.code,
        procedure=dossier.procedure,
        state=None if dossier.state is None else int(dossier.state),
        received=dossier.received,
        due=dossier.due,
        apology_due=dossier.apology_due,
        finished=dossier.finished,
        returned=dossier.returned,
        unit=dossier.unit,
        masked_name=dossier.masked_name,
    )
