"""``Term :: definition``, and ``:::`` in both directions; ``Question::Answer`` without spaces.

The same two signs part names in code, in addresses and in the properties of a note. Those are
told by their neighbours: code has no space beside them.
"""

import re
from dataclasses import dataclass, replace

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Definition
from deckgen.parse import bodies, deletions, markers, properties, tags, terms
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_SIGN = re.compile(r"(?<![:\s])(?P<before>\s*)(?P<sign>:::?)(?P<behind>\s*)(?!:)")
_LONGEST = 20  # words of a term that does not ask
_LONGEST_ASKED = 60
_NAMESPACES = frozenset("std self super crate boost detail chrono fs io fmt".split())
_CODE = re.compile(r"\w+[(<;{]|[(){};]\s*$|->|=>|&&|^\W*(?:import|use|from|return|using)\s")
_SCHEDULE = re.compile(r"<!--SR:[^>]{0,200}-->")


@dataclass(frozen=True, slots=True)
class _Split:
    term: str
    sign: str
    text: str
    column: int


def read(context: Context, at: int) -> Reading | None:
    """One line with such a sign, and the lines into which its definition goes on."""
    page = context.page
    line = page.lines[at]
    found = _split(page, at)
    if found is None:
        return _empty(page, at)
    stop = at + 1
    while stop < len(page.lines) and _goes_on(page, stop, line):
        stop += 1
    first = Line(line.number, _SCHEDULE.sub("", found.text).rstrip(), found.text)
    below = [ln for ln in page.lines[at + 1 : stop] if not _SCHEDULE.fullmatch(ln.text)]
    listed = page.markdown and any(markers.bullet(ln.text) for ln in below)
    kept = below if listed else [replace(ln, raw=ln.text) for ln in below]
    body, names = tags.without_tags([first, *kept])
    said = bodies.text(page, first.text, body[1:]) if listed else page.join(list(body))
    text, more = tags.apart(said.strip(), anywhere=True)
    made = Definition(
        terms.bare(found.term),
        text,
        line.number,
        both=found.sign == ":::",
        tags=tuple(dict.fromkeys((*more, *names))),
    )
    return Reading((made,), stop)


def is_card(page: Page, at: int) -> bool:
    """Whether a line is such a card; for other rules."""
    return _split(page, at) is not None


def _split(page: Page, at: int) -> _Split | None:
    line = page.lines[at]
    if line.verbatim or "::" not in line.text or deletions.OPENING.search(line.text):
        return None
    bullet = markers.bullet(line.text)
    whole = bullet.text if bullet and bullet.style == "bullet" else line.text
    found = tuple(_SIGN.finditer(deletions.shielded(whole)))
    if not found or page.heading(at):
        return None
    spaced = [m for m in found if m["before"] and m["behind"]]
    sign = (spaced or found)[0]
    if len(spaced) > 1 and page.saved:
        return None  # the way through a site
    term, text = whole[: sign.start()].strip(), whole[sign.end() :].strip()
    if not term or not text or "::" in term or not _is_front(term):
        return None
    if properties.is_inline(whole):
        return None
    if not spaced and (len(found) > 1 or not _is_unspaced_card(page, term, text, sign)):
        return None
    if spaced and re.search(r"(?:->|=>|→)\s*[\[(]?\w", text) and _CODE.search(text):
        return None  # the type of a function
    return _Split(term, sign["sign"], text, line.indent + 1)


def _is_front(term: str) -> bool:
    asks = term.rstrip("*_ ").endswith(("?", "？"))
    long = len(term.split()) > (_LONGEST_ASKED if asks else _LONGEST)
    return not long and any(c.isalnum() for c in term)


def _is_unspaced_card(page: Page, term: str, text: str, sign: re.Match[str]) -> bool:
    """``Question::Answer`` is a card in notes; ``Name::part`` in a sentence about code is none."""
    if not page.markdown:
        return False
    if term.endswith(("?", "？")) or sign["behind"] or sign["before"]:
        return not _CODE.search(text) or term.endswith(("?", "？"))
    left, right = term.split()[-1], text.split()[0]
    named = left.lower() in _NAMESPACES or (left[:1].isupper() and right[:1].isupper())
    in_code = named or bool(re.search(r"[_\d`]|[a-z][A-Z]", f"{left} {right}"))
    return not in_code and not _CODE.search(f"{left} {right}") and not _CODE.search(text)


def _empty(page: Page, at: int) -> Reading | None:
    """``Term ::`` with nothing behind it is reported, unless a block of literal text follows."""
    line = page.lines[at]
    found = re.fullmatch(r"(?P<term>\S.{0,300}\S|\S)\s+:::?", line.text)
    if line.verbatim or not found or "::" in found["term"] or not terms.is_term(found["term"]):
        return None
    below = page.next(at + 1)
    if below < len(page.lines) and page.lines[below].indent > line.indent:
        return None
    problem = Diagnostic(
        "empty-side",
        Severity.ERROR,
        f"nothing stands behind “{line.text}”",
        "",
        line.number,
        line.indent + len(line.text) + 1,
        "write the definition behind the colons",
    )
    return Reading((), at + 1, problems=(problem,))


def _goes_on(page: Page, at: int, first: Line) -> bool:
    line = page.lines[at]
    if line.blank or line.verbatim or _split(page, at) or page.heading(at):
        return False
    if _SCHEDULE.fullmatch(line.text) or tags.of_line(line):
        return True
    deeper = line.indent > first.indent
    if markers.bullet(line.text) or markers.ordinal(line.text):
        return deeper and page.markdown
    return deeper or page.continues(page.lines[at - 1], line)
