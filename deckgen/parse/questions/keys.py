"""Answer keys that stand apart from their questions: grids, lists, lists with explanations."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import openings, options, parts, tables

_DIGIT = re.compile(r"\d")
_CELL = re.compile(
    r"(?<![\w.])(?:q(?:uestion)?\s*)?(\d{1,3})\s*[.):=\-–—]?\s*\(?"
    r"((?:[A-Ka-k](?:\s*(?:,|&|and|\+)\s*[A-Ka-k])*|true|false|t|f)(?![\w'’])|[①-⑩])\)?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:q(?:uestion)?\s*)?(\d{1,3})\s*(?:[.)](?=\s)|[:–—-])\s*(\S.*)", re.IGNORECASE
)
_VALUE = re.compile(
    r"\(?((?:[A-Ka-k](?:\s*(?:,|&|and|\+)\s*[A-Ka-k])*|true|false|t|f)(?![\w'’]))\)?\s*(?:[.:;,]|[-–—]{1,2})?\s*(.*)",
    re.IGNORECASE,
)


# "6) " before its value, on a line with others
_NEXT = re.compile(r"(?<![\w.,$])(?:q\.?\s?)?(\d{1,3})\s?[.)]\s{0,8}(?=\S)", re.IGNORECASE)
_FIRST = 40  # characters behind a number that tell whether they are a value
_MOST_IDLE = 12  # lines of a key in a row that are no entries: headings, heads of tables
_COMMENT_WORDS = 3
_COMMENTS = re.compile(
    r"\W{0,4}(?:comments?|explanations?|rationales?|notes|reasons|remarks|why)\b[^\w]{0,4}",
    re.IGNORECASE,
)
_WORDED = re.compile(r"(?P<number>\d{1,3})[.):]?\s(?P<text>[^\W\d_](?:[^\d]{0,40}\S)?)")
_NUMBER = re.compile(r"[Qq]?\d{1,3}[.)]?")
_AFTER_HEADING = re.compile(
    r"^(?:[^:\d]{2,60}|[^:]{0,40}\b(?:keys?|answers|solutions)):\s*(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What the key says of one question: a raw value ("C", "A, D", "True") and an explanation."""

    number: int
    value: str
    explanation: str = ""
    place: tuple[int, int] = (0, 0)  # line and column


@dataclass(frozen=True, slots=True)
class KeySection:
    """A key: the lines ``start`` to ``stop`` (indices, stop excluded) and its entries in order."""

    start: int
    stop: int
    entries: tuple[KeyEntry, ...]


def section(page: Page, at: int) -> KeySection | None:
    """The key that begins on a line, at its heading or with a row of a grid."""
    line = page.lines[at]
    if line.blank or (line.verbatim and not tables.cells(line.text)):
        return None
    headed = page.key_heading(at)
    if not headed and not _grid_row(line.text):
        return None
    start = at
    entries = read_line(line) if headed and _AFTER_HEADING.match(line.text) else []
    at += headed
    stop = at
    below = 0  # the first heading since the last entry, or 0
    idle = 0  # lines since the last entry
    commented = False  # "Comments": from here on the numbers tell why
    while (at := page.next(at)) < len(page.lines) and idle < _MOST_IDLE:
        text = page.lines[at].text
        commented = commented or bool(entries and _COMMENTS.fullmatch(text))
        if commented and _commented(entries, text):
            idle, at = 0, at + 1
            stop = at
            continue
        found = read_line(page.lines[at]) or _two_rows(page, at)
        if not found and ((headed and tables.cells(text)) or _is_rule(text)):
            idle += 1
            at += 1
            stop = at
            continue
        if found and (text.endswith("?") or (page.gap(at) and _again(entries, found))):
            break
        if found:
            idle = below = 0
            entries.extend(found)
            at += _two_rows_read(page, at)
        elif entries and not headed:
            break
        elif entries and _explains(entries[-1], text) and not _ends(page, at):
            entries[-1] = _longer(entries[-1], text)
        elif not _subheading(text) or _opens_questions(page, at):
            break
        else:
            below = below or (at if entries and page.markdown and page.heading(at) else 0)
            idle += 1
        at += 1
        stop = below or at
    if not entries or (headed and _are_questions(page, start, stop)):
        return None
    return KeySection(start, stop, tuple(entries))


