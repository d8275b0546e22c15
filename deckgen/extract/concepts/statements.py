"""A paragraph -> statements that can be understood alone, each with the sentence it comes from.

A sentence may hold several statements, or a fact in the middle of talk; what points back to the
sentences before is resolved, or the statement is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.extract.concepts import antecedents, chatter
from deckgen.extract.concepts.antecedents import Memory
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause, has_verb

_LONGEST = 45  # words of a statement that still makes a card
_LONGEST_TEXT = 500  # characters
_LEAST = 4  # words of a part that says something by itself
_LEAD = re.compile(
    r"^(?:In the context of[^,]{0,60}|At (?:its|their) core|Simply put|In (?:general|essence"
    r"|fact|practice|short|simple terms|other words)|Put simply|Basically|Essentially"
    r"|Broadly speaking|Roughly speaking|Strictly speaking|Technically|In contrast|By contrast"
    r"|On the other hand|Conversely|For example|For instance|Additionally|Furthermore|Moreover"
    r"|However|Similarly|Likewise|Also|Thus|Therefore|Hence|Plus|And|But|Yet|Now|Meanwhile"
    r"|As a result|Because of this|Remember that|Note that|Remember|Of course|Naturally|Luckily"
    r"|Interestingly|Still|Even so|In turn|After all|Keep in mind that|Bear in mind that"
    r"|It turns out that|As it turns out|Along the way|Most of the time),?\s+"
)
_COMMENT = re.compile(r"\s?[—–]\s?(?:which|and|but|so|not)\b[^—–]*$")
_COLON = re.compile(r"^(?P<lead>[^:]{3,80}): (?P<rest>[^:]{20,})$")
_PARTED = re.compile(r";\s+(?:(?:and|but|or)\s+)?")
_SET_AGAINST = re.compile(r",\s+(?:while|whereas)\s+")
_TALKING_OPENING = re.compile(
    r"^(?:While|Although|Though|When|If|As)\b[^,]{0,160}\byou(?:r|rs)?\b[^,]{0,120},\s+"
)
_RULE_WITH_REASON = re.compile(
    r"^[^;]{8,160}?,?\s+(?:because|since)\s+(?!.*\b(?:you|your|we|our|I|me|my)\b)\S+\s+\S+\s+\S.*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r", (?:on the other hand|in contrast|by contrast|however|meanwhile|in turn|of course|conversely"
    r"|likewise|similarly|for its part|of all things|by the way|though|then),(?= )"
)
_NAMED_BY_THE_WAY = re.compile(
    r"^(?:Another|One|This|That|The (?:second|third|first|other|next|last|final))"
    r"(?: [\w’-]+){1,7}?, (?:(?:also )?(?:called|known as|termed|referred to as) )?"
    r"(?P<name>(?:the |an? )?[“\"]?[\w’-]+(?: [\w’-]+){0,4}[”\"]?), "
    r"(?P<rest>(?:is|are|was|were|has|have|had|can|[a-z]{2,}(?:[^s\W]s|ed)) .+)$"
)
_REFERENCE = re.compile(
    r"\s?\((?:see )?(?:(?:Figure|Fig\.|Table|Chapter|Section|Box|Plate) [\dA-Z][\d.A-Za-z-]{0,8}"
    r"|[A-Z][^()]{2,120}, (?:1[5-9]|20)\d\d[a-z]?(?:[,;] [^()]{0,120})?)\)"
)
_GIVES_NAME = re.compile(
    r"(?:This|These|It|Such|That) (?:[\w-]+ ){0,4}?(?:is|are) (?:(?:often|also|sometimes"
    r"|commonly) )?"
    r"(?:called|known as|termed|referred to as|named)\b"
)
_DEFINING_VERBS = frozenset(
    "means mean refers refer involves involve occurs occur focuses describes happens".split()
)
_BESIDE_THE_POINT = frozenset(["about the article", "figure of speech", "empty"])
_LEAST_WORDS = 6  # words that tell what a definition is about
_NO_FACT = frozenset(["question", "exclamation", "instruction", "fragment"])
_ALSO_KNOWN = re.compile(
    r"^Also (?:known as|called) (?P<name>[^,]{3,100}), (?:it|they) (?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the sentence of the page that says it.

    ``alone`` says that all of it can be understood without the sentences before; ``talk`` that it
    is chatter, and only what it explains by the way is a fact; ``named`` that its second sentence
    gives a name to what the first one tells.
    """

    text: str
    evidence: str
    alone: bool = True
    talk: bool = False
    named: bool = False


