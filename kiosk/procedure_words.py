"""A procedure's page on the screen and on paper, from what shared.catalog.page says of it. Pure.

What the page adds is the hall's own: at which counter, and what a number can be taken for.
"""

from shared.catalog.page import Checklist, Page
from shared.catalog.procedure import Procedure
from shared.domain.ids import ServiceId
from shared.domain.plan import Plan
from shared.i18n import Words, names_in
from shared.printing.checklist import Checklist as PrintedChecklist

NO_PAPERS = Checklist("", ())


def official_name(page: Page) -> str:
    """Return the official name, or "" where the title says as much."""
    bare = page.official_name.removeprefix("Thủ tục ").casefold()
    return "" if page.title.casefold() == bare else page.official_name


def facts(
    page: Page, services: list[ServiceId], plan: Plan | None, words: Words
) -> list[dict[str, str]]:
    """Return time, fee and counters as cards: ``id``, ``name`` and ``text``."""
    texts = {
        "time": "\n".join(page.times),
        "fee": "\n".join(page.fees),
        "counter": _counters(services, plan, words) or words.text("lookup.ask_counter"),
    }
    return [
        {"id": id_, "name": words.text(f"lookup.{id_}"), "text": text}
        for id_, text in texts.items()
    ]


def papers(page: Page, case: int) -> Checklist:
    """Return the papers of a case."""
    if not page.checklists:
        return NO_PAPERS
    return page.checklists[min(case, len(page.checklists) - 1)]


def cases(page: Page, words: Words) -> list[str]:
    """Return the names of the cases to choose from; empty where there is only one."""
    if len(page.checklists) < 2:
        return []
    return [
        each.title or words.text("lookup.case_number", number=at)
        for at, each in enumerate(page.checklists, start=1)
    ]


def sections(page: Page, words: Words) -> list[dict[str, str]]:
    """Return the rest of the page as titled texts; what is empty is left out."""
    forms = [form for each in page.checklists for paper in each.papers for form in paper.forms]
    written = {
        "result": page.result,
        "note": page.note,
        "ways": "\n".join(page.ways),
        "steps": "\n".join(page.steps),
        "forms": "\n".join(dict.fromkeys(forms)),
        "conditions": "\n".join(page.conditions),
        "applicants": ", ".join(page.applicants),
        "agency": page.agency,
        "legal_basis": "\n".join(page.legal_basis),
    }
    return [
        {"title": words.text(f"lookup.{key}"), "text": text}
        for key, text in written.items()
        if text
    ]


def source(page: Page, words: Words) -> str:
    """Return the code, and where the page's facts come from."""
    return ". ".join([words.text("lookup.code", code=page.code), *page.source])


def services(procedure: Procedure, plan: Plan | None) -> list[ServiceId]:
    """Return what a number for this procedure may be taken for.

    Services that name its code stand before those that name its whole field.
    """
    if plan is None:
        return []
    for key in (procedure.code, procedure.field):
        found = [each.id for each in plan.services.values() if key in each.procedures]
        if found:
            return found
    return []


def service_names(services: list[ServiceId], plan: Plan, words: Words) -> list[dict[str, str]]:
    """Return services to choose one from."""
    return [
        {"id": each, "name": names_in(plan.services[each].names, words.language)}
        for each in services
    ]


def on_paper(
    page: Page, case: int, services: list[ServiceId], plan: Plan, words: Words
) -> PrintedChecklist:
    """Return what the checklist says on paper."""
    named = cases(page, words)
    listed = papers(page, case)
    return PrintedChecklist(
        hall=names_in(plan.names, words.language),
        title=page.title,
        case=named[min(case, len(named) - 1)] if named else "",
        facts=tuple((each["name"], each["text"]) for each in facts(page, services, plan, words)),
        heading=words.text("lookup.bring"),
        papers=tuple((paper.name, paper.count) for paper in listed.papers),
        source=" ".join([*listed.remarks, source(page, words), *page.doubts]),
        qr=page.address,
    )


def _counters(services: list[ServiceId], plan: Plan | None, words: Words) -> str:
    serving = plan.counters.values() if plan else ()
    labels = [each.label for each in serving if set(services) & set(each.serves)]
    return words.counted("ticket.counters", len(labels), labels=", ".join(labels)) if labels else ""
