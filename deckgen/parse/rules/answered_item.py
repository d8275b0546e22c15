"""Items that ask, with the answer as items below them: a study guide that a class fills in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.model.document import Pair
from deckgen.parse import bodies, markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing

_LEAST = 2  # questions
_MOST = 100  # questions that are judged together
_FAR = 40  # lines up to the question above
_SINGLE = 3  # one question of so many has a single item below it: options are never alone
_EMPTY = re.compile(r"\W{3,}|[?\W]{1,9}(?:\s.{0,40})?|(?:tbd|todo|n/a)\b.{0,40}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on the lines from ``start`` to ``answer``, its answer up to ``stop``."""

    start: int
    answer: int
    stop: int


def read(context: Context, at: int) -> Reading | None:
    """All questions of a list, if nothing below them looks like options."""
    page = context.page
    first = _asked(page, at)
    if first is None or _goes_on(page, at):
        return None
    row = list(_row(page, first))
    below = [_items(page, asked) for asked in row]
    single = sum(len(items) == 1 for items in below)
    if len(row) < _LEAST or single * _SINGLE < len(row) or any(map(_are_options, below)):
        return None
    roles = [(i, "question") for asked in row for i in range(asked.start, asked.answer)]
    roles += [(i, "answer") for asked in row for i in range(asked.answer, asked.stop)]
    return Reading(tuple(_card(page, asked) for asked in row), row[-1].stop, tuple(roles))


def _row(page: Page, first: _Asked) -> Iterator[_Asked]:
    asked: _Asked | None = first
    for _ in range(_MOST):
        if asked is None or not _alike(page.lines[asked.start], page.lines[first.start]):
            return
        yield asked
        here = page.next(asked.stop)
        asked = _asked(page, here) if here < len(page.lines) else None


def _goes_on(page: Page, at: int) -> bool:
    """Whether a question above it in the same list was judged already."""
    for here in range(at - 1, max(at - _FAR, -1), -1):
        line = page.lines[here]
        if line.text and line.indent <= page.lines[at].indent:
            return _alike(line, page.lines[at]) and _asked(page, here) is not None
    return False


def _asked(page: Page, at: int) -> _Asked | None:
    line = page.lines[at]
    if line.verbatim or listing.item(line) is None:
        return None
    answer = at + 1
    while answer < len(page.lines) and _deeper(page.lines[answer], line):
        if listing.item(page.lines[answer]):
            break
        answer += 1
    asks = page.lines[answer - 1].text.rstrip("*_ ").endswith("?")
    if not asks or answer == len(page.lines) or not _is_point(page.lines[answer], line):
        return None
    stop = answer + 1
    while stop < len(page.lines) and _deeper(page.lines[stop], line):
        stop += 1
    return _Asked(at, answer, stop)


def _alike(line: Line, other: Line) -> bool:
    first, second = listing.item(line), listing.item(other)
    same = first is not None and second is not None and first.style == second.style
    return same and line.indent == other.indent


def _deeper(line: Line, above: Line) -> bool:
    return bool(line.text) and not line.verbatim and line.indent > above.indent + 1


def _is_point(line: Line, above: Line) -> bool:
    return _deeper(line, above) and markers.bullet(line.text) is not None


def _items(page: Page, asked: _Asked) -> list[markers.Marked]:
    indent = page.lines[asked.answer].indent
    inside = page.lines[asked.answer : asked.stop]
    found = [markers.bullet(line.text) for line in inside if line.indent <= indent + 1]
    return [item for item in found if item]


def _are_options(items: Sequence[markers.Marked]) -> bool:
    told = any(markers.answer(item.text) is not None for item in items)
    return told or any(item.marked or item.style == "box" or item.label for item in items)


def _card(page: Page, asked: _Asked) -> Pair:
    first, *more = page.lines[asked.start : asked.answer]
    opening = listing.item(first)
    text = opening.text if opening else first.text
    front = page.join([Line(first.number, text, text), *more])
    below = page.lines[asked.answer : asked.stop]
    items = _items(page, asked)
    if len(items) == 1:
        said = items[0].text
        back = "" if _EMPTY.fullmatch(said) else bodies.text(page, said, below[1:])
    else:
        back = bodies.text(page, "", below)
    return Pair(front, back, first.number)
