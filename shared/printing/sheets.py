"""A slip on which a service is rated. Pure. The checklist of a procedure is in checklist.

A sheet has a heading, items with a box to tick, and perhaps a code. It goes to a printer as any
picture does (shared.printing.ticket_printer).
"""

from dataclasses import dataclass

from shared.domain.plan import Plan
from shared.i18n import Words, names_in
from shared.printing.layout import BODY_FLOOR_DOTS, Face, Layout, Measure, Page
from shared.printing.picture import Paper

ITEM_FLOOR_DOTS = 28


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it, from the top; empty lines are left out."""

    hall: str
    title: str
    subject: str
    items: tuple[str, ...]
    note: str = ""
    qr: str = ""


def rating_slip(plan: Plan, number: str, language: str, qr: str = "") -> Sheet:
    """Return a slip on which the citizen with a number ticks how it was."""
    words = Words(language)
    return Sheet(
        hall=names_in(plan.names, language),
        title=words.text("sheet.rating_title"),
        subject=words.text("sheet.rating_subject", number=number),
        items=tuple(names_in(level.names, language) for level in plan.rating_levels),
        note=words.text("sheet.rating_note"),
        qr=qr,
    )


def lay_out_sheet(sheet: Sheet, paper: Paper, measure: Measure) -> Layout:
    """Place a sheet's lines."""
    page = Page(paper, measure)
    page.text(sheet.hall, Face.BOLD, 30, BODY_FLOOR_DOTS)
    page.rule()
    page.text(sheet.title, Face.BOLD, 38, BODY_FLOOR_DOTS)
    page.text(sheet.subject, Face.TEXT, 32, BODY_FLOOR_DOTS)
    page.rule()
    for item in sheet.items:
        page.item(item, Face.TEXT, 30, ITEM_FLOOR_DOTS)
    page.rule()
    page.text(sheet.note, Face.TEXT, 26, BODY_FLOOR_DOTS)
    page.qr(sheet.qr)
    return page.finished()
