"""What is said of a subject, where no other rule knows a better form."""

import re

from deckgen.extract.concepts.forms.deletions import Span, hidden, informative
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import hide, inside, sentence
from deckgen.extract.language.clauses import Clause

_STOP = re.compile(
    r",?\s+(?:but|so that|which|where|while|whereas|although|though|rather than|instead of|such as"
    r"|including|until|unless|because|since|provided|as long as|even (?:if|though)|except|namely"
    r"|regardless of"
    r"|(?:at|in|of|by|for|to|from|with|on|through|under|during) which)\s"
    r"|,\s(?:and|so|if|when|as|with|usually|often|typically|yet|or|once|only|for"
    r"|not|each|whether|no matter|by|then|before|after|in order|generally|commonly|mostly)\s"
    r"|[;:—–]"
)
_HINGE = re.compile(r"\s(?:by|into|from|with|to|through|as|for|on|in|at|between|of)\s")
_LATER_CLAUSE = re.compile(
    r"\s(?:when|if|unless|until|because|so that|in order to|that|before|after)\s"
)
_WITH_VERB = frozenset(
    """
    up out off away back down forward apart together it them him her themselves itself
    """.split()
)
_PHRASE = re.compile(  # a verb with what belongs to it: "sets in when ...", "brings about a change"
    r"(?:set(?:s|ting)? (?:in|off|up)|br(?:ings?|ought) about|c(?:omes?|ame) (?:about|home|in)"
    r"|t(?:akes?|ook) (?:place|part|over|on)|g(?:ives?|ave) (?:rise|way|off|up)"
    r"|ma(?:kes?|de) (?:use|sure)|go(?:es)? (?:in|on|off|through)|gets? (?:in|on|through)"
    r"|carr(?:y|ies|ied) (?:out|on)|turn(?:s|ed)? (?:on|off|into)"
    r"|kicks? (?:in|off)|depends? on|rel(?:y|ies) on|results? (?:in|from)|leads? to|refers? to"
    r"|consists? of|belongs? to|rises? to) "
)
_CASE = re.compile(r"when|if|unless|until|because|before|after")
_LONGEST = 18  # words of a deletion
_LONGEST_LIST = 26  # words of a list that is hidden whole
_SHORTEST_REST = 4  # words that stay visible in a cloze
_ONLY = re.compile(
    r"Only\s+(?P<who>.{3,60}?)\s+(?P<rest>(?:may|can|must|should|will|is|are|has|have)\s.+)$"
)
_LONGEST_NAME = 8  # words
_MADE_BY = re.compile(
    r"(?:first |originally |later )?"
    r"(?P<made>devised|invented|discovered|developed|introduced|proposed|founded"
    r"|coined|formulated|created|designed|established|described|named|published|built|painted"
    r"|composed|signed) by (?P<who>(?:the )?[A-Z].{2,80}?)(?:,| and [a-z].*| in order .*|$)"
)
_CAUSE_OF = re.compile(
    r"^(?P<what>.{3,60}?) (?P<rest>(?:is|are) the "
    r"(?:main |chief |leading |primary |usual |most common )?"
    r"(?:cause|reason|source|key|method|unit|site|place|organ|instrument|tool)s? "
    r"(?:of|for|behind)\b.+)$"
)


def only(statement: str, parts: Clause | None) -> Form | None:
    """``Only a licensed electrician may open the meter.`` hides who."""
    found = _ONLY.match(statement)
    if not found or len(found["rest"].split()) < _SHORTEST_REST:
        return None
    return Form(2.5, cloze=f"Only {hide(found['who'])} {found['rest']}")


def role(statement: str, parts: Clause | None) -> Form | None:
    """``Ozone is the main cause of smog damage.`` hides what has the role, and its figures."""
    found = _CAUSE_OF.match(statement)
    if not found or parts is None or parts.opening or "," in found["what"]:
        return None
    if re.match(r"(?:A|An)\b", found["what"]):
        return None  # "A peril is the cause of a loss" says what a peril is
    return Form(2.0, cloze=f"{hide(found['what'])} {found['rest']}")


def made_by(text: str, parts: Clause | None) -> Form | None:
    """``The scheme was devised by Spaulding.`` -> Who devised the scheme?"""
    if parts is None or parts.opening or parts.verb.lower() not in ("was", "were"):
        return None
    found = _MADE_BY.match(parts.predicate)
    if not found or len(parts.subject.split()) > _LONGEST_NAME:
        return None
    return Form(2.5, f"Who {found['made']} {inside(parts.subject)}?", sentence(found["who"]))


def statement(text: str, parts: Clause | None) -> Form | None:
    """What is said of the subject is hidden, clause by clause, each on a card of its own."""
    if parts is None or re.match(r"(?:how|what|why|where)\b", parts.predicate):
        return None
    start = text.find(parts.predicate, len(parts.subject))
    spans = predicate_spans(text, start) if start >= 0 else ()
    return Form(1.0, cloze=hidden(text, spans)) if spans else None


def predicate_spans(text: str, start: int) -> tuple[Span, ...]:
    """What may be hidden of a predicate: its first part, and the last that says something else."""
    end = len(text.rstrip(". "))
    first = _first_part(text, start, end)
    if not first:
        return tuple(span for span in (_last_part(text, start, end),) if span)
    last = _last_part(text, first[1], end)
    return (first, last) if last else (first,)


def _first_part(text: str, start: int, end: int) -> Span | None:
    """The predicate up to where something else begins."""
    tail = text[start:end]
    # ", and" ends a clause, but not where it ends a list: "sand, silt, and clay".
    stops = (m for m in _STOP.finditer(tail) if not _ends_list(m[0], tail[: m.start()]))
    stop = next((m.start() for m in stops if tail[: m.start()].strip()), len(tail))
    begin = 0
    words = tail[:stop].split()
    verb = text.rfind(" ", 0, start - 1) + 1
    if phrase := _PHRASE.match(text, verb, start + stop):
        begin = phrase.end() - start
    elif words[:1] == ["to"]:
        begin = len("to ")
    elif len(words) == 1 or {*words[:1]} & _WITH_VERB:
        begin = verb - start  # "waste potassium, whereas ..."
    longest = _LONGEST_LIST if tail[:stop].count(", ") > 1 else _LONGEST
    if len(tail[:stop].split()) > longest:
        clauses = (m.start() for m in _LATER_CLAUSE.finditer(tail, 0, stop))
        stop = next((c for c in clauses if 2 <= len(tail[:c].split()) <= _LONGEST), stop)
    if len(tail[:stop].split()) > longest:
        hinges = (h.end() for h in _HINGE.finditer(tail[:stop]))
        begin = next((h for h in hinges if len(tail[h:stop].split()) <= _LONGEST), stop)
    span = (start + begin, start + stop)
    return span if informative(text, span) else None


def _ends_list(stop: str, before: str) -> bool:
    return stop in (", and ", ", or ") and "," in before


def _last_part(text: str, start: int, end: int) -> Span | None:
    """The last of several clauses."""
    stops = [*_STOP.finditer(text, start, end), *_LATER_CLAUSE.finditer(text, start, end)]
    stops.sort(key=lambda stop: stop.start())
    first_case = next((s for s in stops if _CASE.fullmatch(s[0].strip(" ,"))), None)
    for stop in ([first_case] if first_case else []) + stops[::-1]:
        span = (stop.end() + (text[stop.end() : stop.end() + 1] == " "), end)
        words = len(text[span[0] : end].split())
        if words > _LONGEST:
            continue
        if words >= 3 and informative(text, span):
            return span
    return None
