"""Officers at their counters: signing in and out, pausing and going on."""

from shared.domain.commands import Actor, PauseCounter, ResumeCounter, SignIn, SignOut
from shared.domain.decide.guards import Refused, counter_of, staffed_counter, working_counter
from shared.domain.errors import CounterBusy, CounterOccupied, UnknownOfficer
from shared.domain.events import (
    CounterClosed,
    CounterOpened,
    CounterPaused,
    CounterResumed,
    Event,
)
from shared.domain.hall import Counter, CounterState, Hall


def sign_in(hall: Hall, command: SignIn, now: int, actor: Actor) -> tuple[Event, ...]:
    """Open the counter; the same officer signing in again changes nothing."""
    counter = counter_of(hall, actor)
    if command.officer not in hall.plan.officers:
        raise Refused(UnknownOfficer())
    if counter.officer == command.officer:
        return ()
    if counter.officer is not None:
        raise Refused(CounterOccupied())
    return (CounterOpened(counter=counter.id, officer=command.officer),)


def sign_out(hall: Hall, command: SignOut, now: int, actor: Actor) -> tuple[Event, ...]:
    """Close the counter, which must have sent its citizen on."""
    counter = staffed_counter(hall, actor)
    _nobody_there(hall, counter)
    return (CounterClosed(counter=counter.id),)


def pause(hall: Hall, command: PauseCounter, now: int, actor: Actor) -> tuple[Event, ...]:
    """Rest, for a reason that the panel shows."""
    counter = working_counter(hall, actor)
    _nobody_there(hall, counter)
    return (CounterPaused(counter=counter.id, reason=command.reason),)


def resume(hall: Hall, command: ResumeCounter, now: int, actor: Actor) -> tuple[Event, ...]:
    """Work again."""
    counter = staffed_counter(hall, actor)
    if counter.state is CounterState.OPEN:
        return ()
    return (CounterResumed(counter=counter.id),)


def _nobody_there(hall: Hall, counter: Counter) -> None:
    if counter.ticket is not None:
        raise Refused(CounterBusy(number=hall.tickets[counter.ticket].number))
