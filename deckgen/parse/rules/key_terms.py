"""Lists of terms without a word about them: ``Key Terms``, and then only the terms."""

import re

from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_HEADING = re.compile(
    r"(?:(?:key|important|new|essential|main|academic) )?"
    r"(?:terms?|words?|vocabulary|concepts?|terms? to know|words to know)"
    r"(?: (?:to know|and concepts|list|and people))?|schlüsselbegriffe|fachbegriffe",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"[:=?!]|\s[–—-]\s|\.(?:\s|$)|\||\{\{|==")
_PARTED = re.compile(r"\s*[,;·•|]\s*")
_LEAST = 3  # terms
_LONGEST = 5  # words of a term
_MOST = 80  # lines


def read(context: Context, at: int) -> Reading | None:
    """The heading and its terms; a term with its definition is another rule's."""
    page = context.page
    heading, colon, inline = markers.bare(page.lines[at].text).partition(":")
    if page.lines[at].verbatim or not _HEADING.fullmatch(heading):
        return None
    if inline.strip():
        few = len(_split(inline)) < _LEAST or not colon
        return None if few else Reading((_aside(page.lines[at]),), at + 1)
    if len(heading.split()) < 2 and not page.heading(at):
        return None
    end, terms = at + 1, 0
    here = page.next(end)
    while here < min(len(page.lines), at + _MOST):
        count = _terms(page, here)
        if not count or (here > end and terms and not markers.bullet(page.lines[here].text)):
            break
        terms += count
        end = here + 1
        here = page.next(end)
    if terms < _LEAST:
        return None
    return Reading(tuple(_aside(line) for line in page.lines[at:end] if line.text), end)


def _aside(line: Line) -> Aside:
    return Aside(line.text, "key terms", line.number)


def _terms(page: Page, at: int) -> int:
    """How many terms stand on a line, and nothing else."""
    line = page.lines[at]
    if line.verbatim or line.text.startswith("#"):
        return 0
    found = markers.bullet(line.text)
    return len(_split(found.text if found else line.text))


def _split(text: str) -> list[str]:
    """The terms of a text; none where it says more than terms."""
    terms = [term for term in _PARTED.split(text.strip().rstrip(".")) if term]
    bare = not _EXPLAINED.search(text.strip().rstrip("."))
    return terms if bare and all(len(term.split()) <= _LONGEST for term in terms) else []
