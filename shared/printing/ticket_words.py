"""What stands on a ticket, in words: made from what the hub gave and the hall's plan.

Nothing personal: the number, the service's field, the place in line, a random token.
"""

from dataclasses import dataclass

from shared.domain.numbering import qr_text
from shared.domain.plan import Plan, Service
from shared.i18n import Words, names_in
from shared.i18n.plan_words import category_name
from shared.i18n.time_words import date_of, time_of
from shared.protocol.messages import NumberGiven, TrialNumberGiven


@dataclass(frozen=True, slots=True)
class TicketContent:
    """A ticket's lines, ready to print; empty ones are left out.

    ``again`` marks a copy and ``bar`` a priority; both are printed inverted.
    """

    unit_above: str
    hall: str
    title: str
    number: str
    bar: str
    service: str
    counters: str
    ahead: str
    issued: str
    qr: str
    rule: str
    again: str = ""


def ticket_content(
    given: NumberGiven | TrialNumberGiven, plan: Plan, language: str
) -> TicketContent:
    """Return the ticket for a number, or the test ticket, in one language."""
    words = Words(language)
    if isinstance(given, TrialNumberGiven):
        return _test_content(given, plan, words)
    service = plan.services[given.service]
    category = plan.categories.get(given.category) if given.category else None
    return TicketContent(
        unit_above=names_in(plan.unit_above, language),
        hall=names_in(plan.names, language),
        title=words.text("ticket.title"),
        number=given.number,
        bar=category_name(category, words) if category else "",
        service=_public_name(plan, service, language),
        counters=_counters(plan, service, words),
        ahead=_ahead(given.ahead, words),
        issued=_issued(given.issued_ms, plan),
        qr=qr_text(given.token),
        rule=words.counted("ticket.rule", plan.call_rules.calls_before_missed),
        again=words.text("ticket.again") if given.marked else "",
    )


def _test_content(given: TrialNumberGiven, plan: Plan, words: Words) -> TicketContent:
    return TicketContent(
        unit_above=names_in(plan.unit_above, words.language),
        hall=names_in(plan.names, words.language),
        title="",
        number=words.text("ticket.test_number", serial=given.serial),
        bar=words.text("ticket.test_title"),
        service="",
        counters="",
        ahead=words.text("ticket.test_rule"),
        issued=_issued(given.issued_ms, plan),
        qr="",
        rule="",
    )


def _public_name(plan: Plan, service: Service, language: str) -> str:
    """Return the field's name: what somebody has come for is nobody else's business."""
    return names_in(plan.fields[service.field].names, language)


def _counters(plan: Plan, service: Service, words: Words) -> str:
    labels = [c.label for c in plan.counters.values() if service.id in c.serves]
    if not labels:
        return ""
    return words.counted("ticket.counters", len(labels), labels=", ".join(_shortened(labels)))


def _shortened(labels: list[str]) -> list[str]:
    """Return labels with every run of three or more following numbers as ``3–7``."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and _follows(label, runs[-1][-1]):
            runs[-1].append(label)
        else:
            runs.append([label])
    return [each for run in runs for each in (run if len(run) < 3 else [f"{run[0]}–{run[-1]}"])]


def _follows(label: str, before: str) -> bool:
    return label.isdecimal() and before.isdecimal() and int(label) == int(before) + 1


def _ahead(ahead: int, words: Words) -> str:
    return words.counted("ticket.ahead", ahead) if ahead else words.text("ticket.next_one")


def _issued(issued_ms: int, plan: Plan) -> str:
    offset = plan.utc_offset_min
    return f"{time_of(issued_ms, offset)} · {date_of(issued_ms, offset)}"