def _commented(entries: list[KeyEntry], text: str) -> bool:
    """``3: Because ...`` below the key: the explanation of an entry that has none."""
    said = _ENTRY.match(markers.bare(text))
    if not said or len(said[2].split()) < _COMMENT_WORDS:
        return False
    for i, entry in enumerate(entries):
        if entry.number == int(said[1]) and not entry.explanation:
            entries[i] = replace(entry, explanation=said[2])
            return True
    return False


def _again(entries: list[KeyEntry], found: list[KeyEntry]) -> bool:
    """A number that the key has had, with words behind it: the next set of questions."""
    return (
        len(found) == 1
        and len(found[0].value) > 5
        and found[0].number in {e.number for e in entries}
    )


def _explains(last: KeyEntry, text: str) -> bool:
    """Whether a line belongs to the explanation of the last entry."""
    return bool(last.explanation) or markers.explanation(text) is not None


def _longer(entry: KeyEntry, text: str) -> KeyEntry:
    more = markers.explanation(text) or text
    return replace(entry, explanation=f"{entry.explanation} {more}".strip())


def read_line(line: Line) -> list[KeyEntry]:
    """The entries of a line with their places; a row of a table is read cell by cell."""
    line = parts.unlabelled(line)
    row = tables.cells(line.text)
    found = _of_row(row) if row else _several(line.text) or _entries(line.text)
    placed: list[KeyEntry] = []
    start = 0
    for entry in found:
        number = line.raw.find(str(entry.number), start)
        start = max(line.raw.find(entry.value, max(number, 0)), 0)
        placed.append(replace(entry, place=(line.number, start + 1)))
    return placed


