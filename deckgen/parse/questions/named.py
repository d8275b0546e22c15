"""Answers with number, letter and text of an option, below no heading: ``**2. B. fog**``.

As people answer in forums. The text must be that of such an option on the page, so that nothing
else is taken for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import options
from deckgen.parse.questions.keys import KeyEntry, KeySection
from deckgen.parse.questions.vignettes import words

_ENTRY = re.compile(
    r"(?:\*\*|__)?(?:(?:q|question|answer|no\.?)\s?#?\s?)?(?P<number>\d{1,3})\s?[.):–—-]{1,2}\s{0,4}"
    r"(?:(?:answer|ans\.?)\s?:?\s{0,4})?\(?(?P<letter>[A-Ka-k])\s?[.):–—-]\)?\s{0,4}"
    r"(?P<text>[^\s*_][^\0]{0,200}?)\.?(?:\*\*|__)?\.?",
    re.IGNORECASE,
)
_MOST_LINES = 12  # of what is said below an answer


def find(page: Page) -> tuple[KeySection, ...]:
    """All such answers of a page, each with what is said below it, in sections.

    Where two of them answer one question in two ways, neither is believed.
    """
    lines = [i for i, line in enumerate(page.lines) if _matched(line)]
    known = frozenset(_options(page.lines)) if lines else frozenset()
    found = [entry for i in lines if (entry := _entry(page, i, known))]
    taken = {entry.place[0] for entry in found}
    doubtful = _doubtful(page.lines, found)
    sections: list[KeySection] = []
    for entry in found:
        start = entry.place[0] - 1
        stop, said = _said(page, start + 1)
        entries = () if entry.number in doubtful else (replace(entry, explanation=said),)
        last = sections[-1] if sections else None
        if last and page.next(last.stop) == start and entry.place[0] in taken:
            sections[-1] = KeySection(last.start, stop, (*last.entries, *entries))
        else:
            sections.append(KeySection(start, stop, entries))
    return tuple(sections)


def _doubtful(lines: Iterable[Line], found: Sequence[KeyEntry]) -> frozenset[int]:
    """The numbers that have more answers than questions, and not the same ones."""
    answers: defaultdict[int, set[str]] = defaultdict(set)
    for entry in found:
        answers[entry.number].add(entry.value)
    several = {number for number, values in answers.items() if len(values) > 1}
    places = {entry.place[0] for entry in found}
    asked = Counter(
        numbered[0]
        for line in lines
        if several
        and line.number not in places
        and not line.verbatim
        and (numbered := markers.numbered(line.text))
    )
    return frozenset(number for number in several if asked[number] < len(answers[number]))


def _matched(line: Line) -> re.Match[str] | None:
    return _ENTRY.fullmatch(line.text) if line.text and not line.verbatim else None


def _entry(page: Page, at: int, known: frozenset[tuple[str, str]]) -> KeyEntry | None:
    line = page.lines[at]
    found = _matched(line)
    if not found or (found["letter"].upper(), words(found["text"])) not in known:
        return None
    value = f"{found['letter'].upper()}. {found['text']}"
    return KeyEntry(int(found["number"]), value, place=(line.number, line.indent + 1))


def _said(page: Page, at: int) -> tuple[int, str]:
    """The paragraph right below an answer, and the index behind it."""
    said: list[str] = []
    here = page.next(at)
    while here < len(page.lines) and len(said) < _MOST_LINES:
        line = page.lines[here]
        text = line.text
        marked = markers.numbered(text) or markers.letter(text) or markers.label(text)[0]
        if not text or marked or line.verbatim or page.chrome(here) or page.heading(here):
            break
        said.append(markers.explanation(text) or text)
        here += 1
    prose = bool(said) and said[-1][-1] in '.!)”"' and not said[0].endswith("?")
    return (here, " ".join(said)) if prose else (at, "")


def _options(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The letter and the text of each option of a page."""
    for line in lines:
        one = markers.letter(line.text) if line.text and not line.verbatim else None
        for option in options.run(line.text)[1] or ((one,) if one else ()):
            yield option.label, words(option.text)
