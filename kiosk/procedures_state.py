"""Finding a procedure: results while typing, one question back, and lists to browse. Pure.

The search itself is shared.catalog.search; here is what was asked and which answer came. What
is read of a procedure once it is open is in procedure_state.
"""

from dataclasses import dataclass, replace

from shared.catalog.answer import Answer
from shared.catalog.browse import Shelf
from shared.catalog.catalog import Catalog
from shared.catalog.procedure import Procedure
from shared.i18n import Words, names_in

EVENT, FIELD, ASKED = "event", "field", "asked"
WAYS = (EVENT, FIELD, ASKED)
"""The ways to browse: by life event, by field, by what is asked most."""


NOTHING = Catalog((), "")
"""What is there before a catalogue has come."""


@dataclass(frozen=True, slots=True)
class ProceduresState:
    """``browsing`` is a way to browse, ``group`` the place of the shelf chosen in it, -1 for none.

    ``choice`` is which answer to the question back was taken, -1 for none yet. ``asked`` are the
    procedures most asked for this month.
    """

    catalog: Catalog = NOTHING
    fields: tuple[Shelf, ...] = ()
    events: tuple[Shelf, ...] = ()
    asked: tuple[str, ...] = ()
    answer: Answer | None = None
    choice: int = -1
    browsing: str = ""
    group: int = -1
    typing: bool = True
    code: str = ""


