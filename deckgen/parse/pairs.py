"""Explicit cards: ``Q:`` and ``A:``, flashcard exports with Term and Definition, clozes."""

import re

from deckgen.model.document import Cloze, Pair
from deckgen.parse import markers, options
from deckgen.parse.lines import Line
from deckgen.parse.page import Page

_FRONT = re.compile(r"(?:q|question|front)\s*:\s*(\S.*)", re.IGNORECASE)
_BACK = re.compile(r"(?:a|answer|back)\s*:\s*(.*)", re.IGNORECASE)
_CLOZE = re.compile(r"\{\{c\d{1,3}::")
_RULE = re.compile(r"(?:[-*_]\s*){3,}")


def pair(page: Page, at: int) -> tuple[Pair, int] | None:
    """The pair that begins on this line, and the index behind it.

    The answer goes on to the next ``Q:``, heading, rule, cloze or double blank line: a paragraph
    more, a list or code may belong to it. A question without ``A:`` is no pair.
    """
    return _labelled(page, at) or _exported(page, at)


def cloze(page: Page, at: int) -> tuple[Cloze, int] | None:
    """The paragraph or list item with cloze deletions that begins on this line."""
    line = page.lines[at]
    if line.verbatim or (not page.gap(at) and not markers.bullet(line.text)):
        return None
    end = at + 1
    while (
        end < len(page.lines) and page.lines[end].text and not markers.bullet(page.lines[end].text)
    ):
        end += 1
    group = list(page.lines[at:end])
    found = markers.bullet(line.text)
    if found:
        group[0] = Line(line.number, found.text, found.text)
    text = page.join(group)
    return (Cloze(text, line.number), end) if _CLOZE.search(text) else None


def _labelled(page: Page, at: int) -> tuple[Pair, int] | None:
    found = _FRONT.match(markers.bare(page.lines[at].text))
    if not found or page.lines[at].verbatim:
        return None
    front = [Line(page.lines[at].number, found[1], found[1])]
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
    if _is_option(page, here):
        return None
    back_lines = [Line(page.lines[here].number, back[1], back[1])] if back and back[1] else []
    stop = _end_of_answer(page, here + 1)
    back_lines += page.lines[here + 1 : stop]
    return Pair(_text(page, front), _text(page, back_lines), page.lines[at].number), stop


def _exported(page: Page, at: int) -> tuple[Pair, int] | None:
    """``Term`` / text / ``Definition`` / text, each on a line of its own."""
    if page.lines[at].text.lower() not in ("term", "front", "question") or not page.gap(at):
        return None
    middle = at + 1
    while middle < len(page.lines) and page.lines[middle].text.lower() not in (
        "definition",
        "back",
        "answer",
    ):
        if middle - at > 12 or page.lines[middle].text.lower() == "term":
            return None
        middle += 1
    if middle >= len(page.lines):
        return None
    stop = middle + 1
    while stop < len(page.lines) and (page.lines[stop].text or stop == middle + 1):
        stop += 1
    front, back = (
        [page.lines[i] for i in range(*ends) if not page.chrome(i)]
        for ends in ((at + 1, middle), (middle + 1, stop))
    )
    if any(options.lettered_run(page, i) for i in range(at + 1, middle) if page.lines[i].text):
        return None
    texts = _text(page, front), _text(page, back)
    return (Pair(*texts, page.lines[at].number), stop) if all(texts) else None


def _is_option(page: Page, at: int) -> bool:
    """``A:`` is an option where ``B:`` follows."""
    second = [line.text for line in page.lines[at + 1 : at + 4] if line.text][:1]
    found = markers.letter(second[0]) if second else None
    return found is not None and found.label == "B" and page.lines[at].text[:2] in ("A:", "a:")


def _ends(page: Page, at: int) -> bool:
    line = page.lines[at]
    if line.verbatim:
        return False
    if line.blank:
        return at + 1 < len(page.lines) and page.lines[at + 1].blank
    return bool(
        _FRONT.match(markers.bare(line.text))
        or (page.gap(at) and _RULE.fullmatch(line.text))
        or (page.gap(at) and page.heading(at) is not None)
    )


def _end_of_answer(page: Page, at: int) -> int:
    while at < len(page.lines) and not _ends(page, at):
        if page.gap(at) and page.lines[at].text and cloze(page, at):
            break
        at += 1
    return at


def _text(page: Page, lines: list[Line] | tuple[Line, ...]) -> str:
    kept = list(lines)
    while kept and kept[-1].blank:
        kept.pop()
    if page.markdown:
        return "\n".join(line.raw for line in kept).strip("\n")
    return "\n".join(page.paragraphs([line for line in kept if line.text]))
