"""Answers in so many words, by number, in a section of their own below the questions.

Letters and grids are read by ``keys``; a section may hold both.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deckgen.parse import markers, wording
from deckgen.parse.lines import Line
from deckgen.parse.page import Page, is_section
from deckgen.parse.questions import asked, keys, named, parts
from deckgen.parse.questions.asked import Asked
from deckgen.parse.questions.keys import KeyEntry, KeySection

_NUMBER = re.compile(
    rf"(?:#{{1,6}}\s{{1,4}})?(?P<bold>\*\*|__)?"
    rf"(?P<label>(?:(?:answer|solution|ans\.?|a|q\.?|problem|exercise|{wording.QUESTION}"
    rf"|{wording.ANSWER_WORD})\s?(?:(?:to|zu|for)\s)?(?:{wording.QUESTION}\s)?)?)"
    rf"[(\[]?(?P<number>\d{{1,3}})(?:\s?[.):\]]|(?=\s[-–—]\s)|(?=\*\*|__)|$)(?P<closed>\*\*|__)?"
    rf"(?:\s?[:–—-](?=\s))?(?:\s{{1,8}}(?P<text>\S.*))?",
    re.IGNORECASE,
)
_TRUTH = re.compile(rf"(?:{wording.TRUTH}|[TF](?=[.,;:]|$))\b", re.IGNORECASE)
_NEXT = re.compile(r"(?<![\w.,$])(\d{1,3})[.):]\s{1,8}(?=\S)")
_INLINE = re.compile(r"[^:\d]{2,60}:\s*(?=\d)")
_LABELLED = re.compile(r"(?:a|ans\.?|answer)\s?1\s?[.):]\s", re.IGNORECASE)
_SOLUTIONS = re.compile(r"(?:\w+ ){0,3}solutions\b", re.IGNORECASE)
_PART_WORDS = 15  # of an answer that stands on one line with others
_SHORT = 8  # words of a heading within the answers
_AHEAD = 40  # lines that a paragraph of an answer may stand above the next answer
_MOST_ROWS = 200  # of questions without an answer above a section
_SHARE = 0.5  # of the answers that must have a question


@dataclass(slots=True)
class _Answer:
    """An answer that is being read; ``column`` is where its text begins on its first line."""

    number: int
    line: Line
    column: int
    text: list[Line] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    told: bool = False  # its explanation has begun


def find(page: Page) -> tuple[tuple[KeySection, ...], Mapping[int, int]]:
    """The answer keys of a page in order, and the questions in so many words that they answer.

    Those are the index where each begins, and the index behind it.
    """
    sections: list[KeySection] = []
    answered: dict[int, int] = {}
    rows: deque[tuple[Asked, ...]] | None = None
    above: list[tuple[Asked, ...]] = []  # the rows that no section has answered yet
    at = 0
    while at < len(page.lines):
        section = None
        text = page.lines[at].text
        headed = bool(text) and page.key_heading(at)
        if headed or _LABELLED.match(text):
            rows = deque(asked.runs(page)) if rows is None else rows
            read = sections[-1].stop if sections else 0
            while rows and rows[0][-1].at < at:
                row = rows.popleft()
                above += [row] if row[0].at >= read else []  # answers are no questions
            above = above[-_MOST_ROWS:]
            section = _section(page, at, above, headed=headed) if above else None
        if section:
            answered |= {a.at: a.stop for row in above for a in row}
            above = above[_chapters(section) :]
        section = section or _of_signs(page, at)
        if section:
            sections.append(section)
        at = section.stop if section else at + 1
    return (*_beside(named.find(page), sections),), answered


def _beside(more: tuple[KeySection, ...], sections: list[KeySection]) -> list[KeySection]:
    """All sections in order, without those that stand in one of the others."""
    apart = [m for m in more if not any(s.start < m.stop and m.start < s.stop for s in sections)]
    return sorted((*sections, *apart), key=lambda section: section.start)


def _chapters(section: KeySection) -> int:
    """How often the numbers of a section begin anew, the first time included."""
    numbers = [entry.number for entry in section.entries]
    return 1 + sum(after <= before for before, after in pairwise(numbers))


def _of_signs(page: Page, at: int) -> KeySection | None:
    """A key of letters and the like. "Solutions" in words to no question belong to an article."""
    section = keys.section(page, at)
    if section is None or not _SOLUTIONS.match(markers.bare(page.lines[at].text)):
        return section
    return section if any(keys.is_value(e.value) for e in section.entries) else None


def _section(
    page: Page, start: int, rows: list[tuple[Asked, ...]], *, headed: bool
) -> KeySection | None:
    """The answers below a heading, or from a label on, if most of them have a question."""
    numbers = frozenset(a.number for row in rows for a in row)
    inline = _INLINE.match(page.lines[start].text) if headed else None
    entries = _several(page.lines[start], numbers, inline.end()) if inline else []
    answer: _Answer | None = None
    worded = fitting = len(entries)
    last = entries[-1].number if entries else 0
    here = page.next(start + headed)
    stop = start + 1
    first = page.lines[here] if here < len(page.lines) else None
    while here < len(page.lines):
        line = parts.unlabelled(page.lines[here])
        if here > start and page.key_heading(here):
            break
        found = _begins(page, here, answer, last, first)
        several = _several(line, numbers, 0) if found else []
        cells = several or _cells(page, here)
        if found and found.text and found.text[0].text.endswith("?") and page.gap(here):
            break  # the next questions
        if found and not (len(cells) > 1 or (cells and _is_sign(cells[0], numbers))):
            _close(page, answer, entries)
            answer, last = found, found.number
            worded += 1
            fitting += found.number in numbers
        elif cells and (len(cells) > 1 or (found and _is_sign(cells[0], numbers))):
            _close(page, answer, entries)
            answer, last = None, cells[-1].number
            entries += cells
            worded += len(several)
            fitting += len(several)
        elif page.chrome(here) or _is_heading(page, here, answer, last):
            last = last if page.chrome(here) else 0
            here = page.next(here + 1)
            continue
        elif answer and not _ends(page, here, answer, last):
            _extend(answer, line)
        elif entries and not answer and not page.gap(here) and entries[-1].explanation:
            entries[-1] = replace(entries[-1], explanation=f"{entries[-1].explanation} {line.text}")
        else:
            break
        stop = here + 1
        here = page.next(stop)
    _close(page, answer, entries)
    if not fitting or fitting < _SHARE * worded:
        return None
    return KeySection(start, stop, tuple(entries))


def _begins(
    page: Page, at: int, answer: _Answer | None, last: int, first: Line | None
) -> _Answer | None:
    """The answer that begins on a line."""
    line = parts.unlabelled(page.lines[at])
    if line.verbatim or (first and page.lines[at].indent > first.indent + 1):
        return None
    found = _NUMBER.fullmatch(line.text)
    if not found or not (found["text"] or found["label"] or line.text[0] in "#*_"):
        return None
    number = int(found["number"])
    inside = answer is not None and number <= last and not found["label"]
    if inside and answer and (number != 1 or answer.text[-1:][0].text.endswith(":")):
        return None  # a list in the answer
    text = found["text"] or ""
    column = line.indent + (found.start("text") if text else 0)
    if found["bold"] and not found["closed"]:
        text = found["bold"] + text
    text = text if text.strip("*_") else ""
    read = _Answer(number, line, column)
    if text:
        _extend(read, replace(line, text=text, raw=text))
    return read


def _several(line: Line, numbers: frozenset[int], start: int) -> list[KeyEntry]:
    """``1. Nairobi  2. ice; water``: short answers in words on one line, each with a question."""
    if line.verbatim:
        return []
    chosen: list[re.Match[str]] = []
    for found in _NEXT.finditer(line.text, start):
        if not chosen and found.start() != start:
            return []
        if not chosen or int(found[1]) == int(chosen[-1][1]) + 1:
            chosen.append(found)
    if len(chosen) < 2 or not all(int(found[1]) in numbers for found in chosen):
        return []
    ends = [found.start() for found in chosen[1:]] + [len(line.text)]
    entries: list[KeyEntry] = []
    for found, end in zip(chosen, ends, strict=True):
        text = line.text[found.end() : end].strip().rstrip(",;|")
        if not text or len(text.split()) > _PART_WORDS:
            return []
        place = (line.number, line.indent + found.end() + 1)
        entries.append(KeyEntry(int(found[1]), text, place=place))
    return entries


def _is_sign(cell: KeyEntry, numbers: frozenset[int]) -> bool:
    """Whether an answer is a letter to options, or the truth of a statement, and not words."""
    if cell.number in numbers:
        return bool(_TRUTH.fullmatch(cell.value) and not cell.explanation[:1].islower())
    return bool(keys.is_value(cell.value))


def _is_heading(page: Page, at: int, answer: _Answer | None, last: int) -> bool:
    """A line among the answers above the first one of another chapter."""
    text = page.lines[at].text
    if page.lines[at].verbatim or not page.gap(at) or len(text.split()) > _SHORT:
        return False
    below = page.next(at + 1)
    if below == len(page.lines) or text[-1] in ".;,":
        return False
    found = _begins(page, below, None, 0, None)
    other = found.number if found else next((e.number for e in _cells(page, below)), None)
    return other is not None and (answer is None or other <= last or is_section(text))


def _cells(page: Page, at: int) -> list[KeyEntry]:
    return keys.read_line(page.lines[at]) if not page.lines[at].verbatim else []


def _ends(page: Page, at: int, answer: _Answer, last: int) -> bool:
    """Whether a line is no part of the answer above it."""
    line = page.lines[at]
    if page.markdown and page.heading(at):
        return True
    if not page.gap(at) or not answer.text:
        return False
    if line.indent > answer.line.indent + 1 or (line.verbatim and page.markdown):
        return False
    return not _goes_on(page, at, last)


def _goes_on(page: Page, at: int, last: int) -> bool:
    """Whether the next answer follows, so that a paragraph before it belongs to this one."""
    for here in range(at + 1, min(at + _AHEAD, len(page.lines))):
        if (page.heading(here) and page.markdown) or page.key_heading(here):
            return False
        found = _begins(page, here, None, 0, None)
        if found:
            return found.number == last + 1
    return False


def _extend(answer: _Answer, line: Line) -> None:
    said = markers.explanation(line.text) if answer.text and not line.verbatim else None
    if said is not None:
        answer.told = True
    if answer.told:
        if said or said is None:
            answer.explanation.append(said or line.text)
        return
    if line is not answer.line:
        line = replace(line, raw=line.raw[min(line.indent, max(answer.column, 2)) :])
    answer.text.append(line)


def _close(page: Page, answer: _Answer | None, entries: list[KeyEntry]) -> None:
    """What was read of an answer becomes an entry of the key."""
    if answer is None:
        return
    space = "\n\n" if page.markdown else "\n"
    text = space.join(page.paragraphs(answer.text))
    if not text:
        return
    place = (answer.line.number, answer.column + 1)
    entries.append(KeyEntry(answer.number, text, " ".join(answer.explanation), place))
