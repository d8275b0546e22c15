"""Two things set against each other."""

import re

from deckgen.extract.concepts.antecedents import hangs, points_back
from deckgen.extract.concepts.forms.deletions import hidden, informative
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import content, inside, sentence
from deckgen.extract.language.clauses import Clause, clause

_FIRST = re.compile(r"(?:While|Whereas)\s+(?P<one>.{8,160})$")
_UNLIKE = re.compile(r"Unlike\s+(?P<one>[^,]{3,60})$")
_SECOND = re.compile(
    r"^(?P<one>.{12,160}?)(?:, (?:while|whereas)|; (?:by contrast|in contrast),) (?P<other>.{12,})$"
)
_DIFFERS = re.compile(
    r"(?:differs?|is different|are different)\s+from\s+(?P<one>.{3,60}?)\s+"
    r"(?:in that|because|by|in)\s+(?P<how>.+)$"
)
_LONGEST = 7  # words of a name
_GOING_ON = re.compile(r"(?:is|are|was|were)(?:\s+\w+)?\s+\w+ing\b")  # "while it is running": time


def two_clauses(statement: str, parts: Clause | None) -> Form | None:
    """``X rises, while Y falls.`` -> How do X and Y differ?"""
    if parts is None:
        return None
    text = statement.rstrip(".")
    if found := _SECOND.match(text):
        one, other = clause(sentence(found["one"])), clause(sentence(found["other"]))
    elif found := _FIRST.match(parts.opening):
        one, other = clause(sentence(found["one"])), parts
    else:
        return None
    if one is None or other is None:
        return None
    if _GOING_ON.match(f"{one.verb} {one.predicate}") or content(one.subject) == content(
        other.subject
    ):
        return None
    if not (_is_name(one.subject) and _is_name(other.subject)):
        return _side_by_side(text, one, other)
    asked = f"How do {inside(one.subject)} and {inside(other.subject)} differ?"
    return Form(2.5, asked, sentence(text))


def _side_by_side(text: str, one: Clause, other: Clause) -> Form | None:
    """Subjects too long for a question: what is said of each is hidden."""
    if points_back(one.subject) or points_back(other.subject):
        return None
    starts = (text.find(one.predicate), text.rfind(other.predicate))
    spans = (
        (starts[0], starts[0] + len(one.predicate)),
        (starts[1], starts[1] + len(other.predicate)),
    )
    if min(starts) < 0 or not all(informative(text, span) for span in spans):
        return None
    return Form(2.0, cloze=f"{hidden(text, spans)}.")


def unlike(statement: str, parts: Clause | None) -> Form | None:
    """``Unlike X, Y ...`` and ``Y differs from X in that ...`` -> How does Y differ from X?"""
    if parts is None or not _is_name(parts.subject):
        return None
    if found := _UNLIKE.match(parts.opening):
        how = f"{parts.subject} {parts.verb} {parts.predicate}"
    elif found := _DIFFERS.match(f"{parts.verb} {parts.predicate}"):
        how = found["how"]
    else:
        return None
    if hangs(found["one"]):
        return None
    does = "do" if parts.verb.lower() in ("are", "differ", "do", "have") else "does"
    return Form(
        2.5, f"How {does} {inside(parts.subject)} differ from {found['one']}?", sentence(how)
    )


def _is_name(subject: str) -> bool:
    return 0 < len(subject.split()) <= _LONGEST and not hangs(subject) and "," not in subject
