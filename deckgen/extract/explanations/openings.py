"""The answer in the first sentence: its subject, or what is said of the stem's subject."""

import re

from deckgen.extract.explanations import parallel, shapes
from deckgen.extract.explanations.answer import LONGEST, LONGEST_NAME
from deckgen.extract.explanations.namings import SAID_OF_IT
from deckgen.extract.explanations.phrases import (
    IN_BRACKETS,
    PREPOSITIONS,
    REST,
    SECOND_NAME,
    SHARED,
    is_vague,
    words,
)
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.subjects import said as parted
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import Clause, clause
from deckgen.extract.language.verbs import AUXILIARIES

_ASKS_WHICH = re.compile(
    r"\b(?:which|what|who|whose|name|called|known as|how often)\b", re.IGNORECASE
)
_OPENS_CLAUSE = re.compile(
    r"(?:because|since|if|when|whenever|while|although|though|to|not|no|yes|so|there|here|well"
    r"|ah|oh)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?P<a>[^\W\d_][^,;:]{1,50}), (?:because|since|which|who|as|an?|the|at|on|about|for|says"
    r"|of course|by)\b"
)
_ASKS_PLACE = re.compile(r"\b(?:first|last|next|second|before)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"(?P<a>(?:the\s|an?\s)?[^,;:]{3,60}?)\s(?:goes?|comes?|is filled|is drawn|is done|is taken)\s"
    r"(?:first|last|next|second)\b",
    re.IGNORECASE,
)
_ASKS_SHOWN = re.compile(
    r"\bwhat\b.{0,80}\b(?:illustrate|show|demonstrate|represent|indicate|suggest|exemplify"
    r"|describe|point to|an example of|reflect)s?\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r".{3,80}?\s(?:shows?|illustrates?|demonstrates?|represents?|indicates?|suggests?"
    r"|exemplif(?:y|ies)"
    r"|describes?|points? to|reflects?|(?:is|are) (?:an? |typical )?(?:\w+ )?examples? of)\s"
    r"(?P<a>(?!that\b|how\b|why\b|what\b)[^,;:–—]{3,60}?)(?=[,;:]|\s[–—]|$|\s(?:because|since|as|in"
    r" which|when|where)\b)"
)
_ASKS_WHAT_DOES = re.compile(  # "What links each block to the next?" asks for a thing
    r"(?:what|which\s\w+)\s(?!is\b|was\b|does\b|has\b)[a-z]+s\s", re.IGNORECASE
)
_COMES_FROM = re.compile(
    r"(?:comes? from|belongs? to|lies? (?:in|with)|falls? to|(?:provided|done|made|supplied"
    r"|caused) by)\s"
    r"(?P<a>(?:(?:the|an?)\s)?[^,;:–—]{3,60}?)(?=,|;|$|\s(?:because|since|as|which|that|when)\b)"
)
_OBJECT = re.compile(
    r"(?:the|an?)\s(?:[\w-]+\s){0,3}?[\w-]+(?:\sof\s(?:(?:the|an?)\s)?[\w-]+(?:\s[\w-]+)?)?"
    r"(?=\s(?:in|on|at|with|from|to|by|for)\s|,|$)",
    re.IGNORECASE,
)
_REPEATED = 3  # words of the stem that a predicate says again
_MOST = 0.75  # of its words
_PRONOUN = re.compile(r"it|they|he|she|this|these|such \w+", re.IGNORECASE)


def said_of_it(asked: str, sentence: str) -> str:
    """What the first sentence says the thing is that the stem asks for."""
    if not _ASKS_WHICH.search(asked):
        return ""
    text = sentence.rstrip(".!")
    if (alone := _ALONE.match(text)) and _is_name(alone["a"], asked):
        return alone["a"]
    if (placed := _PLACED.match(text)) and _ASKS_PLACE.search(asked):
        return placed["a"]
    if (shown := _SHOWN.match(text)) and _ASKS_SHOWN.search(asked):
        return shown["a"]
    found = first(SAID_OF_IT, text)
    if found and not is_vague(name := found[1][0]) and len(name.split()) <= LONGEST:
        return re.sub(r"^(?:called|known as)\s+", "", name)
    parts = parted(text)
    if parts is None:
        if rest := _residue(asked, text):
            return rest
        name = re.split(
            r"[,;:]\s|\s[–—]|\s(?=(?:because|since|as(?!\san?\s)|which)\s)", text, maxsplit=1
        )[0]
        fits = len(name.split()) <= LONGEST_NAME and not is_vague(name)
        return name if fits and not _OPENS_CLAUSE.match(name) else ""
    if shapes.is_gerund(parts.subject) or (
        len(parts.subject.split()) == 1
        and (parts.subject.lower().endswith("ing") and words(parts.subject) <= _stems(asked))
    ):
        head = parallel.head(asked)
        likely = parallel.with_noun(head, text) if head else []
        if likely:
            return f"{likely[-1]} {head}"
    return ""


def _is_name(text: str, asked: str) -> bool:
    """Whether the words in front of a comma answer on their own: "Concave, because ..."."""
    fits = not _OPENS_CLAUSE.match(text) and not is_vague(text) and clause(text) is None
    opens = text.split()[0].lower()
    return fits and opens not in PREPOSITIONS and not words(text) <= words(asked)


def _residue(asked: str, sentence: str) -> str:
    """``The chromosomes line up in metaphase``: what is left when the stem's words are gone."""
    known = {w.lower()[:5] for w in re.findall(r"[\w'’-]+", asked)}
    said = re.split(r"[,;:]\s|\s[–—]", sentence, maxsplit=1)[0].split()
    at = 0
    while at < len(said) and (
        said[at].lower()[:5] in known or said[at].lower() in (*AUXILIARIES, "by")
    ):
        at += 1
    rest = said[at:]
    if at < 3 or not rest or len(rest) > LONGEST_NAME:
        return ""
    opens = asked.split()[0].lower()
    if rest[0].lower() == "to" and shapes.of(" ".join(rest)) == "act":
        pass  # "to keep the boat upright": a purpose
    elif rest[0].lower() in PREPOSITIONS | {opens}:
        rest = rest[1:]
    elif opens in PREPOSITIONS and said[at - 1].lower() not in PREPOSITIONS:
        return ""
    text = " ".join(rest)
    return "" if is_vague(text) or rest[-1] in ("and", "or", "but") else text


def _stems(text: str) -> set[str]:
    return words(text) | {f"{w}ging" for w in words(text)} | {f"{w}ing" for w in words(text)}


def from_first(stem: str, sentence: str) -> str:
    """The answer in the first sentence: its subject, or what is said of the stem's subject."""
    parts = parted(sentence)
    if parts is None:
        return ""
    asked = words(stem)
    subject = words(parts.subject)
    if _PRONOUN.fullmatch(parts.subject):
        return _predicate(stem, parts)  # it stands for what the stem asks about
    if not subject:
        return ""
    head = parallel.head((sentences.split(stem) or (stem,))[-1])
    if head and (own := [n for n in parts.subject.split(", ") if _is_named(n, head)]):
        return own[-1].rstrip(",")
    if _repeats(stem, parts):
        return _named_alone(parts.subject)
    subject = words(IN_BRACKETS.sub("", parts.subject)) or subject
    known = len(subject & asked) / len(subject)
    if known < SHARED and re.match(
        r"(?:which|what|who|name)\b|.*\b(?:which|what|who|called|known as|term)\b",
        stem,
        re.IGNORECASE,
    ):
        name = _named_alone(parts.subject)
        return "" if is_vague(name) else name
    if known < SHARED:
        return ""
    if left := _residue(stem, sentence):
        return left
    likely = parallel.with_noun(head, REST.sub("", parts.predicate)) if head else []
    if len(likely) == 1:
        name = f"{likely[0]} {head}"
        return f"the {name}" if f"the {name}" in parts.predicate else name
    if comes := _COMES_FROM.match(
        parts.predicate if parts.copula else f"{parts.verb} {parts.predicate}"
    ):
        return comes["a"]
    named = _OBJECT.match(parts.predicate) if _ASKS_WHAT_DOES.match(stem) else None
    return named[0] if named and not parts.copula else _predicate(stem, parts)


def _named_alone(subject: str) -> str:
    """``Step cracks that follow the joints`` -> "Step cracks"."""
    name = SECOND_NAME.sub("", subject)
    return re.sub(r"(?<=\w\s)(?<=\w{3}\s)(?:that|which|who)\s.+$", "", name).strip() or name


def _repeats(stem: str, parts: Clause) -> bool:
    """Whether all that is said repeats the stem: then the subject is the answer."""
    said = words(re.split(r"[,;:]\s|\s[–—]|\s(?:because|since)\s", parts.predicate, maxsplit=1)[0])
    known = len(said & words(stem))
    fits = not parts.opening and not is_vague(parts.subject) and len(parts.subject.split()) <= 12
    return (
        fits
        and known >= _REPEATED
        and known >= _MOST * len(said)
        and bool(_ASKS_WHICH.search(stem))
    )


def _is_named(phrase: str, head: str) -> bool:
    """``the network layer`` to a stem that asks "Which layer ...?"."""
    said = phrase.rstrip(",").split()
    return (
        1 < len(said) <= LONGEST_NAME
        and said[-1].lower() == head
        and bool(
            {w.lower() for w in said[:-1]}
            - {"the", "a", "an", "this", "that", "each", "such", "no"}
        )
    )


def _predicate(stem: str, parts: Clause) -> str:
    predicate = parts.predicate
    if len(predicate.split()) > LONGEST_NAME:
        predicate = REST.sub("", predicate)
        if re.search(r"\b(?:and|or|but)$", predicate):
            predicate = re.sub(r"\s+(?:so that|because|since)\s.*$", "", parts.predicate)
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
