"""What the QR code of an ID card says, as far as a hall needs it: a number, and an age. Pure.

Fields are separated by ``|``: number, old number, name, birth, sex, address, day of issue; later
cards add more. Names and addresses are passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shared.domain.ids import CategoryId, FieldId, ServiceId
from shared.domain.plan import Category, Plan

LEAST_FIELDS = 7
NUMBER_DIGITS = 12
_NUMBER = re.compile(r"0[0-9]{11}")
_BEGINNING = re.compile(r"0[0-9]{11}\|")
_BIRTH = re.compile(r"([0-3][0-9])([01][0-9])([12][0-9]{3})")


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its number, and the birth date (ISO), "" if it cannot be read."""

    number: str
    birth: str


def read_card(text: str) -> Card | None:
    """Return the card whose code a scanner read, or None if it is no card."""
    fields = [field.strip() for field in text.split("|")]
    if len(fields) < LEAST_FIELDS or not _NUMBER.fullmatch(fields[0]):
        return None
    birth = _BIRTH.fullmatch(fields[3])
    return Card(number=fields[0], birth="-".join(reversed(birth.groups())) if birth else "")


def begins_card(text: str) -> bool:
    """Tell whether a scanner that has sent this much is sending an ID card."""
    return _BEGINNING.match(text) is not None


def card_field(plan: Plan, service_id: ServiceId) -> FieldId | None:
    """Return the field in which a person holds one number; None if no card is asked for."""
    service = plan.services.get(service_id)
    return plan.top_field(service.field) if service and service.asks_card else None


def age_on(card: Card, day: str) -> int:
    """Return the whole years of a card's owner on a day (ISO); 0 if either is not known."""
    if not card.birth or not day:
        return 0
    years = int(day[:4]) - int(card.birth[:4])
    return years if day[5:] >= card.birth[5:] else years - 1


def category_by_age(card: Card, categories: Iterable[Category], day: str) -> CategoryId | None:
    """Return the first category whose age the owner has reached, or None."""
    age = age_on(card, day)
    reached = (each.id for each in categories if each.min_age is not None and age >= each.min_age)
    return next(reached, None)
