"""What the search says to a query: procedures, a question back, or where else to go. Types, PURE.

An answer holds codes only; the screen takes the rest from its catalogue.
"""

from dataclasses import dataclass

from shared.domain.ids import Names


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question asked back: a few words, and the procedures behind it."""

    text: Names
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The one question asked back when the words fit several needs; at least two choices."""

    text: Names
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A matter this hall does not handle: what it is, and where people go with it."""

    id: str
    what: Names
    where: Names


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show for a query.

    ``codes`` are procedures, best first; the first ``best`` of them (three at most) are worth
    showing large. A ``question`` stands above them. So does ``out_of_scope`` when both may be
    meant; mostly it stands alone.
    ``dossier_code`` is set when a dossier's code was typed: the dossier lookup takes it, and
    ``out_of_scope`` says so.
    Nothing at all means: not understood, ask the staff.
    """

    query: str
    codes: tuple[str, ...] = ()
    best: int = 0
    question: Question | None = None
    out_of_scope: Elsewhere | None = None
    dossier_code: str = ""
