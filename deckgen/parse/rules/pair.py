"""``Q:`` and ``A:``, in so many words."""

import re

from deckgen.model.document import Pair
from deckgen.parse import markers, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import options
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import cloze

_FRONT = re.compile(r"(?:q|question|front)\s*:\s*(\S.*)", re.IGNORECASE)
_BACK = re.compile(r"(?:a|answer|back)\s*:\s*(.*)", re.IGNORECASE)
_RULE = re.compile(r"(?:[-*_]\s*){3,}")


def read(context: Context, at: int) -> Reading | None:
    """A question and its answer.

    The answer goes on to the next ``Q:``, heading, rule, cloze, line of tags or double blank line:
    a paragraph more, a list or code may belong to it. A question without ``A:`` is no pair.
    """
    page = context.page
    found = _FRONT.match(markers.bare(page.lines[at].text))
    if not found or page.lines[at].verbatim:
        return None
    front = [_rest(page.lines[at], found[1])]
    here = at + 1
    while here < len(page.lines):
        line = page.lines[here]
        back = None if line.verbatim else _BACK.match(markers.bare(line.text))
        if back:
            break
        if _ends(page, here) or (not line.verbatim and options.lettered_run(page, here)):
            return None
        front.append(line)
        here += 1
    else:
        return None
    then = page.next(here + 1)
    if _is_option(page, here) or (then < len(page.lines) and options.lettered_run(page, then)):
        return None
    back_lines = [_rest(page.lines[here], back[1])] if back and back[1] else []
    stop = _end_of_answer(page, here + 1)
    back_lines += page.lines[here + 1 : stop]
    asked, above = tags.without_tags(front)
    said, below = tags.without_tags(back_lines)
    asked_text, behind = tags.apart(page.written(asked))
    said_text, last = tags.apart(page.written(said))
    names = tuple(dict.fromkeys((*above, *behind, *below, *last)))
    card = Pair(asked_text, said_text, page.lines[at].number, names)
    roles = [(i, "question") for i in range(at, here)] + [(i, "answer") for i in range(here, stop)]
    return Reading((card,), stop, tuple(roles))


def _rest(line: Line, text: str) -> Line:
    """What stands behind the label of a line, with the spaces that break it there."""
    return Line(line.number, text, text + line.raw[len(line.raw.rstrip()) :])


def _is_option(page: Page, at: int) -> bool:
    """``A:`` is an option where ``B:`` follows."""
    if options.run(page.lines[at].text)[1]:
        return True
    second = [line.text for line in page.lines[at + 1 : at + 4] if line.text][:1]
    found = markers.letter(second[0]) if second else None
    return found is not None and found.label == "B" and page.lines[at].text[:2] in ("A:", "a:")


def _ends(page: Page, at: int) -> bool:
    line = page.lines[at]
    if line.verbatim:
        return False
    if line.blank:
        below = page.lines[at + 1] if at + 1 < len(page.lines) else line
        return below is not line and below.blank and not (line.hidden or below.hidden)
    return bool(
        _FRONT.match(markers.bare(line.text))
        or (page.gap(at) and _RULE.fullmatch(line.text))
        or (page.gap(at) and page.heading(at) is not None)
    )


def _end_of_answer(page: Page, at: int) -> int:
    while at < len(page.lines) and not _ends(page, at):
        if page.gap(at) and page.lines[at].text and cloze.deletions_at(page, at):
            break
        at += 1
        if tags.of_line(page.lines[at - 1]) and (at == len(page.lines) or page.lines[at].blank):
            break  # tags are the last line of a card
    return at
