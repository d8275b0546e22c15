"""The right answer in an explanation."""

import re

from deckgen.extract.explanations import amounts, parallel, reasons, shapes
from deckgen.extract.explanations.answer import LONGEST, Answer
from deckgen.extract.explanations.namings import OUTRIGHT
from deckgen.extract.explanations.openings import from_first, said_of_it
from deckgen.extract.explanations.phrases import (
    VAGUE,
    is_vague,
)
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.subjects import said as parted
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause
from deckgen.extract.language.verbs import SINGULAR

_APPOSED = re.compile(
    r",\s(?:the|an?|which|who|where|when|so|with|as|not|but|such|one|also|known|called|because"
    r"|since"
    r"|\w+ing|\w+ed)\b.{3,}$"
)
_ASKS_FOR_STATEMENT = re.compile(
    r"\bwhich\b.{0,30}\b(?:statements?|sentences?|claims?|of the following|of these)\b.{0,80}"
    r"\b(?:is|are) (?:true|correct|accurate)\b",
    re.IGNORECASE,
)
_BEHIND_STATEMENT = re.compile(r",\s|;\s|\s[–—]|\s(?:while|whereas|because|since|although)\s")
_ASKS_CAUSE = re.compile(
    r"\b(?:what|which)\s(?:is|was)\s(?:the\s)?(?:\w+\s){0,3}?(?:cause|reason|problem"
    r"|explanation)\b",
    re.IGNORECASE,
)
_NAMES_CAUSE = re.compile(
    r"\b(?:is|are|was|were|causes?|caused|explains?|leads?|results?|responsible|due|makes?|behind"
    r"|reason|blame)\b",
    re.IGNORECASE,
)
_ASKS_HAPPENS = re.compile(r"what (?:happens|will happen|would happen|occurs)\b", re.IGNORECASE)
_ASKS_WHAT_FOR = re.compile(r"\b(?:function|purpose|role|job|task|what does)\b", re.IGNORECASE)
_LONGEST_BRACKETS = 160  # characters with the name in front
_IS_CUT = re.compile(
    r"(?:but|or|and|nor|be|been|not|are|is|may|can|will|must|should|would|could|cannot|since"
    r"|because"
    r"|if|when|while)\s",
    re.IGNORECASE,
)


def find(stem: str, spoken: list[str]) -> Answer | None:
    """The answer to a stem that asks what is so, or None where no phrase can be told."""
    asked = (sentences.split(stem) or (stem,))[-1]
    for at in dict.fromkeys((*range(min(3, len(spoken))), len(spoken) - 1)):
        if name := _outright(spoken[at]):
            return Answer(name, reasons.shape(asked, name), at)
    opening = spoken[0]
    if amounts.asks_often(stem) and (interval := amounts.often(opening)):
        return Answer(interval, "thing")
    if amounts.asks(stem) and (amount := amounts.answer(stem, opening)):
        return Answer(amount, "thing")
    if act := reasons.to_do(asked, opening):
        return reasons.done_to(asked, act) or Answer(act, "act")
    if re.match(r"why\b", asked, re.IGNORECASE) or _ASKS_FOR_STATEMENT.search(asked):
        return reasons.reason_of(asked, opening)
    if _ASKS_CAUSE.search(asked) and not _NAMES_CAUSE.search(opening):
        return reasons.reason_of(asked, opening)
    if _ASKS_HAPPENS.match(asked) and (happens := _whole(opening)):
        return Answer(happens, "statement")
    name = said_of_it(asked, opening) or from_first(stem, opening)
    name = _closed(_from_setting(asked, name), opening)
    return _phrase(asked, name) if name and not _IS_CUT.match(name) else None


def _whole(sentence: str) -> str:
    """``During autolyse gluten forms, and ...`` -> "gluten forms": what happens."""
    parts = parted(sentence.rstrip(".!"))
    if parts is None or is_vague(parts.subject):
        return ""
    said = re.split(r"[,;]\s|\s[–—]|\s(?:because|since)\s", parts.predicate, maxsplit=1)[0]
    return f"{parts.subject[:1].upper()}{parts.subject[1:]} {parts.verb} {said}"


def _from_setting(asked: str, name: str) -> str:
    """``brown in the last stage`` -> "the last stage", if the stem asks for a stage."""
    head = parallel.head(asked)
    found = re.search(rf"\s(?:in|during|at|on|under)\s(.{{1,40}}\s{re.escape(head)})$", name)
    return found[1] if head and found else name


def _closed(name: str, sentence: str) -> str:
    """A name up to the bracket that closes it: ``IaaS (infrastructure`` is none."""
    if name.count("(") <= name.count(")"):
        return name
    start = sentence.find(name)
    end = sentence.find(")", start + len(name)) if start >= 0 else -1
    return sentence[start : end + 1] if 0 <= end - start <= _LONGEST_BRACKETS else ""


def _phrase(asked: str, name: str) -> Answer:
    """A subject or a predicate is never a statement, whatever verbs it holds."""
    if name.startswith("that ") and clause(name[5:]):
        return Answer(re.split(_BEHIND_STATEMENT, name[5:], maxsplit=1)[0], "statement")
    name = _APPOSED.sub("", name) if name.count(",") == 1 else name
    does = bool(_ASKS_WHAT_FOR.search(asked)) and name.split()[0] in SINGULAR
    shape = "act" if does or shapes.is_predicate(name) else reasons.shape(asked, name)
    return Answer(name, "thing" if shape == "statement" else shape)


def named(spoken: list[str]) -> str:
    """``The correct answer is X``, ``X is the correct answer``."""
    return next((name for sentence in spoken[:3] if (name := _outright(sentence))), "")


def _outright(sentence: str) -> str:
    """What a sentence names as the answer in so many words; a letter alone names nothing."""
    found = first(OUTRIGHT, sentence.rstrip(".!"))
    if not found:
        return ""
    name = re.sub(r"^(?:option|choice|answer)\s+", "", found[1][0], flags=re.IGNORECASE)
    if not name or re.fullmatch(r"\(?[A-Ja-j]\)?", name) or name.split()[0].lower() in VAGUE:
        return ""
    return name if len(name.split()) <= LONGEST else ""
