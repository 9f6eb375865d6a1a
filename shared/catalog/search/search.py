"""The search over one catalogue; built once, asked at every key. PURE.

A query is read with all its possible spellings, scored against every saying and every name, and
the best score of each target counts. A question back, or a matter for another office, wins when
its own saying fits best.
"""

from shared.catalog.answer import Answer, Choice, Elsewhere, Question
from shared.catalog.catalog import Catalog
from shared.catalog.procedure import Level
from shared.catalog.search.codes import code_tail, dossier_code, is_code_only, procedure_code
from shared.catalog.search.documents import (
    all_words,
    codes_of_targets,
    documents,
    elsewhere_target,
    need_target,
    question_target,
)
from shared.catalog.search.index import Index
from shared.catalog.search.phrases import Phrasebook, Piece, group_feature
from shared.catalog.search.scoring import scores
from shared.catalog.search.spelling import Vocabulary
from shared.catalog.search.tables import AskedBack, Matter, WordTables, shipped_tables
from shared.catalog.search.text import words_of

BEST = 3
SHOWN = 20

DOSSIER = "dossier"
"""The matter that tells where the state of a dossier is looked up."""

LEAST = 0.25
"""A best score below this is no answer."""

CLEARLY = 1.25
CERTAINLY = 0.7
"""A matter for elsewhere that fits so much better than all that is done here, or fits so well at
all, stands alone."""

NEAR = 0.35
"""What scores less than this share of the best is not shown."""

LARGE = 0.6
"""What scores less than this share of the best is not shown large."""

AS_GOOD = 0.97
"""A question is asked when its saying fits this well, compared to the best procedure."""

NOT_OURS = 0.85
"""The share of its score that a procedure of another level keeps."""

FURTHER = 0.02
"""What each place further back in a need's list of procedures costs."""


class Search:
    """Answers queries over one catalogue."""

    def __init__(
        self, catalog: Catalog, tables: WordTables | None = None, level: Level = "commune"
    ) -> None:
        """Prepare the answers of a hall at this level, with these tables or the shipped ones."""
        self._tables = shipped_tables() if tables is None else tables
        self._all = {procedure.code for procedure in catalog.procedures}
        self._here = {
            procedure.code
            for procedure in catalog.procedures
            if not procedure.levels or level in procedure.levels
        }
        matters = {each.id: each for each in self._tables.elsewhere}
        self._lookup = _elsewhere(matters[DOSSIER]) if DOSSIER in matters else None
        self._codes = codes_of_targets(catalog, self._tables)
        self._former = self._former_codes(catalog)
        self._book = Phrasebook(self._tables)
        self._vocabulary = Vocabulary(all_words(catalog, self._tables))
        weak = [group_feature(name) for name in self._tables.weak]
        self._index = Index(list(documents(catalog, self._tables, self._book)), weak)

    def _former_codes(self, catalog: Catalog) -> dict[str, tuple[str, ...]]:
        """Return what stands in the place of codes that are not, or no longer, in the catalogue."""
        former = {
            code: self._codes[need_target(need.id)]
            for need in self._tables.needs
            for code in need.codes
            if code not in self._all
        }
        for procedure in catalog.procedures:
            former.update(dict.fromkeys(procedure.former_codes, (procedure.code,)))
        return former

    def answer(self, query: str) -> Answer:
        """Return what to show for a query, whole or still being typed."""
        dossier = dossier_code(query)
        if dossier:
            return Answer(query, out_of_scope=self._lookup, dossier_code=dossier)
        named = self._by_code(query)
        if named or is_code_only(query):
            return Answer(query, named, len(named[:BEST]))
        return self._by_words(query)

    def _by_code(self, query: str) -> tuple[str, ...]:
        code = procedure_code(query)
        if code in self._all:
            return (code,)
        if code in self._former:
            return self._former[code]
        tail = code_tail(query)
        return tuple(sorted(code for code in self._all if tail and code.endswith(tail)))

    def _by_words(self, query: str) -> Answer:
        reached: dict[str, float] = {}
        for place, score in scores(self._pieces(query), self._index).items():
            target = self._index.documents[place].target
            reached[target] = max(score, reached.get(target, 0.0))
        codes = self._ranked(reached)
        matter, fit = self._matter(reached)
        here = max((score for code, score in codes.items() if code in self._here), default=0.0)
        away = _elsewhere(matter) if matter and fit >= max(LEAST, here) else None
        if away and fit >= min(CERTAINLY, CLEARLY * here):
            return Answer(query, out_of_scope=away)
        top = next(iter(codes.values()), 0.0)
        shown = [code for code, score in codes.items() if top >= LEAST and score >= top * NEAR]
        best = sum(codes[code] >= top * LARGE for code in shown)
        question = self._question(reached, top)
        if question:
            asked = [choice.codes[0] for choice in question.choices]
            shown, best = [*asked, *shown], len(asked)
        shown = list(dict.fromkeys(shown))[:SHOWN]
        return Answer(query, tuple(shown), min(best, len(shown), BEST), question, away)

    def _pieces(self, query: str) -> list[Piece]:
        written = [
            part
            for word in self._vocabulary.respaced(words_of(query))
            for part in self._book.written_out(word, self._vocabulary)
        ]
        # Sums and years that nobody wrote into a table tell nothing.
        words = [each for each in written if not each.isdecimal() or self._vocabulary.knows(each)]
        going_on = len(words) - 1 if query[-1:].isalnum() else -1
        readings = [
            self._vocabulary.readings(word, begun=place == going_on)
            for place, word in enumerate(words)
        ]
        return self._book.typed(readings, self._vocabulary)

    def _ranked(self, reached: dict[str, float]) -> dict[str, float]:
        """Return the procedures and their scores, best first."""
        codes: dict[str, float] = {}
        for target, score in reached.items():
            for place, code in enumerate(self._codes.get(target, ())):
                own = score * (1.0 if code in self._here else NOT_OURS) - FURTHER * place
                codes[code] = max(own, codes.get(code, 0.0))
        return dict(sorted(codes.items(), key=lambda item: (-item[1], item[0])))

    def _matter(self, reached: dict[str, float]) -> tuple[Matter | None, float]:
        """Return the matter for elsewhere that fits best, and how well."""
        fits = [
            (reached.get(elsewhere_target(each.id), 0.0), each) for each in self._tables.elsewhere
        ]
        fit, matter = max(fits, key=lambda each: each[0], default=(0.0, None))
        return matter, fit

    def _question(self, reached: dict[str, float], top: float) -> Question | None:
        """Return the question that fits as well as the best procedure."""
        fits = [
            (reached.get(question_target(each.id), 0.0), each) for each in self._tables.questions
        ]
        fit, asked = max(fits, key=lambda each: each[0], default=(0.0, None))
        return self._choices(asked) if asked and fit >= max(LEAST, top * AS_GOOD) else None

    def _choices(self, asked: AskedBack) -> Question | None:
        """Return the question with the choices that this catalogue has, if that is a choice."""
        choices = []
        for choice in asked.choices:
            codes = [code for need in choice.needs for code in self._codes[need_target(need)]]
            if codes:
                choices.append(Choice(choice.text, tuple(dict.fromkeys(codes))))
        return Question(asked.ask, tuple(choices)) if len(choices) > 1 else None


def _elsewhere(matter: Matter) -> Elsewhere:
    return Elsewhere(matter.id, matter.what, matter.where)
