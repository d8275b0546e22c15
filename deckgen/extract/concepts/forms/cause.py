"""Why something is so, what follows from it, and when."""

import re

from deckgen.extract.concepts.antecedents import hangs, points_back
from deckgen.extract.concepts.forms import figure
from deckgen.extract.concepts.forms.deletions import hidden, informative
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.why import why
from deckgen.extract.concepts.forms.wording import inside, sentence
from deckgen.extract.language.clauses import Clause, clause

_REASON = re.compile(r"[,;]?\s+(?:because|since)\s+(?P<why>.+)$")
_BECAUSE = re.compile(r"(?:Because|Since)\s+(?P<why>.{8,160})$")
_CONDITION = re.compile(
    r"^(?:[A-Z][^,]{2,40}, )?(?:When|If|Once|As soon as|Whenever|The (?:moment|instant)"
    r"|(?:Each|Every) time|when|if|once|as soon as|the moment) "
    r"(?P<case>[^,]{6,120}), "
)
_RESULT = re.compile(
    r"^(?P<cause>.{20,160}?), (?P<so>so|so that|which (?:is why|means(?: that)?)) (?P<result>.+)$"
)
_CASE = re.compile(r"(?:If|When|Once|While|Although|Unless|Because|Since)\b")
_VAGUE = re.compile(  # of what, and than what?
    r"(?:Each|Both|Either|Neither|Some|Many|Most|One) (?!of\b)(?:is|are|has|counts?|\w+s)\b"
    r"|.*\b(?:too|as well|either|(?:would be|are|is) (?:wrong|out|in|tempting)|one \w+ly)$"
)
_NO_CLAIM = re.compile(r".*(?:\b(?:is|are|was|were|be)|ly)$")
_PURPOSE = re.compile(
    r"^(?P<claim>[^,;:]{3,140}? (?:is|are|must be|should be|has to be|have to be|was|were)"
    r" [^,;:]{3,100}?),? (?:in order )?to (?P<aim>(?:lower|reduce|prevent|avoid|keep|make|ensure"
    r"|protect|allow|increase|help|improve|remove|stop|limit|minimi[sz]e|maximi[sz]e|maintain"
    r"|provide|preserve|control|compensate|confirm|detect|notice|show|guard|cool|warm|clean"
    r"|identify)\b.{8,160})$"
)
_TAKES_INFINITIVE = frozenset(
    """
    able about advised allowed apt asked believed bound designed difficult due easy enough entitled
    expected forbidden forced found free going hard important impossible intended known likely made
    meant necessary needed obliged permitted possible prepared quick ready reluctant required said
    set slow supposed taken tough unable unlikely used willing
    """.split()
)
_OCCURS = re.compile(
    r"(?P<verb>arise|occur|form|happen|begin|start|end|develop|take|result|appear|apply)s?"
)
_WHEN = re.compile(
    r"(?P<place>place)? ?(?P<when>(?:only )?(?:when|if|where|as soon as|once|wherever)\b.+)$"
)
_TIME = re.compile(r"\d{4}\b|\w+ \d")  # "since 1987" says when, not why


def reason(statement: str, parts: Clause | None) -> Form | None:
    """``X because Y.`` -> X. Why?"""
    found = _REASON.search(statement.rstrip("."))
    if not found or parts is None:
        return None
    claim, told = statement[: found.start()].strip(" ,;"), found["why"]
    if claim.endswith((" and", " but", " so")):
        return None  # "X, and because Y, Z": the reason of another claim
    said = clause(sentence(claim))
    if said is None or hangs(said.subject) or _CASE.match(said.subject) or _VAGUE.match(claim):
        return None  # the reason belongs to the opening: "If one breaks because ..., the rest ..."
    if not 3 <= len(claim.split()) <= 28 or not 3 <= len(told.split()) <= 40 or _TIME.match(told):
        return None
    return Form(2.2, why(claim), f"Because {told}.")


def reason_first(statement: str, parts: Clause | None) -> Form | None:
    """``Because Y, X.`` -> X. Why?"""
    found = _BECAUSE.match(parts.opening) if parts else None
    if parts is None or not found or _TIME.match(found["why"]):
        return None
    claim = f"{parts.subject} {parts.verb} {parts.predicate}"
    if hangs(parts.subject) or _VAGUE.match(claim) or not 4 <= len(claim.split()) <= 28:
        return None
    return Form(2.5, why(claim), f"Because {found['why']}.")


def purpose(statement: str, parts: Clause | None) -> Form | None:
    """``Rabbits are weighed daily to notice a loss early.`` -> Why?"""
    found = _PURPOSE.match(statement.rstrip(". "))
    if not found or parts is None or parts.opening or hangs(parts.subject):
        return None
    if found["claim"].split()[-1] in _TAKES_INFINITIVE or _NO_CLAIM.match(found["claim"]):
        return None  # "is expected to keep her course" gives no reason
    return Form(2.5, why(found["claim"]), f"To {found['aim']}.")


def occurrence(statement: str, parts: Clause | None) -> Form | None:
    """``Scattering occurs when a photon meets an electron.`` -> When does scattering occur?"""
    said = _OCCURS.fullmatch(parts.verb.lower()) if parts else None
    found = _WHEN.match(parts.predicate) if parts and said else None
    if parts is None or parts.opening or not said or not found or hangs(parts.subject):
        return None
    do = "do" if said["verb"] == said[0] else "does"
    asked = f"When {do} {inside(parts.subject)} {said['verb']}{found['place'] or ''}?"
    return Form(2.5, asked, sentence(found["when"]))


def condition(statement: str, parts: Clause | None) -> Form | None:
    """``When X falls, Y rises.`` hides what happens, and on another card when."""
    text = statement.rstrip(". ")
    found = _CONDITION.search(text)
    if parts is None or not found or points_back(found["case"]):
        return None
    start = text.find(parts.predicate, found.end())
    if " " not in parts.predicate:
        start = text.find(parts.verb, found.end())
    if start < 0 or not 2 <= len(text[start:].split()) <= 24:
        return None
    figures = tuple(figure.spans_of(text[: found.end("case")], found.start("case")))
    outcome = ((start, len(text)),)
    spans = tuple(s for s in outcome if informative(text, s))
    if figures and spans:
        return Form(2.5, cloze=f"{hidden(text, (*figures[:1], *spans))}.")
    spans += tuple(s for s in (found.span("case"),) if informative(text, s))
    return Form(2.5, cloze=f"{hidden(text, spans)}.") if spans else None


def result(statement: str, parts: Clause | None) -> Form | None:
    """``Frost roughens the wing, so lift is lost.`` hides both parts."""
    text = statement.rstrip(". ")
    found = _RESULT.match(text)
    if not found or parts is None or not 4 <= len(found["result"].split()) <= 20:
        return None
    if clause(sentence(found["result"])) is None and found["so"].startswith("so"):
        return None
    start = text.find(parts.predicate)
    both = (found.span("result"), (start, found.end("cause")))
    spans = tuple(s for s in both if 0 <= s[0] < s[1] and informative(text, s))
    return Form(2.0, cloze=f"{hidden(text, spans)}.") if spans else None
