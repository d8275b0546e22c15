"""What somebody should do, and why: the answers that are acts and sentences."""

import re

from deckgen.extract.explanations import parallel, shapes
from deckgen.extract.explanations.answer import LONGEST, Answer
from deckgen.extract.explanations.namings import TO_DO
from deckgen.extract.explanations.phrases import (
    REST,
    is_vague,
    words,
)
from deckgen.extract.explanations.shapes import Shape
from deckgen.extract.explanations.subjects import said as parted
from deckgen.extract.language.clauses import Clause, clause

_ASKS_TO_DO = re.compile(
    r"\b(?:what|how|which)\b.{0,200}\b(?:should|must|ought|has to|have to|needs? to|first|next"
    r"|safest|best|proper|correct|right)\b|\b(?:action|step|move|response|intervention"
    r"|measure)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_TO_DO = re.compile(
    r"\bwhat\b.{0,200}\b(?:should|must|ought to|has to|have to|needs? to)\b.{0,120}\bdo\b",
    re.IGNORECASE,
)
_ASKS_FOR_ACT = re.compile(
    r"\b(?:should|solution|approach|strategy|action|step|measure|method|way|technique|practice"
    r"|do)\b",
    re.IGNORECASE,
)
_ACTS = frozenset(
    "action step move response intervention measure method approach way thing task".split()
)
_STANDS = re.compile(  # "is there to catch debris"
    r"(?:(?:is|are)\s)?(?:there|meant|used|designed|intended|needed|required|installed|kept|added)"
)
_TO_END = re.compile(
    r"(?P<known>[^,;:]{2,100}?)\s(?P<a>to\s(?!the\b|an?\b)[^,;:–—]{3,100}?)"
    r"(?=,|;|$|\s(?:because|since|as|so that|when|while)\b)"
)


def to_do(asked: str, sentence: str) -> str:
    """What somebody should do: "should open both gates", or "Open both gates" alone."""
    text = sentence.rstrip(".!")
    if not _ASKS_TO_DO.search(asked):
        return ""
    must, do_it = TO_DO
    if _ASKS_WHAT_TO_DO.search(asked) and (found := must.options(text)):
        return found[0]
    if (found := do_it.options(text)) and shapes.is_order(found[0]):
        return found[0]
    return ""


def _purpose(asked: str, parts: Clause) -> str:
    """``The rods are kept warm to keep them dry``: what stands behind the stem's own words."""
    found = _TO_END.match(parts.predicate)
    if not found or parts.opening:
        return ""
    known = words(f"{parts.subject} {found['known']}")
    repeated = len(known & words(asked))
    stands = bool(
        _STANDS.fullmatch(found["known"]) or _STANDS.match(parts.verb + " " + found["known"])
    )
    if stands and shapes.of(found["a"]) == "act":
        return found["a"]
    fits = shapes.of(found["a"]) == "act" and repeated * 2 >= len(known) and repeated > 1
    return found["a"] if fits else ""


def done_to(asked: str, act: str) -> Answer | None:
    """``preserve the collar`` -> "the collar", if the stem asks which part to preserve."""
    head, rest = parallel.head(asked), act.partition(" ")[2]
    asks = head and head not in _ACTS and not _ASKS_WHAT_TO_DO.search(asked)
    named = asks and re.match(r"(?:the|an?)\s[\w-]+(?:\s[\w-]+){0,3}$", rest)
    return Answer(rest, "thing") if named else None


def reason_of(asked: str, sentence: str) -> Answer | None:
    """Why: what follows "because", or the whole of a short sentence."""
    text = sentence.rstrip(".!")
    parts = parted(text)
    found = re.search(
        r"\b(?:because(?! of)|since|so that|in order to|to)\s+(.+)$",
        parts.predicate if parts else text,
    )
    if found and (parts is None or found[0].startswith(("because", "so that", "in order"))):
        reason = REST.sub("", found[0][:1].upper() + found[0][1:])
        return Answer(
            reason, "act" if reason.lower().startswith(("to ", "in order")) else "statement"
        )
    if parts is None:
        return None
    if purpose := _purpose(asked, parts):
        return Answer(purpose, "act")
    if found and not found[0].startswith("to "):
        return Answer(found[0], "statement")
    said = re.split(r"[,;]\s|\s[–—]", text, maxsplit=1)[0]
    whole = said if clause(said) and not parts.opening else text
    short = len(whole.split()) <= LONGEST and not is_vague(parts.subject)
    return Answer(whole, "statement") if short else None


def shape(asked: str, name: str) -> Shape:
    """``Grinding finer`` is an act, if the stem asks what to do."""
    acts = bool(_ASKS_FOR_ACT.search(asked)) and shapes.is_gerund(name, bare=True)
    return "act" if acts else shapes.of(name)
