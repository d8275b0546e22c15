"""Word lists: lines in a row that all have a term, the same sign, and what the term means.

The same shapes are steps, dates, amounts, talk, facts about one thing, and plain sentences. So a
line alone is nothing; several in a row are judged together, more strictly where no heading such as
"Vocabulary" says what they are.
"""

import re
from collections.abc import Callable, Sequence

from deckgen.model.document import Definition
from deckgen.parse import bodies, entries, markers, tags, terms
from deckgen.parse.entries import Entry
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_ROW = 3  # entries that make a list where no heading says so
_PAIRS = 4  # in plain text, and where each is a word and another word
_LONGEST = 60  # words of a definition: what is longer is a paragraph with a bold beginning
_ALIKE = 0.8  # of the entries: terms that differ, definitions that explain
_ORDINALS = ("1",)
_LEADER = re.compile(r"\.{3}|…|(?: \.){3}")
_HANGS = ("gap", "dots")
_SHOWN = ("equals", "arrow", "dash", "colon")  # styles below which an example may hang
_SHOWN_WORDS = 25  # of an example
_ABBREVIATION = re.compile(r"[A-Z][\w&/.-]{1,9}(?: [A-Z][\w&/.-]{0,9}){0,2}")
_REMARK = re.compile(
    r"(?:^|\s)\([^()]{1,60}\)(?=[\s,;]|$)"
)  # "(+ dative)"; no space stands before it in code


def read(context: Context, at: int) -> Reading | None:
    """The entries from this line on that are marked alike."""
    page = context.page
    glossary = context.outline.in_glossary(at)
    if not glossary and at and not _parted(page, at) and _same_list(page, at - 1, at):
        return None  # the middle of a list whose beginning was none
    above = _above(page, at)
    for first in entries.read(page, at):
        if first.style == "gap" and (page.markdown or not glossary):
            continue
        if any(_alike(page, e, first) for e in above):
            continue  # the list was judged as a whole
        row = _row(page, first, glossary=glossary)
        if len(row) == 1 and at == page.next(0):
            continue  # "Lesson 3: Glossary" is the title of the page
        if row and (_is_glossary(row) if glossary else _is_list(page, row)):
            return _reading(page, row)
    return None


def announced(context: Context, at: int) -> bool:
    """Whether a line is but the name of the list that begins directly below it."""
    page = context.page
    if at + 1 >= len(page.lines) or page.lines[at + 1].blank or page.lines[at].verbatim:
        return False
    return _names(page, at) and read(context, at + 1) is not None


def _parted(page: Page, at: int) -> bool:
    """Whether a blank line or a rule stands above a line."""
    return page.lines[at - 1].blank or page.chrome(at - 1) == "rule"


def _above(page: Page, at: int) -> tuple[Entry, ...]:
    """The ways to read the next line with text above one."""
    here = at - 1
    while here > at - 3 and here >= 0 and page.lines[here].blank:
        here -= 1
    return entries.read(page, here) if here >= 0 else ()


def _row(page: Page, first: Entry, *, glossary: bool) -> list[tuple[Entry, int]]:
    """Entries like the first, each with the index behind the lines that it goes on with."""
    row: list[tuple[Entry, int]] = []
    here = first.at
    while here < len(page.lines):
        entry = next((e for e in entries.read(page, here) if _alike(page, e, first)), None)
        if entry is None:
            break
        stop = _stop(page, entry)
        row.append((entry, stop))
        here = page.next(stop)
        if here > stop and not (first.style == "bold" or glossary or first.listed):
            break  # a blank line parts prose
    return row


def _alike(page: Page, entry: Entry, first: Entry) -> bool:
    marked = entry.style == first.style and entry.listed == first.listed
    return marked and abs(entry.indent - first.indent) < 2 and entries.is_sound(page, entry)


def _stop(page: Page, entry: Entry) -> int:
    """The index behind an entry: deeper lines belong to it, and lines that go on with it."""
    here = entry.at + 1
    while here < len(page.lines):
        line = page.lines[here]
        if line.blank:
            below = page.next(here)
            deeper = below < len(page.lines) and page.lines[below].indent > entry.indent + 1
            if not (deeper and entry.listed and page.markdown):
                break
            here = below
            continue
        item = markers.bullet(line.text) or markers.ordinal(line.text)
        # Plain text hangs only the items that belong to an entry, and the lines of a gap.
        hangs = bool(entry.listed) or page.markdown or bool(item) or entry.style in _HANGS
        hangs = hangs or _is_example(page, entry, here)
        deeper = line.indent > entry.indent + 1 and hangs
        begins = not deeper and (item or entries.read(page, here))
        goes_on = deeper or page.continues(page.lines[here - 1], line)
        if begins or not goes_on or page.heading(here) or page.chrome(here):
            break
        here += 1
    return here


def _is_example(page: Page, entry: Entry, at: int) -> bool:
    """Whether a line is a sentence that hangs below a word of a list in plain text."""
    line = page.lines[at]
    if page.markdown or entry.listed or entry.style not in _SHOWN or line.blank:
        return False
    sentence = line.text[0].isupper() or not line.text[0].isalpha()
    ends = line.text.rstrip('"”»)')[-1:] in tuple(".!?…。！？")
    short = len(line.text.split()) <= _SHOWN_WORDS
    return line.indent > entry.indent + 1 and sentence and ends and short


