"""Numbered questions that are answered in sentences at the end: ``Answers to Review Questions``.

A key of letters and of short answers is another thing, and read in parse/questions/keys.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckgen.parse import markers
from deckgen.parse.page import Page

_ITEM = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)")
_KEY = re.compile(r"(?:\(?[A-K]|true|false|[TF])(?:[).:,;]|$|\s[-–—(])", re.IGNORECASE)
_LEAST = 3  # answers
_SENTENCE = 12  # words: a longer answer is no entry of a key
_SHARE = 0.6  # of the questions are answered
_ASKING = 0.4  # of the questions have a question mark; others say "List ..." or "Define ..."
_DEEPEST = 3  # spaces in front of a number
_FAR = 300  # lines between the questions and their answers


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered text on the lines from ``start`` to ``stop`` (indices, stop excluded)."""

    number: int
    text: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions and the section of their answers, whose heading stands at ``start``."""

    questions: Mapping[int, Item]  # by the index where each starts
    answers: Mapping[int, str]
    start: int
    stop: int


def find(page: Page) -> tuple[Answered, ...]:
    """All such sections of a page, in order."""
    headings = [i for i, line in enumerate(page.lines) if line.text and not line.verbatim]
    headings = [i for i in headings if page.key_heading(i)]
    if not headings:
        return ()
    found: list[Answered] = []
    last = 0
    for heading in headings:
        if heading < last:
            continue
        answers = list(_items(page, page.next(heading + 1), len(page.lines)))
        if len(answers) < _LEAST or not _are_sentences(answers):
            continue
        questions = _above(page, max(last, heading - _FAR), heading)
        if _fit(page, questions, answers):
            texts = {a.number: a.text for a in answers}
            found.append(
                Answered({q.start: q for q in questions}, texts, heading, answers[-1].stop)
            )
            last = answers[-1].stop
    return tuple(found)


def _items(page: Page, at: int, end: int) -> Iterator[Item]:
    """Items in a row whose numbers rise; only what is printed on a page may stand between."""
    number = 0
    while at < end:
        found = _item(page, at)
        if found is None and page.chrome(at):
            at = page.next(at + 1)
            continue
        if found is None or int(found["number"]) <= number:
            return
        number = int(found["number"])
        stop = at + 1
        while stop < end and page.lines[stop].text and not _item(page, stop):
            if page.chrome(stop) or page.key_heading(stop):
                break
            stop += 1
        lines = list(page.lines[at:stop])
        text = page.join(lines)[found.start("text") :]
        yield Item(number, text, at, stop)
        at = page.next(stop)


def _item(page: Page, at: int) -> re.Match[str] | None:
    line = page.lines[at]
    return None if line.verbatim or line.indent > _DEEPEST else _ITEM.fullmatch(line.text)


def _above(page: Page, at: int, end: int) -> list[Item]:
    """The last row of items above an index."""
    last: list[Item] = []
    while at < end:
        row = list(_items(page, at, end)) if _item(page, at) else []
        last = row or last
        at = row[-1].stop if row else at + 1
    return last


def _are_sentences(answers: Sequence[Item]) -> bool:
    long = any(len(answer.text.split()) > _SENTENCE for answer in answers)
    return long and not any(_KEY.match(answer.text) for answer in answers)


def _fit(page: Page, questions: Sequence[Item], answers: Sequence[Item]) -> bool:
    """Whether these are questions without options, and answers to most of them."""
    numbers = {question.number for question in questions}
    if len(numbers) < _LEAST or not {answer.number for answer in answers} <= numbers:
        return False
    asking = sum("?" in question.text for question in questions)
    inside = (i for q in questions for i in range(q.start + 1, q.stop))
    options = any(_is_option(page.lines[i].text) for i in inside)
    fits = len(answers) >= _SHARE * len(questions) and asking >= _ASKING * len(questions)
    return fits and not options


def _is_option(text: str) -> bool:
    marked = markers.letter(text) or markers.bullet(text)
    return marked is not None or markers.answer(text) is not None
