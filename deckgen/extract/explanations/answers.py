"""The right answer in an explanation."""

import re

from deckgen.extract.explanations import amounts
from deckgen.extract.explanations.phrases import PREPOSITIONS, SHARED, VAGUE, is_vague, words
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import Clause, clause

LONGEST = 24  # words of an answer that still reads as an option
_NAMED = re.compile(
    r"(?:the\s+)?(?:correct|right|best)\s+(?:answer|option|choice|response)\s+(?:is|was"
    r"|here is)\s*:?\s*(?:that\s+)?[\"“']?(?P<a>.+?)[\"”']?"
    r"(?:\s*[,;–—]\s|\s+(?:because|since|as|which|where)\s|\.$|$)",
    re.IGNORECASE,
)
_IS_RIGHT = re.compile(
    r"[\"“']?(?P<a>(?:(?!\bbecause\b|\bis\b|\bare\b|, ).){3,120}?)[\"”']?"
    r"\s+is\s+(?:therefore\s+)?(?:the\s+)?(?:correct|right|best)\b(?!\s+(?:of|to)\b)"
    r"(?:\s+(?:answer|choice|option|response))?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s+(?:because|since)\s.*$|,\s+(?:which|where|when|who|whereas|while|so|but|yet|offering|providing|allowing|making|helping|giving|"
    r"ensuring|leading|resulting|including|such as|rather than|not|often|usually|typically|even"
    r"|especially|thus|thereby|as)\b.*$"
    r"|;.*$|\s[–—]\s?.*$|—.*$"
)
_PRONOUN = re.compile(r"it|they|he|she|this|these|such \w+", re.IGNORECASE)
_ODD = re.compile(
    r"\b(?:odd one out|exceptions?|not|no|n['’]t|never|false|incorrect|instead|rather than)\b"
    r"|n['’]t\b"
)
_ASIDE = re.compile(r",\s+(?:also|or|commonly|sometimes|often|known|called|abbreviated)\b[^,]*,?$")


def named(spoken: list[str]) -> str:
    """``The correct answer is X``, ``X is the correct answer``."""
    for sentence in spoken[:3]:
        found = _NAMED.match(sentence) or _IS_RIGHT.match(sentence)
        if found and 0 < len(found["a"].split()) <= LONGEST:
            name = re.sub(r"^(?:option|choice|answer)\s+", "", found["a"], flags=re.IGNORECASE)
            if not re.fullmatch(r"\(?[A-J]\)?", name) and name.split()[0].lower() not in VAGUE:
                return name
    return ""


def odd_one(sentence: str) -> str:
    """The subject of a sentence that says what it is not, for a stem that asks just that."""
    parts = clause(sentence)
    if parts is None or parts.opening or not _ODD.search(f"{parts.verb} {parts.predicate}"):
        return ""
    return "" if is_vague(parts.subject) else _ASIDE.sub("", parts.subject)


def from_first(stem: str, sentence: str) -> str:
    """The answer in the first sentence: its subject, or what is said of the stem's subject."""
    parts = clause(sentence)
    if parts is None:
        return ""
    asked = words(stem)
    subject = words(parts.subject)
    if _PRONOUN.fullmatch(parts.subject):
        return _predicate(stem, parts)  # it stands for what the stem asks about
    if not subject:
        return ""
    known = len(subject & asked) / len(subject)
    if known < SHARED and re.match(
        r"(?:which|what|who|name)\b|.*\b(?:which|what|who|called|known as|term)\b",
        stem,
        re.IGNORECASE,
    ):
        name = _ASIDE.sub("", parts.subject)
        return "" if is_vague(name) else name
    if known < SHARED:
        return ""
    if amounts.asks(stem):
        return amounts.first(parts.predicate)
    if re.match(r"why\b", stem, re.IGNORECASE):
        reason = re.search(r"\b(?:because|since|so that|in order to|to)\s+(.+)$", parts.predicate)
        return reason[0] if reason else ""
    return _predicate(stem, parts)


def _predicate(stem: str, parts: Clause) -> str:
    predicate = (
        _TAIL.sub("", parts.predicate) if len(parts.predicate.split()) > 8 else parts.predicate
    )
    asked_with = parts.verb.lower().rstrip("s")
    if parts.copula or re.search(rf"\b{re.escape(asked_with)}", stem, re.IGNORECASE):
        return _without_asked(stem, predicate)
    return f"{parts.verb} {predicate}"


def _without_asked(stem: str, predicate: str) -> str:
    """``What does X protect a person against?``: the answer begins behind what the stem repeats."""
    asked = stem.lower().rstrip("?. ").split()
    opening = (sentences.split(stem) or ("",))[-1].split()[:1]
    first = predicate.split()[0].lower()
    if opening and first in PREPOSITIONS and opening[0].lower() == first:
        return predicate.split(maxsplit=1)[1]  # "In which stage ...?": "in the second stage"
    if not asked or asked[-1] not in PREPOSITIONS:
        return predicate
    said = predicate.split()
    for end, word in enumerate(said[:8]):
        if word.lower() == asked[-1] and all(w.lower() in asked for w in said[:end]):
            return " ".join(said[end + 1 :])
    return predicate