def _same_list(page: Page, above: int, at: int) -> bool:
    """Whether two lines are items of one list, or lines of one paragraph."""
    first, second = (markers.bullet(page.lines[i].text) for i in (above, at))
    if page.heading(above) or page.lines[above].verbatim:
        return False
    if second:
        return bool(first) and page.lines[above].indent <= page.lines[at].indent
    # A line that announces the list may stand directly above it.
    return bool(first) or not (page.lines[above].text.endswith((":", "：")) or _names(page, above))


def _names(page: Page, at: int) -> bool:
    """Whether a line is the name of the list below it: a few words that begin a paragraph."""
    words = page.lines[at].text.split()
    return page.gap(at) and len(words) <= 3 and words[0][:1].isupper() and words[-1][-1].isalpha()


def _is_glossary(row: Sequence[tuple[Entry, int]]) -> bool:
    """Under a heading that names a glossary any entry counts, but what is said by two people."""
    found = [entry for entry, _ in row]
    if found[0].listed in _ORDINALS and found[0].style == "colon" and len(found) < _ROW:
        return False
    if found[0].style == "gap" and len(found) < _ROW:
        return False
    if all(terms.is_order(e.text) for e in found):
        return False  # "Paper jams: ask the porter"
    return _distinct(found)


def _is_list(page: Page, row: Sequence[tuple[Entry, int]]) -> bool:
    found = [entry for entry, _ in row]
    if (
        len(found) < (_PAIRS if page.saved else _ROW)
        or not _distinct(found)
        or _goes_on_otherwise(page, row)
    ):
        return False
    style = found[0].style
    if _share(found, _assigns) >= _ALIKE:
        return False  # who brings what
    if found[0].listed and style != "bold" and (page.saved or found[0].listed in _ORDINALS):
        return False  # an article's list is a list
    if _share(found, entries.is_phrase) >= _ALIKE:
        return True
    if any(len(e.text.split()) > _LONGEST for e in found) or _share(found, _talks) > 1 - _ALIKE:
        return False
    if style == "dots" and not any(_LEADER.search(page.lines[e.at].text) for e in found):
        return False
    if style == "tab":
        return not page.saved or len(found) >= _PAIRS or _share(found, _explains) >= _ALIKE
    if style in ("equals", "arrow"):
        return all(_is_wording(e.term) and _is_wording(e.text) for e in found)
    if _share(found, _explains) >= _ALIKE:
        return True
    if _share(found, _shortens) >= _ALIKE:
        return True
    words = style == "dash" and _share(found, _translates) >= _ALIKE
    return words and len(found) >= _PAIRS and not found[0].listed


def _goes_on_otherwise(page: Page, row: Sequence[tuple[Entry, int]]) -> bool:
    """Whether many more items of the same list follow that are no entries."""
    last, stop = row[-1]
    others = 0
    while stop < len(page.lines) and page.lines[stop].text and others <= len(row):
        line = page.lines[stop]
        listed = markers.bullet(line.text) is not None and line.indent == last.indent
        others += listed == bool(last.listed)
        stop += 1
    return others * 3 > len(row)


def _distinct(found: Sequence[Entry]) -> bool:
    return len({terms.bare(e.term).lower() for e in found}) >= _ALIKE * len(found)


def _share(found: Sequence[Entry], holds: Callable[[Entry], bool]) -> float:
    return sum(holds(e) for e in found) / len(found)


def _talks(entry: Entry) -> bool:
    return terms.is_talk(entry.text)


def _explains(entry: Entry) -> bool:
    """Whether a definition is a phrase and not a name or a value."""
    words = terms.bare(entry.text).split()
    small = sum(_is_small(w) for w in words)
    return len(words) >= 3 and small * 2 >= len(words)


def _translates(entry: Entry) -> bool:
    """A word and another word, at least one of them no name."""
    small = _is_small(entry.term) or _is_small(entry.text)
    return small and len(entry.text.split()) <= 5


def _shortens(entry: Entry) -> bool:
    """``BMR - basal metabolic rate``: an abbreviation and what it stands for, and no task."""
    capitals = sum(map(str.isupper, entry.term))
    return bool(_ABBREVIATION.fullmatch(entry.term)) and capitals > 1 and not _assigns(entry)


def _assigns(entry: Entry) -> bool:
    """``JD - bring the ropes``: initials, and a task."""
    return entry.term.isupper() and " " in entry.text and terms.is_order(entry.text)


def _is_small(word: str) -> bool:
    """Whether a word is no name; a script without capitals does not tell."""
    return word[:1].isalpha() and not word[:1].isupper()


def _is_wording(text: str) -> bool:
    plain = _REMARK.sub("", terms.bare(text))
    code = any(c.isdigit() or c in '(){}_\\^*+$"' for c in plain) or plain.endswith(";")
    return not code and len(plain) > 1


def _reading(page: Page, row: Sequence[tuple[Entry, int]]) -> Reading:
    blocks: list[Definition] = []
    for entry, stop in row:
        first = entry.at + 1
        shown = next((i for i in range(first, stop) if _is_example(page, entry, i)), stop)
        example = page.join(list(page.lines[shown:stop]))
        below = page.lines[first:shown]
        body, names = tags.without_tags(below)
        text, more = tags.apart(bodies.text(page, entry.text, body), anywhere=True)
        line = page.lines[entry.at].number
        labels = tuple(dict.fromkeys((*more, *names)))
        blocks.append(Definition(terms.bare(entry.term), text, line, example, tags=labels))
    return Reading(tuple(blocks), row[-1][1])
