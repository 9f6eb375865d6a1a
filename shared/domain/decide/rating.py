"""The citizen's mark: once a ticket, at the counter that finished it, while it is open."""

from shared.domain.commands import Actor, RateService
from shared.domain.decide.guards import Refused, counter_of
from shared.domain.errors import RatingShut, UnknownMark
from shared.domain.events import Event, ServiceRated
from shared.domain.hall import Hall


def rate(hall: Hall, command: RateService, now: int, actor: Actor) -> tuple[Event, ...]:
    """Take the mark for the ticket just finished."""
    counter = counter_of(hall, actor)
    if counter.rating is None or counter.rating != command.ticket:
        raise Refused(RatingShut())
    levels = {level.id for level in hall.plan.rating_levels}
    reasons = {reason.id for reason in hall.plan.rating_reasons}
    if command.level not in levels or not reasons.issuperset(command.reasons):
        raise Refused(UnknownMark())
    return (
        ServiceRated(
            ticket=command.ticket,
            counter=counter.id,
            level=command.level,
            reasons=command.reasons,
        ),
    )
