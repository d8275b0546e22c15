"""Which of all the statements become notes: by what a learner gains, each thing once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.extract.concepts.forms import Form
from deckgen.model.document import Density
from deckgen.model.note import Origin

_WORDS_PER_NOTE: dict[Density, int] = {"sparse": 60, "normal": 28, "dense": 20}
_AT_LEAST = 6  # notes that even a short page may give
_TWIN = 0.75  # of the words: the same thing said again
_ASKED = 0.8  # of the words: another note asks for it already
_LEAST_WEIGHT = 1.0  # a bare statement needs one sign of weight to become a note
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_RULE = re.compile(r"\b(?:must|only|never|cannot|required|prohibit\w*|called|known as)\b")
_RELATION = re.compile(
    r"\b(?:rather than|instead of|unlike|whereas|while|differs?|more|less|most|causes?|caused by"
    r"|leads?|results?|prevents?|protects?|forms?)\b"
)
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}s?\b")
_TECHNICAL = re.compile(r"\b[^\W\d_]{11,}\b")
_SUPPOSED = re.compile(r"\bwould\b|\bcould have\b")
_SHORT = 10  # words: a shorter statement rarely says what it speaks of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A note that could be made; ``order`` is its place on the page."""

    order: int
    weight: float
    form: Form
    evidence: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Topic:
    """What a page is about: the words of its title and stems, and of the nearest heading."""

    page: frozenset[str]
    section: frozenset[str]


def most(length: int, density: Density) -> int:
    """How many notes a page of ``length`` words may give: one of 900 words 15, 32 or 45."""
    return max(_AT_LEAST, length // _WORDS_PER_NOTE[density])


def gain(statement: str, subject: str, topic: Topic) -> float:
    """How much more than its form a statement is worth: it speaks of the topic, it sets a rule.

    The signs and their weights were measured: which statements of annotated pages an expert kept.
    """
    worth = 0.9 * bool(words(subject) & topic.section)
    worth += 0.3 * bool(words(statement) & topic.page)
    worth += 0.6 * bool(_ABBREVIATION.search(statement))
    worth += 0.5 * bool(_TECHNICAL.search(statement))
    worth += 0.4 * bool(_RULE.search(statement))
    worth += 0.3 * bool(_RELATION.search(statement))
    worth -= 0.8 * bool(_SUPPOSED.search(statement))
    worth += 0.6 * (statement.count(",") > 1)
    return worth - 1.7 * (len(statement.split()) < _SHORT)


def choose(
    candidates: Sequence[Candidate], most: int, asked: Sequence[tuple[str, str]]
) -> dict[int, str]:
    """Why each candidate was left out, by its order; those without a reason are chosen.

    At most ``most`` are: the best of them, none asked twice. ``asked`` are fronts and backs of the
    notes that the page has already.
    """
    if not candidates:
        return {}
    known = [words(f"{front} {back}") for front, back in asked]
    seen = list(known)
    fronts = [words(front) for front, _ in asked]
    left_out: dict[int, str] = {}
    free = most
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.order)):
        said, front = words(_said(candidate.form)), words(candidate.form.front)
        if candidate.weight < _LEAST_WEIGHT:
            why = "little to gain"
        elif not free:
            why = "less to gain than from the others"
        elif any(_covered(said, other) >= _ASKED for other in known):
            why = "another card asks for it"
        elif any(_overlap(said, other) >= _TWIN for other in seen):
            why = "said in another card"
        elif front and any(_overlap(front, other) >= _TWIN for other in fronts):
            why = "asked in another card"
        else:
            why = ""
            free -= 1
            seen.append(said)
            fronts += [front] if front else []
        left_out[candidate.order] = why
    return left_out


def words(text: str) -> frozenset[str]:
    """The words and figures by which two texts are compared."""
    found = _WORD.findall(text.lower())
    return frozenset(w[:-1] if w.endswith("s") and not w.endswith("ss") else w for w in found)


def _said(form: Form) -> str:
    return form.cloze or f"{form.front} {form.back}"


def _covered(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one) if one else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
