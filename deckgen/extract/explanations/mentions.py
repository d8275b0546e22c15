"""A part of a sentence -> the phrases that it names, and how it speaks of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from deckgen.extract.explanations import parallel, shapes
from deckgen.extract.explanations.phrases import is_vague, several
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.rejections import REJECTIONS
from deckgen.extract.explanations.segments import opened, segments
from deckgen.extract.explanations.shapes import Shape
from deckgen.extract.explanations.subjects import before_label, said
from deckgen.extract.language.clauses import Clause, clause, has_verb
from deckgen.extract.language.verbs import AUXILIARIES

# How a part speaks of what it names: "against" sets it against the answer in so many words;
# "denied" and "doubted" say that something does not hold of it, or hardly; "told" says anything;
# "back" points back, and "nothing" names nothing.
Mark = Literal["against", "denied", "doubted", "told", "back", "nothing"]
Name = tuple[str, Shape | None]  # the shape, where the wording tells it

OTHERS = re.compile(
    r"\b(?:other|remaining|incorrect|wrong|alternative)\s+(?:\w+\s+)?(?:options?|choices?"
    r"|answers?|responses?|alternatives?|terms?|items?|ones?)\b|\bthe others\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^(?:in contrast|by contrast|conversely|on the other hand|meanwhile|however|similarly"
    r"|likewise|whereas|unlike\b[^,]{0,80}"
    r"|in the context of[^,]{0,60}|among[^,]{0,60}|compared (?:to|with)[^,]{0,60}|the (?:other"
    r"|remaining)[^,]{0,60})\s*[,:]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"^(?:while|although|though|even though|whereas|and while|but while)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"^(?:neither|both|either)\s+(?P<a>.{3,80}?)\s+(?:nor|and|or)\s+(?P<b>.+)$", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:not|no|never|cannot|rather than|instead|incorrect|wrong|unrelated|lacks?|fails?"
    r"|without|nothing|neither|nor|hardly|rarely|seldom)\b|n['’]t\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:differs?|only|but|would|yet|too|likewise|alone|different|elsewhere|less)\b",
    re.IGNORECASE,
)
_GAPPED = re.compile(
    r"(?P<a>(?:(?i:the|an?)\s[\w-]+(?:\s[\w-]+)?|[A-Z][\w-]*))"
    r"(?:\s(?:for|by|in|to|on|how)\s|,\s)"
)
_REASON = re.compile(r",?\s(?:because|since|as|so that|which|who|where|that)\s")
_BEHIND_CLAIM = re.compile(r"[;:–—]|,?\swhether\s")
_OBJECT = re.compile(r"\b(?:it|them)\b")
_WITH = re.compile(
    r"(?:with|under|during)\s(?P<a>(?:(?:the|an?)\s)?[\w-]+(?:\s[\w-]+){0,3})", re.IGNORECASE
)
_OF_BEFORE = re.compile(r"(?:it|them|its|their)\b", re.IGNORECASE)
_CONDITION = re.compile(r"(?:if|when|whenever|once|unless|had)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?P<a>[^,]{3,50}), (?:the|an?|which|who|short for|or|also|too|tempting)\b[^,]{2,80},?$",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 5  # words before the noun that a stem asks for


@dataclass(frozen=True, slots=True)
class Mention:
    """What one part names; ``others`` where it says that it speaks of the other options."""

    names: tuple[Name, ...] = ()
    mark: Mark = "nothing"
    others: bool = False
    text: str = ""
    opened: bool = False  # something stands in front: "In a cold room, the yeast ..."


def mentions(sentence: str, stem: str) -> Iterator[Mention]:
    """What the parts of a sentence name, one after the other."""
    before = Mention()
    for at, part in enumerate(segments(sentence)):
        before = _mention(part, parallel.head(stem), follows=bool(before.names))
        if at and before.mark == "told" and _OBJECT.search(_claim(part)):
            before = Mention(mark="back")  # "That is a licence, and the owner can take it back"
        yield before


@lru_cache(maxsize=256)  # several rules look at one part
def _mention(part: str, head: str, *, follows: bool) -> Mention:
    text = opened(part.rstrip(".!"))
    if (against := set_against(text)) is not None:
        return Mention(against, "against", text=text)
    if follows and (gapped := _GAPPED.match(text)):
        return Mention(((gapped["a"], None),), "told")
    if labelled := before_label(text):
        return Mention(((labelled, None),), "against")
    parts = said(text)
    if named := _by_head(text, head):
        return Mention(((named, None),), _mark(text[len(named) :]))
    if parts is None:
        return Mention(others=bool(OTHERS.search(text)))
    return _of_clause(parts, text)


def _of_clause(parts: Clause, text: str) -> Mention:
    if OTHERS.search(parts.subject):
        return Mention(mark="back", others=True)
    if parts.opening and (_CONDITION.match(parts.opening) or OTHERS.search(parts.opening)):
        return Mention(mark="back", others=bool(OTHERS.search(text)))
    setting = _WITH.fullmatch(parts.opening)
    subject = setting["a"] if setting else without_aside(parts.subject)
    act = shapes.is_gerund(subject, bare=True)
    if is_vague(subject) or (not act and _OF_BEFORE.match(parts.predicate)):
        return Mention(mark="back")
    names = [subject] if act or "(" in subject else several(subject)
    mark = _mark(f"{parts.verb} {parts.predicate}")
    opened = bool(parts.opening) and not setting
    return Mention(tuple((name, None) for name in names), mark, text=text, opened=opened)


def _claim(predicate: str) -> str:
    """What is said, without the reason for it."""
    return _REASON.split(_BEHIND_CLAIM.split(predicate, maxsplit=1)[0], maxsplit=1)[0]


def _mark(predicate: str) -> Mark:
    """How a subject is spoken of, whatever the reason for it."""
    claim = _claim(predicate)
    if _DENIED.search(claim):
        return "denied"
    return "doubted" if _DOUBTED.search(claim) else "told"


@lru_cache(maxsize=256)
def set_against(text: str) -> tuple[Name, ...] | None:
    """What a text names in one of the phrasings that reject; None if it is none of them."""
    if found := first(REJECTIONS, text):
        phrasing, names = found
        parts = [p for n in names for p in ([n] if phrasing.shape else several(n))]
        return tuple((part, phrasing.shape) for part in parts)
    pair = _NEITHER.match(text)
    if pair and not has_verb(pair["a"]) and (rest := clause(f"{pair['b']}.")):
        return (pair["a"], None), (rest.subject, None)
    contrast = _CONTRAST.match(text) or _CONCEDED.match(text)
    if not contrast:
        return None
    return tuple((name, None) for name in several(_subject(contrast["rest"])))


def without_aside(subject: str) -> str:
    """``The oboe, the smaller reed,`` -> "The oboe"; lists stay whole."""
    found = _ASIDE.match(subject)
    return found["a"] if found else subject


def _subject(text: str) -> str:
    parts = said(text[:1].upper() + text[1:])
    return without_aside(parts.subject) if parts and not parts.opening else ""


def _by_head(text: str, head: str) -> str:
    """``The data link layer moves ...``: the stem's own noun ends a subject, whatever its words."""
    words = text.split()[:_LONGEST_SUBJECT]
    at = next((i for i, w in enumerate(words) if w.lower() == head and i > 1), 0) if head else 0
    named = " ".join(words[: at + 1])
    if any(w.lower() in AUXILIARIES for w in words[:at]):
        return ""  # "The follicle isn't a layer"
    return (
        named
        if at and re.match(r"(?:the|an?)\s(?!\S+\s(?:of|in|for|to|that)\b)", named, re.IGNORECASE)
        else ""
    )