def statements(paragraph: str, heading: str = "") -> Iterator[Statement]:
    """The statements of one paragraph, in order."""
    memory = Memory().heard(heading)
    told = Statement("", "", alone=False)
    for sentence in sentences.split(paragraph):
        for part in _parts(_without_references(sentence)):
            if told.alone and _GIVES_NAME.match(part):
                evidence = dict.fromkeys((told.evidence, sentence))
                text = f"{told.text.rstrip('.')}. {part}"
                yield Statement(text, " ".join(evidence), named=True)
            part = _without_talk(part)
            talk = _talk(part)
            fact = "" if talk else antecedents.resolve(part, memory)
            told = Statement(fact or part, sentence, alone=bool(fact), talk=talk)
            if not talk or _may_explain(part):
                yield told
            memory = memory.heard(fact or part, understood=bool(fact))


def _without_references(sentence: str) -> str:
    """A sentence without what points to a book or a figure: ``(Figure 3)``, ``(Frey, 2004)``."""
    return _REFERENCE.sub("", sentence) if "(" in sentence else sentence


def _may_explain(text: str) -> bool:
    """Whether chatter may explain a term by the way."""
    return len(text) <= _LONGEST_TEXT and "{{" not in text and chatter.why(text) not in _NO_FACT


def _parts(sentence: str) -> tuple[str, ...]:
    """What stands between semicolons, and two definitions set against each other."""
    pieces = [p.strip() for p in _PARTED.split(sentence.rstrip(".")) if p.strip()]
    if len(pieces) > 1 and all(_speaks(p) for p in pieces):
        return tuple(_closed(p) for p in _continued(pieces))
    halves = _SET_AGAINST.split(sentence.rstrip("."), maxsplit=1)
    if len(halves) == 2 and all(_defines(half) for half in halves):
        return tuple(_closed(half) for half in halves)
    return (sentence,)


def _continued(pieces: list[str]) -> list[str]:
    """``A lien is a claim; it lasts for years``: what goes on about a definition stays with it."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        if re.match(r"(?:it|they)\b", piece, re.IGNORECASE) and _defines(kept[-1]):
            kept[-1] = f"{kept[-1]}; {piece}"
        else:
            kept.append(piece)
    return kept


def _speaks(text: str) -> bool:
    return len(text.split()) >= _LEAST and has_verb(text)


def _defines(text: str) -> bool:
    parts = clause(_closed(text))
    return (
        parts is not None
        and parts.verb.lower() in ("is", "are")
        and not parts.opening
        and bool(re.match(r"(?:a|an|the|any|called|known as)\b", parts.predicate))
    )


def _closed(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _talk(text: str) -> bool:
    """Whether there is no fact in a sentence, or none that makes a card."""
    text = _without_talk(text)
    if (
        len(text) > _LONGEST_TEXT
        or len(text.split()) > _LONGEST
        or "{{" in text
        or text.endswith(":")
    ):
        return True
    why = chatter.why(text)
    if why in ("second person", "instruction") and _RULE_WITH_REASON.match(text):
        return text.split()[0].lower() not in ("you", "never", "always")
    if why in _BESIDE_THE_POINT and _defines(text):
        return bool(chatter.why(f"{' '.join(text.split()[:_LEAST_WORDS])} is here now"))
    return bool(why) and not (why == "second person" and _defines_for_you(text))


def _defines_for_you(text: str) -> bool:
    """``Variation is the angle that you ...``: what a thing is, whoever "you" may be."""
    parts = clause(text)
    if parts is None or parts.opening or chatter.addresses(parts.subject):
        return False
    return _defines(text) or parts.verb.lower() in _DEFINING_VERBS


def _without_talk(text: str) -> str:
    """What is left of a sentence without its lead-in."""
    if known := _ALSO_KNOWN.match(text):
        return _upper(f"{known['name']} {known['rest']}")
    if named := _NAMED_BY_THE_WAY.match(text):
        text = f"{named['name']} {named['rest']}"
    text = _upper(_ASIDE.sub("", _LEAD.sub("", text)))
    text = _COMMENT.sub(".", text)
    colon = _COLON.match(text)
    if colon and clause(_closed(colon["rest"])) and not re.search(r",.*,", colon["rest"]):
        told = chatter.why(colon["lead"] + " is here now")
        if told or antecedents.points_back(colon["lead"]):
            text = _upper(colon["rest"])
    if chatter.why(text) == "second person":
        text = _upper(_TALKING_OPENING.sub("", text))
    return text


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
