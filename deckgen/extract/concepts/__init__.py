"""Prose -> concept notes: sentences, self-contained statements, the form to ask each in, a choice.

Each step is a module: ``statements`` finds what can be said alone (``chatter`` tells talk,
``antecedents`` resolves what points back), ``forms`` how to ask it, ``choice`` what is worth it.
"""

import re
from dataclasses import dataclass

from deckgen.extract.concepts import antecedents, chatter, choice, forms
from deckgen.extract.concepts.choice import Candidate
from deckgen.extract.concepts.forms import Form
from deckgen.extract.concepts.statements import Statement, statements
from deckgen.extract.language.clauses import Clause, clause
from deckgen.model.note import ClozeNote, ConceptNote, Origin

_OPENS = 0.3  # more weight for what opens a paragraph
_TOLD_BY = 30  # characters of a sentence
_OF_QUESTION = 1.0  # less weight for what explains an answer: its question asks for it already
_EXISTS = re.compile(r"There (?:is|are) (?!also\b|another\b|(?:the|these|those|its|their)\b)")
_FORMULA = re.compile(r"\$[^$\s](?:[^$]{0,300}[^$\s])?\$(?!\d)|\\\(|\\\[|`")
_CAPITAL = re.compile(r"(?<=[a-z] )(?P<word>[A-Z][a-z-]+)(?!\w)(?= (?P<next>\w*)|\W|$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its origin; ``of_question`` if it explains the answer to a question."""

    text: str
    origin: Origin
    of_question: bool = False


def extract(
    passages: tuple[Passage, ...], topic: str, asked: tuple[tuple[str, str], ...], spoken: str
) -> tuple[ConceptNote | ClozeNote, ...]:
    """The notes of an article in its order.

    ``topic`` is text whose words carry weight (title, stems); ``asked`` are question and answer of
    the page's other notes, which are not asked again; ``spoken`` is all text of the page.
    """
    length = sum(len(p.text.split()) for p in passages)
    names = _Names(spoken)
    chosen = choice.choose(candidates(passages, topic), length, asked)
    return tuple(_note(c, names) for c in chosen)


def candidates(passages: tuple[Passage, ...], topic: str) -> tuple[Candidate, ...]:
    """Every note that could be made of an article, in its order, before the best are chosen."""
    about = choice.words(topic)
    return tuple(
        candidate
        for order, passage in enumerate(passages)
        for candidate in _candidates(order, passage, about)
    )


def _candidates(order: int, passage: Passage, about: frozenset[str]) -> list[Candidate]:
    found: list[Candidate] = []
    topic = choice.Topic(about, choice.words(" ".join(passage.origin.headings[1:])))
    heading = passage.origin.headings[-1] if passage.origin.headings else ""
    for statement in statements(passage.text, heading):
        parts = clause(statement.text)
        alone = statement.alone and not (parts and _hangs(parts))
        for form in _forms(statement, parts, alone=alone):
            exists = bool(form.cloze and _EXISTS.match(form.cloze))
            if antecedents.points_back(form.front or form.cloze) and not exists:
                continue
            if statement.talk and chatter.talks(f"{form.front} {form.back}"):
                continue
            if form.cloze and not (alone or exists):
                continue  # the whole is not understood
            if form.cloze and _FORMULA.search(statement.text):
                continue  # a deletion could cut the formula in two
            worth = choice.gain(statement.text, parts.subject if parts else "", topic)
            worth += _OPENS * passage.text.startswith(statement.evidence[:_TOLD_BY])
            worth -= _OF_QUESTION * passage.of_question
            place = order * 1000 + len(found)
            found.append(
                Candidate(place, form.weight + worth, form, statement.evidence, passage.origin)
            )
    return found


def _forms(statement: Statement, parts: Clause | None, *, alone: bool) -> tuple[Form, ...]:
    if statement.named:
        return forms.named_afterwards(statement.text)
    return forms.recast(statement.text, parts) if alone else forms.beside(statement.text)


def _hangs(parts: Clause) -> bool:
    if antecedents.names_itself(parts.subject):
        return False
    return antecedents.hangs(parts.subject) and not antecedents.explained(
        parts.opening, parts.subject
    )


def _note(candidate: Candidate, names: "_Names") -> ConceptNote | ClozeNote:
    form = candidate.form
    if form.cloze:
        return ClozeNote(form.cloze, candidate.origin, candidate.evidence)
    return ConceptNote(names.lowered(form.front), form.back, candidate.origin, candidate.evidence)


class _Names:
    """Which words a page writes with a small letter, and which with a capital inside sentences."""

    def __init__(self, text: str) -> None:
        self._small = frozenset(re.findall(r"(?<![\w-])[a-z][\w-]*", text))
        self._names = frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w-]*", text))

    def lowered(self, question: str) -> str:
        """``What is Monitoring?`` -> ``What is monitoring?``, unless it is a name."""
        return question[:1] + _CAPITAL.sub(self._word, question[1:])

    def _word(self, found: re.Match[str]) -> str:
        word, following = found["word"], found["next"] or ""
        common = word.lower() in self._small or (following.islower() and word not in self._names)
        small = word.lower() if common and word not in self._names else word
        return found[0].replace(word, small, 1)