@dataclass(frozen=True, slots=True)
class CatalogCame:
    """A whole catalogue is here, with its shelves."""

    catalog: Catalog
    fields: tuple[Shelf, ...] = ()
    events: tuple[Shelf, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedChanged:
    """Other procedures are asked for most."""

    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The search says this to what is typed; None when nothing is."""

    answer: Answer | None


@dataclass(frozen=True, slots=True)
class ChoiceTaken:
    """Somebody answered the question back."""

    choice: int


@dataclass(frozen=True, slots=True)
class Browsed:
    """Somebody browses this way."""

    browsing: str


@dataclass(frozen=True, slots=True)
class GroupChosen:
    """Somebody chose a shelf: a life event or a field."""

    group: int


@dataclass(frozen=True, slots=True)
class KeysShown:
    """Somebody wants the on-screen keys, or the room they take."""

    shown: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opened a procedure."""

    code: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """One step back."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody is done with this page."""


Message = (
    CatalogCame
    | AskedChanged
    | Answered
    | ChoiceTaken
    | Browsed
    | GroupChosen
    | KeysShown
    | Opened
    | WentBack
    | Left
)


def update(state: ProceduresState, message: Message) -> ProceduresState:
    """Return the state after a message."""
    match message:
        case CatalogCame(catalog=catalog, fields=fields, events=events):
            return _fitted(replace(state, catalog=catalog, fields=fields, events=events))
        case AskedChanged(asked=asked):
            return replace(state, asked=asked)
        case Answered(answer=answer):
            return replace(state, answer=answer, choice=-1, browsing="", group=-1, code="")
        case ChoiceTaken(choice=choice):
            return replace(state, choice=choice)
        case Browsed(browsing=browsing):
            return replace(state, browsing=browsing, typing=False)
        case GroupChosen(group=group):
            return replace(state, group=group)
        case KeysShown(shown=shown):
            return replace(state, typing=shown)
        case Opened(code=code):
            return replace(state, code=code)
        case WentBack():
            return _back(state)
    return ProceduresState(state.catalog, state.fields, state.events, state.asked)


def may_go_back(state: ProceduresState) -> bool:
    """Tell whether there is a step back within the page."""
    return bool(state.code or state.browsing or state.choice >= 0)


def _back(state: ProceduresState) -> ProceduresState:
    if state.code:
        return replace(state, code="")
    if state.group >= 0:
        return replace(state, group=-1)
    if state.browsing:
        return replace(state, browsing="", typing=True)
    return replace(state, choice=-1)


def _fitted(state: ProceduresState) -> ProceduresState:
    """Let go of what a new catalogue does not have."""
    if state.code in _by_code(state):
        return state
    return replace(state, code="", answer=None, choice=-1, browsing="", group=-1)


def opened(state: ProceduresState) -> Procedure | None:
    """Return the procedure that is open."""
    return _by_code(state).get(state.code)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: words only (``say``), or something to choose.

    Kinds to choose: ``way`` to browse, ``choice`` of a question, ``group``, ``procedure``,
    ``dossier``. A ``large`` one is among the best answers.
    """

    kind: str
    text: str
    id: str = ""
    below: str = ""
    large: bool = False


def rows(state: ProceduresState, words: Words, *, dossiers: bool = False) -> list[Row]:
    """Return everything that the list shows, from the top.

    ``dossiers`` says whether this hall tells how dossiers stand.
    """
    if not state.catalog.procedures:
        return [Row("say", words.text("lookup.nothing_yet"))]
    if state.browsing:
        return [Row("say", _heading(state, words), large=True), *_browsed(state, words)]
    if state.answer is None:
        return [Row("say", words.text("lookup.hint")), *_ways(words)]
    code = state.answer.dossier_code
    if code and dossiers:
        return [Row("dossier", words.text("lookup.dossier", code=code), code, large=True)]
    return _answer_rows(state, state.answer, words)


def _answer_rows(state: ProceduresState, answer: Answer, words: Words) -> list[Row]:
    if answer.out_of_scope is not None:
        matter, language = answer.out_of_scope, words.language
        return [
            Row("say", f"{words.text('lookup.not_here')}: {names_in(matter.what, language)}",
                large=True),
            Row("say", names_in(matter.where, language)),
        ]  # fmt: skip
    if answer.question is not None and state.choice < 0:
        asked = answer.question
        choices = [
            Row("choice", names_in(choice.text, words.language), str(at))
            for at, choice in enumerate(asked.choices)
        ]
        return [Row("say", names_in(asked.text, words.language), large=True), *choices]
    found = _found(state, words)
    return found or [Row("say", words.text("lookup.nothing"))]


def _ways(words: Words) -> list[Row]:
    return [Row("way", words.text(f"lookup.by_{way}"), way) for way in WAYS]


def _heading(state: ProceduresState, words: Words) -> str:
    if state.group >= 0:
        return names_in(_shelves(state)[state.group].name, words.language)
    return words.text(f"lookup.by_{state.browsing}")


def _browsed(state: ProceduresState, words: Words) -> list[Row]:
    if state.browsing == ASKED or state.group >= 0:
        return _found(state, words)
    return [
        Row(
            "group",
            names_in(shelf.name, words.language),
            str(place),
            words.counted("lookup.results", len(shelf.codes)),
        )
        for place, shelf in enumerate(_shelves(state))
    ]


def _shelves(state: ProceduresState) -> tuple[Shelf, ...]:
    return state.events if state.browsing == EVENT else state.fields


def _found(state: ProceduresState, words: Words) -> list[Row]:
    codes, best = _codes(state)
    known = _by_code(state)
    return [
        Row("procedure", known[code].title(words.language), code, known[code].field, place < best)
        for place, code in enumerate(codes)
        if code in known
    ]


def _codes(state: ProceduresState) -> tuple[tuple[str, ...], int]:
    """Return the codes to show, and how many of them are best."""
    if state.browsing == ASKED:
        return state.asked, 0
    if state.browsing:
        return _shelves(state)[state.group].codes, 0
    assert state.answer is not None, "nothing is listed before something is asked"
    if state.answer.question is not None:
        return state.answer.question.choices[state.choice].codes, 3
    return state.answer.codes, state.answer.best


def _by_code(state: ProceduresState) -> dict[str, Procedure]:
    return {each.code: each for each in state.catalog.procedures}
