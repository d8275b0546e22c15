"""Definition lists of Markdown: terms, then ``: a definition`` for each of their meanings."""

import re

from deckgen.model.document import Definition
from deckgen.parse import bodies, markers, tags, terms
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_MEANS = re.compile(r"[:~]\s+(?P<text>\S.*)")
_MOST_TERMS = 4  # that share their definitions
_MOST_SAVED = 9  # words of a term of a page, and the article
_LONGEST = 14  # words of a term


def read(context: Context, at: int) -> Reading | None:
    """One group: its terms, each on a line, and all of their definitions."""
    page = context.page
    first = _first_meaning(page, at)
    if first is None:
        return None
    named = [line for line in page.lines[at:first] if line.text]
    stop, meanings = _meanings(page, first)
    texts, names = zip(*(_text(page, lines) for lines in meanings), strict=True)
    together = texts[0] if len(texts) == 1 else "\n".join(f"- {_indented(t)}" for t in texts)
    labels = tuple(dict.fromkeys(name for found in names for name in found))
    blocks = tuple(
        Definition(terms.bare(line.text), together, line.number, tags=labels) for line in named
    )
    roles = tuple((i, "term") for i in range(at, first) if page.lines[i].text)
    return Reading(blocks, stop, roles)


def _first_meaning(page: Page, at: int) -> int | None:
    """The index of the first definition of the terms that begin on this line."""
    here = at
    while here < len(page.lines) and here - at < _MOST_TERMS and not page.lines[here].blank:
        line = page.lines[here]
        if here > at and _means(line):
            return here
        if line.verbatim or not _is_term(page, here):
            return None
        here += 1
    # A blank line may stand between, but then a single term only.
    below = here + 1
    apart = here - at == 1 and below < len(page.lines) and page.lines[here].blank
    within = here < len(page.lines) and here > at and _means(page.lines[here])
    if within:
        return here
    return below if apart and _means(page.lines[below]) else None


def _is_term(page: Page, at: int) -> bool:
    line = page.lines[at]
    text = line.text
    marked = markers.bullet(text) or text.startswith(("#", ">", "|", ":"))
    # A page has said that it is one, though it may begin as orders do: "Set point".
    told = page.saved and " " in text and terms.is_term(f"the {text}", _MOST_SAVED)
    return not marked and line.indent < 4 and (told or terms.is_term(text, _LONGEST))


def _means(line: Line) -> re.Match[str] | None:
    return None if line.verbatim or line.indent > 3 else _MEANS.match(line.text)


def _meanings(page: Page, at: int) -> tuple[int, list[list[Line]]]:
    """The index behind the definitions, and the lines of each, its sign taken off."""
    found: list[list[Line]] = []
    here = at
    while here < len(page.lines):
        line = page.lines[here]
        sign = _means(line)
        if sign:
            found.append([Line(line.number, sign["text"], sign["text"])])
        elif line.blank:
            below = page.next(here)
            if below == len(page.lines) or not (
                _means(page.lines[below]) or page.lines[below].indent > 1
            ):
                break
            found[-1].append(line)
        elif page.heading(here) or (page.gap(here) and line.indent < 2):
            break
        else:
            found[-1].append(line)
        here += 1
    return here, found


def _text(page: Page, lines: list[Line]) -> tuple[str, tuple[str, ...]]:
    body, names = tags.without_tags([lines[0], *bodies.dedented(lines[1:])])
    text, more = tags.apart(bodies.text(page, body[0].text, body[1:]), anywhere=True)
    return text, (*more, *names)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")
