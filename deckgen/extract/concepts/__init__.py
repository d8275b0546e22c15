"""Prose -> concept notes: sentences, self-contained statements, the form to ask each in, a choice.

Each step is a module: ``language.sentences`` splits, ``chatter`` drops talk, ``antecedents``
resolves what points back, ``patterns`` finds the form; here they are ranked and chosen.
"""

import re
from dataclasses import dataclass

from deckgen.extract.concepts import antecedents, chatter, patterns
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause
from deckgen.model.document import Listing
from deckgen.model.note import ClozeNote, ConceptNote, Origin

_WORDS_PER_NOTE = 36  # a page of 900 words gives at most 25 notes
_AT_LEAST = 6  # notes that even a short page may give
_TWIN = 0.75  # of the words: the same thing said again
_LEAST_WEIGHT = 1.5  # a bare statement needs one sign of weight to become a note
_LONGEST = 45  # words of a sentence that still makes a card
_CONTEXT_LEAD = re.compile(
    r"^(?:In the context of[^,]{0,60}|At (?:its|their) core|Simply put|In (?:general|essence"
    r"|fact|practice|short|simple terms)|Put simply|Basically|Essentially|Broadly speaking"
    r"|Technically|In contrast|By contrast|On the other hand|Conversely|For example|For instance"
    r"|Additionally|Furthermore|Moreover|However|Similarly|Likewise|Also|Thus|Therefore|Hence"
    r"|Plus|And|But|Yet|Now|Meanwhile|As a result|Because of this|Remember that|Note that),?\s+"
)
_NUMBERED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:\w+\s+){0,2}(?:steps?|stages?|phases?|types?|kinds?|parts?|principles?|rules?|elements?|components?|categories|groups?|reasons?|factors?|signs?|forms?|methods?|functions?|ways?|levels?|layers?|ingredients?|conditions?)\b",
    re.IGNORECASE,
)

_QUESTION = re.compile(
    r"(What (?:is|are|does|do|was|were) )(?P<word>[A-Z][a-z-]+)(?!\w)(?: (?P<next>\w*))?"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or list of an article with its origin."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class _Candidate:
    order: int
    weight: float
    form: patterns.Form
    evidence: str
    origin: Origin


def extract(
    passages: tuple[Passage, ...], topic: str, asked: tuple[tuple[str, str], ...], spoken: str
) -> tuple[ConceptNote | ClozeNote, ...]:
    """The notes of an article in its order.

    ``topic`` is text whose words carry weight (title, stems); ``asked`` are question and answer of
    the page's other notes, which are not asked again; ``spoken`` is all text of the page.
    """
    weighty = _words(topic)
    candidates = [
        candidate
        for order, passage in enumerate(passages)
        for candidate in _candidates(order, passage, weighty)
    ]
    words = sum(len(p.text.split()) for p in passages)
    most = max(_AT_LEAST, words // _WORDS_PER_NOTE)
    chosen = _choose(candidates, most, asked)
    names = _Names(spoken)
    return tuple(_note(c, names) for c in chosen)


def of_list(listing: Listing, lead: str, origin: Origin) -> ConceptNote | None:
    """A list that a heading or a sentence announces, as one card; None where nothing does."""
    items = listing.items
    if not 2 <= len(items) <= 9 or any(len(i.split()) > 30 for i in items):
        return None
    announced = _announcement(lead)
    if not announced or not (listing.ordered or _NUMBERED.search(announced) or lead.endswith(":")):
        return None
    order = ", in order" if listing.ordered else ""
    count = {
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
    }[len(items)]
    front = f"{announced.rstrip('.:?! ')}: which {count}{order}?"
    marks = [f"{n}. {item}" if listing.ordered else f"- {item}" for n, item in enumerate(items, 1)]
    return ConceptNote(front, "\n".join(marks), origin, evidence=announced)


def _announcement(lead: str) -> str:
    """What a lead says of its list, without the talk around it."""
    for sentence in reversed(sentences.split(lead)):
        first = re.split(r",\s+(?:and|but|so)\s+(?:you|we|I|they)\b", sentence)[0]
        if not chatter.why(first + " is here now") and not antecedents.points_back(first):
            return first
    return ""


def _candidates(order: int, passage: Passage, weighty: frozenset[str]) -> list[_Candidate]:
    found: list[_Candidate] = []
    before = ""
    for sentence in sentences.split(passage.text):
        statement = _statement(sentence, before)
        before = statement or sentence
        if not statement:
            continue
        parts = clause(statement)
        if parts and antecedents.hangs(parts.subject):
            continue
        form = patterns.forms(statement, parts)
        if form is None or antecedents.points_back(form.front or form.cloze):
            continue
        weight = form.weight + _gain(statement, parts.subject if parts else "", weighty)
        if weight >= _LEAST_WEIGHT:
            found.append(
                _Candidate(order * 100 + len(found), weight, form, sentence, passage.origin)
            )
    return found


def _statement(sentence: str, before: str) -> str:
    """A sentence as a self-contained statement, or nothing."""
    text = _CONTEXT_LEAD.sub("", sentence)
    text = text[:1].upper() + text[1:]
    if chatter.why(text) or len(text.split()) > _LONGEST or "{{" in text:
        return ""
    if text.endswith(":"):  # it announces a list, which has a card of its own
        return ""
    return antecedents.resolve(text, before) or ""


def _gain(statement: str, subject: str, weighty: frozenset[str]) -> float:
    """How much more than its form a statement is worth: it speaks of the topic, it sets a rule."""
    gain = 0.5 * bool(_words(subject) & weighty) + 0.3 * bool(_words(statement) & weighty)
    gain += 0.4 * bool(re.search(r"\b[A-Z]{2,}\b|[A-Za-z]+-[a-z]+", subject))
    gain += 0.4 * bool(
        re.search(r"\b(?:must|only|never|cannot|required|prohibit\w*|called|known as)\b", statement)
    )
    gain += 0.4 * bool(
        re.search(
            r"\b(?:rather than|instead of|unlike|whereas|while|differs?|more|less|most|causes?"
            r"|leads?|results?|prevents?|protects?|forms?)\b",
            statement,
        )
    )
    return gain


def _choose(
    candidates: list[_Candidate], most: int, asked: tuple[tuple[str, str], ...]
) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    seen = [_words(f"{front} {back}") for front, back in asked]
    fronts = [_words(front) for front, _ in asked]
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.order)):
        words = _words(candidate.evidence)
        if any(_overlap(words, other) >= _TWIN for other in seen):
            continue
        front = _words(candidate.form.front)
        if front and any(_overlap(front, other) >= _TWIN for other in fronts):
            continue
        chosen.append(candidate)
        seen.append(words)
        if front:
            fronts.append(front)
        if len(chosen) == most:
            break
    return sorted(chosen, key=lambda c: c.order)


def _note(candidate: _Candidate, names: "_Names") -> ConceptNote | ClozeNote:
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
        found = _QUESTION.match(question)
        if not found:
            return question
        word, following = found["word"], found["next"] or ""
        common = word.lower() in self._small or (following.islower() and word not in self._names)
        return found[1] + word.lower() + question[found.end("word") :] if common else question


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W\d_]{4,}|\d[\d.,]*", text.lower())
    return frozenset(w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in found)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
