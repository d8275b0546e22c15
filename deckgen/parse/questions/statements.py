"""Statements and lists in a stem, above options that name them: ``1 only``, ``A-2, B-1, C-3``."""

import re
from collections.abc import Sequence

from deckgen.parse import markers
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import options

_SIGN = r"\(?(?:\d|[IVX]{1,4}|[ivx]{1,4}|[A-E])\)?"
_NAMES = re.compile(
    rf"(?:(?:only|nur|seul|sólo|solo|statements?) )?{_SIGN}"
    rf"(?:\s?(?:,|&|;|and|or|und|et|y|e)\s?(?:and )?{_SIGN}){{0,4}}"
    r"(?: (?:only|nur|alone|seulement|solamente|soltanto|are correct|is correct))?\.?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:\(?[A-Ea-e]\)?\s?[-–—→:=]{1,2}>?\s?\(?(?:[ivxIVX]{1,4}|\d)\)?\s?[,;]?\s{0,4}){2,6}\.?"
)
_DIGIT = re.compile(r"\d{1,4}")
_FIRST = ("1", "I", "A")
_FAR = 18  # lines with text from what is listed to the options
_HEAD = re.compile(
    r"(?:list|column|group|set|liste|spalte|colonne|columna|coluna|colonna)[- ]?"
    r"(?:i{1,2}|[12ab])\b.*",
    re.IGNORECASE,
)


def options_below(page: Page, at: int) -> int:
    """The index of the first option that names what is listed from a line on; 0 for none.

    Nothing stands between but the list, its heads and the question that it is asked for.
    """
    first = _item(page.lines[at].text)
    headed = bool(_HEAD.fullmatch(page.lines[at].text))
    if not headed and (first is None or first.label not in _FIRST):
        return 0
    last = first.label if first and not headed else ""
    listed = int(not headed)
    here = at
    for _ in range(_FAR):
        here = page.next(here + 1)
        if here == len(page.lines) or page.lines[here].verbatim:
            return 0
        text = page.lines[here].text
        if markers.answer(text) is not None or markers.label(text)[0] or page.key_heading(here):
            return 0
        found = _options(text)
        if found and found[0].label in ("A", "1") and _name(found, listed):
            return here
        item = _item(text)
        if item is None:
            continue
        follows = item.label in _after(last) if last else item.label in _FIRST
        if not follows or text.endswith("?"):
            return 0
        last, listed = item.label, listed + 1
    return 0


def _item(text: str) -> Marked | None:
    """A line of a list of statements: with a number, a numeral, or a capital letter."""
    found = markers.ordinal(text) or markers.roman(text)
    letter = markers.letter(text)
    return found or (letter if letter and letter.style == "letter" else None)


def _after(label: str) -> tuple[str, ...]:
    """The labels that may follow; "I" may be a numeral or a letter."""
    plain = options.following(label) if len(label) == 1 or label.isdigit() else ()
    return (markers.after_roman(label), *plain)


def _options(text: str) -> Sequence[Marked]:
    prefix, several = options.run(text)
    if several:
        return () if prefix else several
    one = markers.letter(text) or markers.ordinal(text)
    return (one,) if one else ()


def _name(found: Sequence[Marked], listed: int) -> bool:
    """Whether options name statements of a list, or pair its letters with its numbers."""
    texts = [option.text for option in found]
    if all(_CODE.fullmatch(text) for text in texts):
        return True
    digits = [int(digit) for text in texts for digit in _DIGIT.findall(text)]
    return listed > 1 and bool(_NAMES.fullmatch(texts[0])) and max(digits, default=1) <= listed
