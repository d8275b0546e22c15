"""Lists of terms without a word about them: ``Key Terms``, and then only the terms."""

import re

from deckgen.model.document import Aside
from deckgen.parse import markers
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
_LONGEST = 5  # words of a term
_MOST = 80  # lines


def read(context: Context, at: int) -> Reading | None:
    """The heading and its terms; a term with its definition is another rule's."""
    page = context.page
    heading = markers.bare(page.lines[at].text).rstrip(": ")
    if page.lines[at].verbatim or not _HEADING.fullmatch(heading):
        return None
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
    if terms < 3:
        return None
    inside = [line for line in page.lines[at:end] if line.text]
    return Reading(tuple(Aside(line.text, "key terms", line.number) for line in inside), end)


def _terms(page: Page, at: int) -> int:
    """How many terms stand on a line, and nothing else."""
    line = page.lines[at]
    if line.verbatim or line.text.startswith("#"):
        return 0
    found = markers.bullet(line.text)
    text = found.text if found else line.text
    if _EXPLAINED.search(text):
        return 0
    terms = [term for term in _PARTED.split(text) if term]
    return len(terms) if all(len(term.split()) <= _LONGEST for term in terms) else 0
