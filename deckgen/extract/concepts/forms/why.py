"""A claim -> the question for its reason: ``Ice floats on water`` -> Why does ice float on water?"""

import re

from deckgen.extract.concepts.forms.opening import before_question, question
from deckgen.extract.concepts.forms.wording import inside, sentence
from deckgen.extract.language.clauses import Clause, clause, is_plural
from deckgen.extract.language.verbs import AUXILIARIES, BARE, IRREGULAR_PAST, PLURAL, SINGULAR

_PERFECT = re.compile(
    r"(?:been|not|never|\w+ed)\b"
)  # "has risen" has a helping verb, "has legs" not
_NO_SUBJECT = re.compile(r"(?:never|not|always|then|so|just)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:,| and| or| but) (?P<word>[\w’']+)")
_SECOND = SINGULAR | AUXILIARIES | IRREGULAR_PAST | {"it", "they", "the"}
_SUBORDINATES = frozenset(
    "that which who whom whose where when if because as while than what how".split()
)


def why(claim: str) -> str:
    """The question; where its word order is not certain, the claim itself and ``Why?``."""
    parts = clause(sentence(claim))
    before = before_question(parts.opening) if parts else None
    if parts is None or before is None or _NO_SUBJECT.match(parts.subject) or _goes_on(parts):
        return f"{sentence(claim)} Why?"
    asked = _turned(parts)
    return question(before, f"Why {asked}?") if asked else f"{sentence(claim)} Why?"


def _goes_on(parts: Clause) -> bool:
    """Whether a second verb follows: it would have to be turned too, or is the verb in truth."""
    if any(found["word"] in _SECOND for found in _JOINED.finditer(parts.predicate)):
        return True
    words = parts.predicate.lower().split()
    inner = next((i for i, word in enumerate(words) if word in _SUBORDINATES), len(words))
    doubtful = words[0] in PLURAL and parts.verb in SINGULAR  # "Large burns get dry dressings"
    return doubtful or not AUXILIARIES.isdisjoint(words[:inner])


def _turned(parts: Clause) -> str:
    """Helping verb, subject, and the rest; empty where the bare verb is not known."""
    words, subject = parts.verb.split(), _inside(parts.subject)
    if words[0].lower() in AUXILIARIES and not _owns(parts):
        return " ".join([words[0].lower(), subject, *words[1:], parts.predicate])
    at = next((i for i, word in enumerate(words) if word.lower() in _VERBS), None)
    if at is None:
        return ""
    helping, bare = _helped(words[at].lower(), parts.subject)
    words[at] = bare
    return " ".join([helping, subject, *words, parts.predicate]) if helping else ""


_VERBS = SINGULAR | PLURAL | BARE.keys() | {"has", "have", "had"}


def _helped(verb: str, subject: str) -> tuple[str, str]:
    """The helping verb and the bare verb; ``put`` of one thing is the past, and left alone."""
    if verb in ("has", "have", "had"):
        return {"has": "does", "have": "do", "had": "did"}[verb], "have"
    if verb in SINGULAR:
        return "does", BARE[verb]
    if verb in PLURAL:
        return ("do", verb) if is_plural(subject) else ("", "")
    return ("did", BARE[verb]) if verb not in IRREGULAR_PAST else ("", "")


def _owns(parts: Clause) -> bool:
    return parts.verb.lower() in ("has", "have", "had") and not _PERFECT.match(parts.predicate)


def _inside(subject: str) -> str:
    """A subject inside the question; its first word may be no noun: "Only a survey", "There"."""
    small = subject.split()[0].lower() in ("only", "there", "each", "every", "no", "some", "many")
    return f"{subject[:1].lower()}{subject[1:]}" if small else inside(subject)
