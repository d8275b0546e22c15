"""Rules for what a card asks, whatever kind of card it is."""

import re

from deckgen.check.rule import Fault
from deckgen.check.views import Asked
from deckgen.check.words import QUOTED, quoted, words

_THING = (
    r"(?:chapter|section|lesson|lecture|unit|module|course|textbook|article|passage|paragraph"
    r"|excerpt|slide|video|reading|page|handout|story)"
)
_PICTURE = r"(?:figure|fig\.|table|diagram|graph|chart|image|picture|map|photo|photograph|exhibit)"
_ELSEWHERE = re.compile(
    rf"\b(?:in|of|from|by|to|throughout) (?:this|the (?:previous|preceding|last|next))"
    rf" (?:chapter|section|lesson|lecture|unit|module|course|textbook|handout)\b"
    rf"(?! (?:of|in)\b)"
    rf"|\b(?:as|was|were|been|is|are|we) (?:\w+ )?(?:mentioned|described|discussed|stated|said|seen"
    rf"|noted) (?:above|earlier|previously|before|below)\b"
    rf"|\b(?:mentioned|described|discussed) (?:above|earlier|previously)\b"
    rf"|\b(?:according to|based on|described in|discussed in|mentioned in|given in) the"
    rf" (?:{_THING}|text|author|above)\b(?! of)|\bthe above {_THING}\b|\bsee (?:above|below)\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    rf"\b(?:see|in|on|from|to|of|does|is) (?:the (?:following |above )?|this )?{_PICTURE}"
    rf"(?:s? (?:below|above|shown|at (?:the )?(?:right|left)|on the (?:right|left))| \d{{1,2}}"
    rf"(?:[.-]\d{{1,2}})?\b(?! (?:of|percent|per)\b))"
    rf"|\bsee (?:the )?{_PICTURE}\b|\bin (?:this|the following) {_PICTURE}\b"
    rf"|\b{_PICTURE} (?:below|above|shown (?:here|above|below))\b"
    rf"|\bas (?:shown|listed|given|seen) (?:above|below)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:this|the following|the above|the given) (?:code|program|snippet|script|query|listing)"
    r"(?: (?:snippet|fragment|block|segment|do|print|output|return|produce|log|display|below))"
    r"(?![^?]{0,80}[`({=;])",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:(?:what|why|how|when|where|who) (?:is|are|was|were|does|do|did|can|has|would) (?:this|that"
    r"|these|those|it|they|he|she)\b(?: (?:so|also|very|mean|means|called|happen|important|done"
    r"|work|used|necessary|true|called|matter|known as|about|different|better|bad|good)){0,3}"
    r"|why (?:not|so)|what else|why this|how so|what about (?:this|that|it))\s?\??",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^?]{8,300}\?")
_INTERROGATIVE = re.compile(
    r"(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|should"
    r"|would|will|name|give|list)\b",
    re.IGNORECASE,
)
_MISSING_MARK = re.compile(
    r"(?:what|who|where|when|why|how)"
    r" (?:is|are|was|were|do|does|did|can|could|has|have|many|much)\b"
    r"[^?:␣.…!]{3,200}\.?",
    re.IGNORECASE,
)
_VOLATILE = re.compile(
    r"\b(?:who|what|which|how (?:large|high|big|tall|old))\b[^.?!,;]{0,30}\b(?:is|are|holds?)\b"
    r"[^.?!,;]{0,20}\b(?:current|latest|newest|most recent|incumbent|reigning)\b (?:[\w-]+ ){0,3}"
    r"(?:version|release|edition|president|minister|chancellor|king|queen|pope|ceo|chair(?:wo)?man"
    r"|champions?|record|population|price|rate|governor|monarch|secretary|mayor|leader|head|holder)"
    r"|\bas of (?:today|this writing)\b|\b(?:who|what) is currently the\b",
    re.IGNORECASE,
)
_NEWS = frozenset(
    "current latest newest recent incumbent reigning currently now today writing".split()
)
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bversion \d")
_BRINGS_TEXT = 40  # words: a longer question brings what it speaks of
_POINTS = 12  # words of a question that is nothing but pointing
_POINTERS = frozenset("this the following given above below earlier previously before see".split())


def unresolved_context(asked: Asked) -> Fault | None:
    """Words that point at a text, a figure or code that the card does not have."""
    spoken = words(asked.text)
    length = len(spoken)
    if length > _POINTS and _POINTERS.isdisjoint(spoken):
        return None
    text = QUOTED.sub(" ", asked.text)
    found = None
    if length <= _BRINGS_TEXT:
        found = _ELSEWHERE.search(text)
    if not found and not asked.shows:
        found = _UNSEEN.search(text) or (None if asked.codes else _CODE.search(text))
    if not found and length < _POINTS:
        found = _POINTING.fullmatch(text.strip())
    if not found:
        return None
    message = f"{quoted(found[0])}: on the card there is nothing to look at"
    return Fault(message, "name what is meant, or bring it onto the card", found[0])


def several_questions(asked: Asked) -> Fault | None:
    """More than one question on one card, one behind the other."""
    if asked.options or asked.text.count("?") < 2 or not asked.text.endswith("?"):
        return None
    text = QUOTED.sub(" ", asked.text).strip()
    if len(text.split()) > _BRINGS_TEXT:
        return None
    asks = [m[0].strip() for m in _QUESTION.finditer(text)]
    asks = [a for a in asks if _INTERROGATIVE.match(_last_sentence(a))]
    if len(asks) < 2:
        return None
    message = f"{len(asks)} questions on one card: you will know one and not the other"
    return Fault(message, "write a card for each of them", _last_sentence(asks[1]))


def goes_out_of_date(asked: Asked) -> Fault | None:
    """A question whose answer changes with the years, and that names no year."""
    found = None if _NEWS.isdisjoint(words(asked.text)) else _VOLATILE.search(asked.text)
    if not found or _DATED.search(asked.text):
        return None
    message = f"“{found[0]}”: as of when?"
    return Fault(message, "write the year into the question", found[0])


def missing_question_mark(asked: Asked) -> Fault | None:
    """A question without its mark."""
    if not _MISSING_MARK.fullmatch(asked.text.strip()):
        return None
    message = "a question without a question mark"
    return Fault(message, "write “?” at its end", asked.text.split(".")[0])


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!:;])\s", text)[-1].strip()
