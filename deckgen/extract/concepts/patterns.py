"""A statement -> the form in which it is best asked. One rule each, tried in the order of RULES."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from deckgen.extract.concepts.antecedents import points_back
from deckgen.extract.language.clauses import Clause, is_plural


@dataclass(frozen=True, slots=True)
class Form:
    """A card to be: question and answer, or a text with deletions; ``weight`` ranks it."""

    rule: str
    weight: float
    front: str = ""
    back: str = ""
    cloze: str = ""


_DEFINES = re.compile(r"(?:means|refers|denotes|describes|signifies|stands)$", re.IGNORECASE)
_KIND = re.compile(
    r"(?:a|an|the|any|one|two|three|four|five|several|those|anything|something|when)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:defined as|known as|called|the (?:name|term) (?:for|of))\b", re.IGNORECASE
)
_REASON = re.compile(r"[,;]?\s+(?:because|since)\s+(?P<why>.+)$")
_LISTED = re.compile(r"^(?P<head>.{12,160}?)(?P<mark>:)\s+(?P<list>[^:]{10,200})$")
_EXEMPLIFIED = re.compile(
    r"^(?P<head>.{12,160}?\b(?:ways|things|groups|kinds|types|forms|steps|parts|signs"
    r"|factors))(?P<mark>,? (?:such as|including|namely))\s+(?P<list>[^,]+,[^,]+,.+)$"
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?:[$€£]\s?)?\d[\d.,/]*\d?(?:\s?(?:%|°[CF]?|percent\b|per cent\b"
    r"|[kmcµ]?[mgLlVAWJNs]\b|hours?\b|days?\b|weeks?\b|months?\b"
    r"|years?\b|minutes?\b|seconds?\b|inch(?:es)?\b|feet\b|miles?\b|pounds?\b|degrees?\b|kg\b|mmHg\b|mL\b|km\b|cm\b|mm\b|psi\b))?(?![\w])"
)
_WORD_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|twice|once)\s+(?:hours?|days?|weeks?|months?|years?|minutes?|percent|times|inches|feet)\b",
    re.IGNORECASE,
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?:,? \d{{3,4}})?\b|\b{_MONTH} (?:\d{{1,2}}(?:, \d{{4}})?|\d{{4}})\b"
    r"|\b(?:1\d|20)\d\ds?\b"
)
_STOP = re.compile(
    r",?\s+(?:but|so|which|where|while|whereas|although|rather than|instead of|such as"
    r"|including|until|unless)\s|,\s(?:and|if|when|as|because)\s|[;:—–]"
)
_RANGE = (" to ", "–", "-", " – ", " through ")  # "40 to 60 hours" is one figure
_HINGE = re.compile(r"\s(?:by|into|from|with|to|through|as|for|on|in|at|between|of)\s")
_LONGEST_DELETION = 18  # words
_SHORTEST_REST = 4  # words that stay visible in a cloze
_LONGEST_TERM = 8


def forms(sentence: str, parts: Clause | None) -> Form | None:
    """The first rule that fits a self-contained statement."""
    for rule in RULES:
        if form := rule(sentence, parts):
            return form
    return None


def _definition(sentence: str, parts: Clause | None) -> Form | None:
    """``A scope is the range of ...`` -> What is a scope?"""
    if parts is None or parts.opening or not _is_term(parts.subject):
        return None
    verb, predicate = parts.verb.lower(), parts.predicate
    if predicate.startswith("the ") and _REASON.search(predicate):
        return None  # "Cooking is the critical point because ..." gives a reason, no definition
    term = _inner(parts.subject)
    if verb in ("is", "are") and (
        _KIND.match(predicate) or _plural_noun(parts) or _mass_noun(predicate)
    ):
        body = re.sub(r"^(?:defined as|the term for)\s+", "", predicate)
        return Form("definition", 3.0, f"What {verb} {term}?", _sentence(body))
    if verb in ("is", "are") and _DEFINED.match(predicate):
        return Form("definition", 3.0, f"What {verb} {term}?", _sentence(predicate))
    if _DEFINES.match(verb):
        base = {
            "means": "mean",
            "refers": "refer to",
            "stands": "stand for",
            "denotes": "denote",
            "describes": "describe",
            "signifies": "signify",
        }[verb]
        body = (
            re.sub(r"^(?:to|for)\s+", "", predicate) if base.endswith(("to", "for")) else predicate
        )
        return Form("definition", 3.0, f"What does {term} {base}?", _sentence(body))
    return None


def _defined_by(sentence: str, parts: Clause | None) -> Form | None:
    """``SAMHSA defines recovery as ...`` -> How does SAMHSA define recovery?"""
    if parts is None or parts.verb.lower() not in ("defines", "define") or parts.opening:
        return None
    term, as_, body = parts.predicate.partition(" as ")
    if not as_ or len(term.split()) > _LONGEST_TERM or points_back(term):
        return None
    does = "does" if parts.verb.lower() == "defines" else "do"
    return Form(
        "definition", 3.0, f"How {does} {_inner(parts.subject)} define {term}?", _sentence(body)
    )


def _reason(sentence: str, parts: Clause | None) -> Form | None:
    """``X, because Y.`` -> X. Why?"""
    found = _REASON.search(sentence.rstrip("."))
    if not found or parts is None:
        return None
    claim, why = sentence[: found.start()].strip(" ,;"), found["why"]
    if (
        not 4 <= len(claim.split()) <= 28
        or not 3 <= len(why.split()) <= 40
        or re.match(r"\d{4}\b|\w+ \d", why)
    ):
        return None
    return Form("reason", 2.5, f"{claim}. Why?", f"Because {why}.")


def _enumeration(sentence: str, parts: Clause | None) -> Form | None:
    """``Hazards fall into three groups: a, b, and c.`` hides the list."""
    text = sentence.rstrip(".")
    found = _LISTED.match(text) or _EXEMPLIFIED.match(text)
    if not found or found["list"].count(",") < 1 or not re.search(r"\b(?:and|or)\b", found["list"]):
        return None
    if len(found["list"].split()) > 30:
        return None
    return Form("enumeration", 3.0, cloze=f"{found['head']}{found['mark']} {_hide(found['list'])}.")


def _figure(sentence: str, parts: Clause | None) -> Form | None:
    """Numbers with units, dates and limits are hidden, all on one card."""
    if parts is None:
        return None
    start = len(parts.subject) if not parts.opening else 0
    spans = _spans(sentence, start)
    if not spans or len(spans) > 4:
        return None
    text, last = "", 0
    for begin, end in spans:
        text += sentence[last:begin] + _hide(sentence[begin:end])
        last = end
    text += sentence[last:]
    return Form("figure", 2.5, cloze=text)


def _predicate(sentence: str, parts: Clause | None) -> Form | None:
    """What is said of the subject is hidden, from the verb or from the first hinge on."""
    if parts is None:
        return None
    tail = parts.predicate
    if re.match(r"(?:how|what|why|where)\b", tail):
        return None
    # ", and" ends a clause, but not where it ends a list: "sand, silt, and clay".
    stops = (m for m in _STOP.finditer(tail) if m[0] != ", and " or "," not in tail[: m.start()])
    stop = next(stops, None)
    hidden = tail[: stop.start()] if stop and len(tail[: stop.start()].split()) >= 3 else tail
    if len(hidden.split()) > _LONGEST_DELETION:
        hinge = next(
            (
                h
                for h in _HINGE.finditer(hidden)
                if len(hidden[h.end() :].split()) <= _LONGEST_DELETION
            ),
            None,
        )
        if hinge is None:
            return None
        hidden = hidden[hinge.end() :]
    hidden = hidden.strip(" ,")
    at = sentence.find(hidden, len(parts.subject))
    if (
        at < 0
        or len(hidden.split()) < 2
        or len(sentence.split()) - len(hidden.split())
        < min(_SHORTEST_REST, len(parts.subject.split()) + 1)
    ):
        return None
    return Form(
        "statement", 1.0, cloze=sentence[:at] + _hide(hidden) + sentence[at + len(hidden) :]
    )


RULES: tuple[Callable[[str, Clause | None], Form | None], ...] = (
    _definition,
    _defined_by,
    _enumeration,
    _reason,
    _figure,
    _predicate,
)


def _hide(text: str) -> str:
    # "}}" inside a deletion would end it, "::" would begin a hint.
    return "{{c1::" + text.replace("}}", "} }").replace("::", ": :") + "}}"


def _spans(sentence: str, start: int) -> list[tuple[int, int]]:
    found = [m.span() for p in (_DATE, _WORD_NUMBER, _NUMBER) for m in p.finditer(sentence, start)]
    spans: list[tuple[int, int]] = []
    found = [s for s in found if not _belongs_to_name(sentence, *s)]
    for begin, end in sorted(found, key=lambda s: (s[0], -s[1])):
        text = sentence[begin:end].rstrip(".,")
        end = begin + len(text)
        between = sentence[spans[-1][1] : begin] if spans else ""
        if text and spans and (between in _RANGE or (between == " " and text[0].isdigit())):
            spans[-1] = (spans[-1][0], end)
        elif text and (not spans or begin >= spans[-1][1]):
            spans.append((begin, end))
    return spans


def _belongs_to_name(sentence: str, begin: int, end: int) -> bool:
    """``Standard 700``, ``Type 2``: the figure is part of what is named, and no fact."""
    before = sentence[:begin].split()
    if len(before) < 1 or _DATE.fullmatch(sentence[begin:end]):
        return False
    return sentence[begin - 1 : begin] in "/-" or (
        len(before) > 1 and before[-1][:1].isupper() and before[-1].isalpha()
    )


def _is_term(subject: str) -> bool:
    words = subject.split()
    if re.match(
        r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|hundred)\b)"
        r"|the value\b",
        subject,
        re.IGNORECASE,
    ):
        return False
    return (
        len(words) <= _LONGEST_TERM
        and not points_back(subject)
        and not subject.endswith(",")
        and ":" not in subject
        and not re.search(r"\b(?:it|they|them)\b|, ", subject, re.IGNORECASE)
    )


def _plural_noun(parts: Clause) -> bool:
    """``Chemical hazards are agents that ...``: a plural said of a plural."""
    head = re.split(r"\s(?:that|which|who|of|in|for|used|such)\b|,", parts.predicate)[0]
    return (
        parts.verb.lower() == "are"
        and len(head.split()) <= 5
        and is_plural(head)
        and not re.match(r"\w+(?:ed|ing)\b", head)
    )


_NOUN_OF = re.compile(r"((?:[a-z-]+ ){0,3}?[a-z-]+) (?:of|that|which|in which|by which)\b")
_ADJECTIVE = re.compile(
    r"(?:ible|able|ful|ous|ive|ant|ic|ary|ed|ing|[^m]ent)$|^(?:different|equal|typical|full|part|due|"
    r"more|less|most|least|not|only|also|very|off|in|on|at|to|up|out|short|free|responsible)$"
)


def _mass_noun(predicate: str) -> bool:
    """``first-hand knowledge of a condition``: a kind that takes no article."""
    found = _NOUN_OF.match(predicate)
    if not found:
        return False
    words = found[1].split()
    if {"to", "in", "at", "on", "by", "for", "the"} & {*words}:
        return False
    return not (_ADJECTIVE.search(words[0]) or _ADJECTIVE.search(words[-1]))


def _inner(subject: str) -> str:
    """A subject inside a question: a small letter unless it is a name or an acronym."""
    first = subject.split()[0]
    small = first.lower() in ("a", "an", "the") or (
        first[1:].islower() and " " in subject and not subject.split()[1][:1].isupper()
    )
    return (
        subject[:1].lower() + subject[1:]
        if small and first.lower() in ("a", "an", "the")
        else subject
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:].rstrip(".") + "."
