"""Prose -> concept notes: sentences, self-contained statements, the form to ask each in, a choice.

Each step is a module: ``statements`` finds what can be said alone (``chatter`` tells talk,
``antecedents`` resolves what points back), ``forms`` how to ask it, ``choice`` what is worth it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby

from deckgen.extract.concepts import antecedents, chatter, choice, forms
from deckgen.extract.concepts.choice import Candidate
from deckgen.extract.concepts.forms import Form
from deckgen.extract.concepts.statements import ANNOUNCES, Statement, may_explain, statements
from deckgen.extract.language.clauses import Clause, clause
from deckgen.model.coverage import Told
from deckgen.model.document import Density
from deckgen.model.note import ClozeNote, ConceptNote, Origin, front

_UNCLEAR = "it points back to what was not found"
_UNASKED = "no form to ask it in"
_ASKED = 2.0  # the weight of a question of the text with its answer
_OPENS = 0.3  # more weight for what opens a paragraph
_TOLD_BY = 30  # characters of a sentence
_OF_QUESTION = 1.0  # less weight for what explains an answer: its question asks for it already
_EXISTS = re.compile(r"There (?:is|are) (?!also\b|another\b|(?:the|these|those|its|their)\b)")
_FORMULA = re.compile(r"\$[^$\s](?:[^$]{0,300}[^$\s])?\$(?!\d)|\\\(|\\\[|`")
_PROPER = frozenset(  # adjectives of places and faiths, which keep their capital
    """
    African American Arab Arabic Asian Atlantic Australian Austrian Babylonian Baptist Belgian
    Brazilian British Buddhist Byzantine Canadian Catholic Celtic Chinese Christian Cuban Czech
    Danish Dutch Egyptian English European Finnish Flemish French Gaelic German Germanic Gothic
    Greek Hawaiian Hebrew Hindu Hungarian Indian Indonesian Iranian Irish Islamic Israeli Italian
    Japanese Jewish Korean Latin Lutheran Mediterranean Mexican Mongolian Moroccan Muslim Nigerian
    Nordic Norman Norwegian Ottoman Pacific Persian Philippine Polish Portuguese Protestant Roman
    Romanian Russian Scottish Siberian Slavic Soviet Spanish Swedish Swiss Thai Tibetan Turkish
    Ukrainian Victorian Vietnamese Viking Welsh
    """.split()
)
_SENTENCE = re.compile(r"[.!?]\W{0,3}(?:\s|$)")  # a heading may write all its words with capitals
_COMMON = re.compile(r"[A-Z][a-z]*(?:tion|sion|ment|ness|ity|ism|ing|logy|itis|osis|opia|graphy)s?")
_CAPITAL = re.compile(r"(?<=[a-z] )(?P<word>[A-Z][a-z-]+)(?!\w)(?= (?P<next>\w*)|\W|$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its origin; ``of_question`` if it explains the answer to a question."""

    text: str
    origin: Origin
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
    most = choice.most(sum(len(p.text.split()) for p in passages), density)
    left_out = choice.choose(found, most, asked)
    names = _Names(spoken)
    notes = {c.order: _note(c, names) for c in found if not left_out[c.order]}
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
    line, places, sentence = passage.origin.line, count(order * 1000), ""
    for statement in statements(passage.text, heading):
        sentence = sentence if statement.named else statement.evidence
        found = list(_weighed(statement, passage, topic))
        for form, worth in found:
            made = Candidate(next(places), worth, form, statement.evidence, passage.origin)
            yield _Remark(line, sentence, "", candidate=made)
        if statement.talk:
            yield _Remark(line, sentence, statement.talk, talk=True)
        elif not found:
            yield _Remark(line, sentence, _UNASKED if statement.alone else _UNCLEAR)


def _weighed(
    statement: Statement, passage: Passage, topic: choice.Topic
) -> Iterator[tuple[Form, float]]:
    """The forms in which a statement can be asked, each with its weight."""
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
        yield form, form.weight + worth


def _forms(statement: Statement, parts: Clause | None, *, alone: bool) -> tuple[Form, ...]:
    if statement.named:
        return forms.named_afterwards(statement.text)
    if statement.asked:
        return (Form(_ASKED, statement.asked, statement.text, rule="asked by the text"),)
    if statement.talk:
        return forms.beside(statement.text) if may_explain(statement.text) else ()
    return forms.recast(statement.text, parts) if alone else forms.beside(statement.text)


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


def _hangs(parts: Clause) -> bool:
    if parts.subject.lower() == "there" and (parts.copula or parts.predicate.startswith("be ")):
        return False  # "There are three kinds of ..."
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
        said = "\n".join(line for line in text.splitlines() if _SENTENCE.search(line))
        self._small = Counter(re.findall(r"(?<![\w-])[a-z][\w-]*", text))
        self._names = Counter(re.findall(r"(?<=[a-z,] )[A-Z][\w-]*", said))

    def lowered(self, question: str) -> str:
        """``What is Monitoring?`` -> ``What is monitoring?``, unless it is a name."""
        return question[:1] + _CAPITAL.sub(self._word, question[1:])

    def _word(self, found: re.Match[str]) -> str:
        word, following = found["word"], found["next"] or ""
        small, named = self._small[word.lower()], self._names[word]
        common = small or following.islower() or _COMMON.fullmatch(word)
        if not common or named > small or word in _PROPER:
            return found[0]
        return found[0].replace(word, word.lower(), 1)
