"""Lists in running text."""

import re

from deckgen.extract.concepts.forms.deletions import hidden, informative
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import hide
from deckgen.extract.language.clauses import Clause, has_verb

_LONGEST = 30  # words
_LISTED = re.compile(r"^(?P<head>.{12,160}?)(?P<mark>:)\s+(?P<list>[^:]{10,200})$")
_LISTED_FIRST = re.compile(
    r"^(?P<list>[^:;,]{3,60},[^:;]{3,120}): (?P<rest>(?:those|these|all (?:of )?(?:these|them|\w+)"
    r"|any of (?:these|them)|each of (?:these|them)) .{12,120})$"
)
_EXEMPLIFIED = re.compile(
    r"^(?P<head>.{12,160}?\b(?:ways|things|groups|kinds|types|forms|steps|parts|signs"
    r"|factors))(?P<mark>,? (?:such as|including|namely))\s+(?P<list>[^,]+,[^,]+,.+)$"
)


def enumeration(statement: str, parts: Clause | None) -> Form | None:
    """``Hazards fall into three groups: a, b, and c.`` hides the list."""
    text = statement.rstrip(".")
    found = _LISTED.match(text) or _EXEMPLIFIED.match(text)
    if not found or found["list"].count(",") < 1 or not re.search(r"\b(?:and|or)\b", found["list"]):
        return None
    if len(found["list"].split()) > _LONGEST:
        return None
    return Form(3.0, cloze=f"{found['head']}{found['mark']} {hide(found['list'])}.")


def listed_first(statement: str, parts: Clause | None) -> Form | None:
    """``Soot, a hoarse voice: those point to smoke.`` hides the list."""
    found = _LISTED_FIRST.match(statement.rstrip("."))
    if not found or len(found["list"].split()) > _LONGEST:
        return None
    return Form(2.5, cloze=f"{hide(found['list'])}: {found['rest']}.")


def listed_subject(statement: str, parts: Clause | None) -> Form | None:
    """``Iron, nickel, and cobalt are magnetic.`` hides who, and on another card what."""
    if parts is None or parts.opening or parts.subject.count(",") < 2:
        return None
    if not re.search(r",? (?:and|or) \S+(?: \S+){0,2}$", parts.subject):
        return None
    if has_verb(parts.subject):
        return None  # "A corner goes, or a roof, and the fire engine arrives"
    start = statement.find(parts.predicate, len(parts.subject))
    members = re.search(r"\b(?:of|like|as) (?=[^,]+,)", parts.subject)
    whole = (members.end() if members else 0, len(parts.subject))
    spans = tuple(
        s for s in (whole, (start, len(statement.rstrip(". ")))) if informative(statement, s)
    )
    return Form(2.0, cloze=hidden(statement, spans)) if spans else None
