"""Prose -> concept notes: sentences, self-contained statements, the form to ask each in, a choice.

The steps are those of a ``Language``: which statements can be said alone, and how to ask them;
``choice`` tells what is worth it. English has a module for each step: ``statements`` (``chatter``
tells talk, ``antecedents`` resolves what points back) and ``forms``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby

from deckgen.extract.concepts import choice
from deckgen.extract.concepts.choice import Candidate
from deckgen.extract.concepts.forms import Form
from deckgen.extract.concepts.language import UNREAD, Language
from deckgen.extract.concepts.names import Names
from deckgen.extract.concepts.statements import ANNOUNCES, Statement
from deckgen.model.coverage import Told
from deckgen.model.document import Density
from deckgen.model.note import ClozeNote, ConceptNote, Origin, front

_UNCLEAR = "it points back to what was not found"
_UNASKED = "no form to ask it in"
_NO_RULES = "there are no rules for its language"
_OPENS = 0.3  # more weight for what opens a paragraph
_PLACES = 1000  # notes of one passage at most
_TOLD_BY = 30  # characters of a sentence
_OF_QUESTION = 1.0  # less weight for what explains an answer: its question asks for it already
_FORMULA = re.compile(r"\$[^$\s](?:[^$]{0,300}[^$\s])?\$(?!\d)|\\\(|\\\[|`")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its origin; ``of_question`` if it explains the answer to a question."""

    text: str
    origin: Origin
    language: Language
    of_question: bool = False


@dataclass(frozen=True, slots=True)
class _Remark:
    """What became of a statement of a sentence, as far as it is known before the choice."""

    line: int
    sentence: str
    why: str
    talk: bool = False
    candidate: Candidate | None = None


def extract(
    passages: tuple[Passage, ...],
    topic: str,
    asked: tuple[tuple[str, str], ...],
    spoken: str,
    density: Density = "normal",
) -> tuple[tuple[ConceptNote | ClozeNote, ...], tuple[Told, ...]]:
    """The notes of an article in its order, and what became of each of its sentences.

    ``topic`` is text whose words carry weight (title, stems); ``asked`` are question and answer of
    the page's other notes, which are not asked again; ``spoken`` is all text of the page.
    """
    remarks = _all_remarks(passages, topic)
    found = [remark.candidate for remark in remarks if remark.candidate]
    if not found:
        return (), _told(remarks, {}, {})
    most = choice.most(sum(_length(p) for p in passages), density)
    left_out = choice.choose(found, most, asked)
    names = Names(spoken)
    notes = {
        c.order: _note(c, None if passages[c.order // _PLACES].language.capitals else names)
        for c in found
        if not left_out[c.order]
    }
    return tuple(notes.values()), _told(remarks, notes, left_out)


def candidates(passages: tuple[Passage, ...], topic: str) -> tuple[Candidate, ...]:
    """Every note that could be made of an article, in its order, before the best are chosen."""
    return tuple(r.candidate for r in _all_remarks(passages, topic) if r.candidate)


def _all_remarks(passages: tuple[Passage, ...], topic: str) -> list[_Remark]:
    about = choice.words(topic)
    return [
        remark
        for order, passage in enumerate(passages)
        for remark in _remarks(order, passage, about)
    ]


def _remarks(order: int, passage: Passage, about: frozenset[str]) -> Iterator[_Remark]:
    topic = choice.Topic(about, choice.words(" ".join(passage.origin.headings[1:])))
    heading = passage.origin.headings[-1] if passage.origin.headings else ""
    line, places, sentence = passage.origin.line, count(order * _PLACES), ""
    for statement in passage.language.statements(passage.text, heading):
        sentence = sentence if statement.named else statement.evidence
        found = list(_weighed(statement, passage, topic))
        for form, worth in found:
            made = Candidate(next(places), worth, form, statement.evidence, passage.origin)
            yield _Remark(line, sentence, "", candidate=made)
        if statement.talk:
            yield _Remark(line, sentence, statement.talk, talk=True)
        elif not found:
            yield _Remark(line, sentence, _left_out(statement, passage.language))


def _weighed(
    statement: Statement, passage: Passage, topic: choice.Topic
) -> Iterator[tuple[Form, float]]:
    """The forms in which a statement can be asked, each with its weight."""
    for form, worth in passage.language.forms(statement, topic):
        if form.cloze and _FORMULA.search(statement.text):
            continue  # a deletion could cut the formula in two
        worth += _OPENS * passage.text.startswith(statement.evidence[:_TOLD_BY])
        worth -= _OF_QUESTION * passage.of_question
        yield form, form.weight + worth


def _left_out(statement: Statement, language: Language) -> str:
    """Why a statement without talk made no card."""
    if language is UNREAD:
        return _NO_RULES
    return _UNASKED if statement.alone else _UNCLEAR


def _told(
    remarks: list[_Remark], notes: dict[int, ConceptNote | ClozeNote], left_out: dict[int, str]
) -> tuple[Told, ...]:
    """The sentences in the order of the page, each with the best that became of it."""
    told: list[Told] = []
    for (line, sentence), group in groupby(remarks, key=lambda r: (r.line, r.sentence)):
        of_it = list(group)
        orders = [r.candidate.order for r in of_it if r.candidate]
        made = [notes[order] for order in orders if order in notes]
        if made:
            told.append(Told(sentence, line, "card", fronts=tuple(front(note) for note in made)))
        elif orders:
            told.append(Told(sentence, line, "left out", left_out[orders[0]]))
        elif all(r.talk for r in of_it):
            announces = of_it[0].why == ANNOUNCES
            told.append(Told(sentence, line, "context" if announces else "chatter", of_it[0].why))
        else:
            why = next(r.why for r in of_it if not r.talk)
            told.append(Told(sentence, line, "left out", why))
    return tuple(told)


def _length(passage: Passage) -> int:
    """How many words of English would say as much."""
    return len(passage.text.split()) * 100 // passage.language.words


def _note(candidate: Candidate, names: Names | None) -> ConceptNote | ClozeNote:
    form = candidate.form
    if form.cloze:
        return ClozeNote(form.cloze, candidate.origin, candidate.evidence)
    front = names.lowered(form.front) if names else form.front
    return ConceptNote(front, form.back, candidate.origin, candidate.evidence)
