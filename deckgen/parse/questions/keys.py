"""Answer keys that stand apart from their questions: grids, lists, lists with explanations."""

import re
from dataclasses import dataclass

from deckgen.parse import chrome, markers
from deckgen.parse.page import Page
from deckgen.parse.questions import openings, options

_CELL = re.compile(
    r"(?<![\w.])(?:q(?:uestion)?\s*)?(\d{1,3})\s*[.):=\-–—]?\s*\(?"
    r"((?:[A-Ka-k](?:\s*(?:,|&|and|\+)\s*[A-Ka-k])*|true|false|t|f)(?![\w'’]))\)?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:q(?:uestion)?\s*)?(\d{1,3})\s*(?:[.)](?=\s)|[:–—-])\s*(\S.*)", re.IGNORECASE
)
_VALUE = re.compile(
    r"\(?((?:[A-Ka-k](?:\s*(?:,|&|and|\+)\s*[A-Ka-k])*|true|false|t|f)(?![\w'’]))\)?\s*(?:[.:;,]|[-–—]{1,2})?\s*(.*)",
    re.IGNORECASE,
)


_MOST_HEADINGS = 12  # lines between the heading of a key and its first entry, or two of them
_AFTER_HEADING = re.compile(r"^[^:\d]{2,60}:\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What the key says of one question: a raw value ("C", "A, D", "True") and an explanation."""

    number: int
    value: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class KeySection:
    """A key: the lines ``start`` to ``stop`` (indices, stop excluded) and its entries in order."""

    start: int
    stop: int
    entries: tuple[KeyEntry, ...]


def find(page: Page) -> tuple[KeySection, ...]:
    """All answer keys of a page, in order."""
    sections: list[KeySection] = []
    at = 0
    while at < len(page.lines):
        section = _section(page, at)
        if section:
            sections.append(section)
            at = section.stop
        else:
            at += 1
    return tuple(sections)


def _section(page: Page, at: int) -> KeySection | None:
    line = page.lines[at]
    if line.blank or line.verbatim:
        return None
    headed = page.key_heading(at)
    if not headed and not _grid_row(line.text):
        return None
    start = at
    entries = _entries(line.text) if headed and _AFTER_HEADING.match(line.text) else []
    at += headed
    stop = at
    headings = 0
    while (at := page.next(at)) < len(page.lines):
        text = page.lines[at].text
        found = _entries(text)
        if found and (text.endswith("?") or (page.gap(at) and _again(entries, found))):
            break
        if found:
            entries.extend(found)
            headings = 0
        elif entries and not headed:
            break
        elif entries and _explains(entries[-1], text) and not _ends(page, at):
            entries[-1] = _longer(entries[-1], text)
        elif not _subheading(text) or _opens_questions(page, at) or headings > _MOST_HEADINGS:
            break
        else:
            headings += 1
        at += 1
        stop = at
    if not entries or (headed and _are_questions(page, start, stop)):
        return None
    return KeySection(start, stop, tuple(entries))


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
    return KeyEntry(entry.number, entry.value, f"{entry.explanation} {more}".strip())


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
    entry = _ENTRY.match(bare)
    if not entry:
        return []
    value = _VALUE.match(entry[2])
    if value and not (len(value[1]) == 1 and re.match(r"\(?[Aa]\)?\s+[a-z]", entry[2])):
        reason = markers.explanation(value[2]) or value[2].strip()
        return [KeyEntry(int(entry[1]), value[1], reason[:1].upper() + reason[1:])]
    return [KeyEntry(int(entry[1]), entry[2].strip())] if len(entry[2].split()) <= 12 else []


def _grid_row(text: str) -> bool:
    """A row of at least three cells is a key even without a heading, unless options look so."""
    return len(_entries(text)) >= 3 and not options.run(text)[1] and not markers.letter(text)


def _subheading(text: str) -> bool:
    return len(text.split()) <= 8 or bool(chrome.reason(text))


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