def _of_row(row: tuple[str, ...]) -> list[KeyEntry]:
    """``| 1 | B | because … |``, or ``| 1 | B | 2 | D |``."""
    pairs = [(row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
    if len(row) % 2 == 0 and all(_NUMBER.fullmatch(n) and is_value(v) for n, v in pairs):
        return [KeyEntry(int(n.strip("Q.)")), markers.bare(v).strip("()")) for n, v in pairs]
    if len(row) < 2 or not _NUMBER.fullmatch(row[0]) or not row[1]:
        return []
    value = markers.bare(row[1]).strip("()")
    return [KeyEntry(int(row[0].strip("Q.)")), value, " ".join(c for c in row[2:] if c))]


def _two_rows(page: Page, at: int) -> list[KeyEntry]:
    """A row of numbers above a row of as many answers."""
    below = _below_rule(page, at)
    if below >= len(page.lines):
        return []
    head, values = (_cells(page.lines[i].text) for i in (at, below))
    head = head[1:] if head and not _NUMBER.fullmatch(head[0]) else head
    values = values[len(values) - len(head) :] if len(values) - len(head) in (0, 1) else ()
    if len(head) < 2 or len(head) != len(values) or not all(map(_NUMBER.fullmatch, head)):
        return []
    if not all(map(is_value, values)):
        return []
    return [
        KeyEntry(int(n.strip("Q.)")), markers.bare(v), place=(page.lines[below].number, 1))
        for n, v in zip(head, values, strict=True)
    ]


def _two_rows_read(page: Page, at: int) -> int:
    """How many lines more than one the two rows take."""
    if read_line(page.lines[at]) or not _two_rows(page, at):
        return 0
    return _below_rule(page, at) - at


def _below_rule(page: Page, at: int) -> int:
    """The index of the next line, or of the one behind it where that parts a table's head."""
    ruled = at + 1 < len(page.lines) and _is_rule(page.lines[at + 1].text)
    return at + 2 if ruled else at + 1


def _cells(text: str) -> tuple[str, ...]:
    return tables.cells(text) or tuple(text.split())


def is_value(text: str) -> bool:
    """Whether a text is nothing but letters, or the truth of a statement."""
    found = _VALUE.fullmatch(markers.bare(text).strip("()"))
    return found is not None and not found[2]


def _is_rule(text: str) -> bool:
    """The line below the head of a table."""
    return len(text) > 2 and not text.strip("|:- ") and "|" in text


def _entries(text: str) -> list[KeyEntry]:
    """The entries of one line: many cells, or one entry with an explanation."""
    bare = markers.bare(text)
    cells = list(_CELL.finditer(bare))
    rest = _CELL.sub("", bare)
    grid = len(cells) >= 3 and bool(_AFTER_HEADING.match(text))
    if grid or (
        cells
        and not re.search(
            r"[^\W\d_]{2,}",
            re.sub(r"chapter|section|unit|part|answers?|key", "", rest, flags=re.IGNORECASE),
        )
    ):
        return [KeyEntry(int(c[1]), c[2]) for c in cells]
    if worded := _worded(bare):
        return worded
    entry = _ENTRY.match(bare)
    if not entry:
        return []
    said = entry[2].replace("**", "")  # 1. **C** - because …
    value = _VALUE.match(said)
    if value and not (len(value[1]) == 1 and re.match(r"\(?[Aa]\)?\s+[a-z]", said)):
        reason = markers.explanation(value[2]) or value[2].strip()
        return [KeyEntry(int(entry[1]), value[1], reason[:1].upper() + reason[1:])]
    return [KeyEntry(int(entry[1]), entry[2].strip())] if len(entry[2].split()) <= 12 else []


def _several(text: str) -> list[KeyEntry]:
    """``5) T  6) F - no gills  7) T``: several entries on a line, with reasons."""
    starts = [
        found
        for found in _NEXT.finditer(text)
        if _VALUE.match(text[found.end() : found.end() + _FIRST])
    ]
    chosen = [
        start for i, start in enumerate(starts) if i == 0 or int(start[1]) == int(starts[0][1]) + i
    ]
    if len(chosen) < 2 or len(chosen) < len(starts) or starts[0].start():
        return []
    ends = [start.start() for start in chosen[1:]] + [len(text)]
    found = [
        _entries(text[a.start() : end].strip(" ,;|")) for a, end in zip(chosen, ends, strict=True)
    ]
    return [entry for entries in found for entry in entries] if all(found) else []


def _worded(text: str) -> list[KeyEntry]:
    """``1 tide   2 ebb   3 flood``: what belongs into the blanks of a worksheet."""
    cells = [_WORDED.fullmatch(cell) for cell in re.split(r"\s{2,}|\s?[;|]\s", text[:400])]
    found = [KeyEntry(int(c["number"]), c["text"]) for c in cells if c]
    in_order = all(b.number == a.number + 1 for a, b in pairwise(found))
    return found if len(found) == len(cells) > 1 and in_order else []


def _grid_row(text: str) -> bool:
    """A row of at least three cells is a key even without a heading, unless options look so."""
    if not _DIGIT.search(text) or _worded(text):
        return False  # words behind numbers are a key only below its heading
    return len(_entries(text)) >= 3 and not options.run(text)[1] and not markers.letter(text)


def _subheading(text: str) -> bool:
    """A short line, or the heads of columns: ``Item  Key  Item  Key``."""
    words = text.split()
    return len(words) <= 8 or len({*words}) * 2 <= len(words) <= 24 or bool(chrome.reason(text))


def _ends(page: Page, at: int) -> bool:
    text = page.lines[at].text
    if page.gap(at) and (page.heading(at) or markers.label(text)[0]):
        return True
    if openings.scenario(page, at):
        return True
    return bool(page.chrome(at)) or page.key_heading(at)


def _opens_questions(page: Page, at: int) -> bool:
    text = page.lines[at].text
    return bool(markers.letter(text)) or text.endswith("?")


def _are_questions(page: Page, start: int, stop: int) -> bool:
    """A heading like "Answers" over questions with options is no key."""
    return any(
        (found := markers.letter(line.text)) is not None and found.label in "AB"
        for line in page.lines[start + 1 : stop]
    )
