"""Stems that ask what is not so: the odd answer, and the options that are so."""

import re

from deckgen.extract.explanations import options, shapes
from deckgen.extract.explanations.answer import Answer
from deckgen.extract.explanations.answers import named
from deckgen.extract.explanations.mentions import OTHERS, Name
from deckgen.extract.explanations.options import is_topic
from deckgen.extract.explanations.phrases import (
    SECOND_NAME,
    is_vague,
    several,
    words,
)
from deckgen.extract.explanations.segments import segments
from deckgen.extract.explanations.subjects import said as parted
from deckgen.extract.language.clauses import clause

_DENIES = re.compile(r"(?:do|does|can|did|will)(?:\s?not|n['’]t)$", re.IGNORECASE)
_ODD = re.compile(
    r"\b(?:odd one out|exceptions?|not|no|n['’]t|never|false|incorrect|instead|rather than)\b"
    r"|n['’]t\b"
)
_THOUGHT_OF = re.compile(
    r"^(?:and |but )?(?:although|though|while) .{0,60}?\b"
    r"(?:think of|thinks of|sees?|regards?|treats?) "
    r"(?P<a>[^,]{3,60}?) as\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|they|he|she|this|these)\b", re.IGNORECASE)
_SO_DOES = re.compile(
    r"(?:and\s)?so\s(?:do|does|did|is|are|can|will)\s(?P<a>[^,;:]{3,60})$", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|rather than|instead|incorrect|wrong|differs?|only|but|would|yet"
    r"|too|likewise|alone|different|elsewhere|unrelated|lacks?|fails?|without)\b|n['’]t\b",
    re.IGNORECASE,
)


def find_odd(stem: str, spoken: list[str]) -> Answer | None:
    """The answer to a stem that asks what is not so, or None."""
    if name := named(spoken):
        return Answer(name, shapes.of(name))
    if name := odd_one(spoken[0]):
        if words(name) <= words(stem):  # "The liver does not make insulin": what is denied
            parts = parted(spoken[0])
            denied = re.split(r"[,;]\s", parts.predicate)[0] if parts else ""
            plain = parts is not None and bool(_DENIES.match(parts.verb))
            return Answer(denied, "act") if denied and plain else None
        return Answer(name, shapes.of(name))
    return None


def odd_one(sentence: str) -> str:
    """The subject of a sentence that says what it is not, for a stem that asks just that."""
    parts = parted(sentence)
    if parts is None or parts.opening or not _ODD.search(f"{parts.verb} {parts.predicate}"):
        return ""
    return "" if is_vague(parts.subject) else SECOND_NAME.sub("", parts.subject)


def true_options(stem: str, answer: Answer, told: str, spoken: list[str]) -> tuple[str, ...]:
    """To a stem that asks what is not so: what later sentences say is."""
    named: list[Name] = []
    for part in (*segments(told)[1:], *(p for sentence in spoken for p in segments(sentence))):
        parts = clause(part)
        if thought := _THOUGHT_OF.match(part) or _SO_DOES.match(part):
            named.append((thought["a"], None))
        elif (
            parts
            and answer.shape == "act"
            and (_PRONOUN.match(part) or is_topic(parts.subject, stem))
        ):
            named += _listed(f"{parts.verb} {parts.predicate}")
        elif parts and not OTHERS.search(parts.subject):
            named += [(name, None) for name in several(parts.subject)]
    return options.beside(named, stem, answer)


def _listed(said: str) -> list[Name]:
    """``does make bile, store sugar, and break down alcohol`` -> three acts."""
    text = re.sub(r"^(?:does|do|can|may|will|must|should)\s+(?:also\s+|all\s+)?", "", said)
    if _NEGATED.search(text):
        return []
    return [(re.sub(r"^(?:and|or)\s+", "", act), "act") for act in re.split(r",\s+", text)]
