"""Letters and numbers with no sign behind them: ``1 Which ...`` above ``A China    B Korea``."""

import re
from collections.abc import Iterable

from deckgen.parse.lines import Line

_OPTION = re.compile(r"(?P<letter>[A-K]) {1,3}(?P<text>\S.{0,200}?)(?= {3,}[A-K] {1,3}\S|$)")
_LINE = re.compile(r"[A-K] {1,3}\S.{0,200}? {3,}[A-K] {1,3}\S.*")
_QUESTION = re.compile(r"(?P<number>\d{1,3}) {1,3}(?P<text>[^\W\da-z_]\S* \S.{4,})")
_OPENS = re.compile(r"[AF]\.? {1,3}\S")
_GOES_ON = re.compile(r"(?:^| )[BG]\.? {1,3}\S")
_FAR = 9  # lines from a question to its first options
_FIRST = ("A", "F")


def signed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, such letters with a full stop; each line keeps its place.

    They begin at A or F, or go on with the letters of the line above.
    """
    out: list[Line] = []
    last = ""
    for line in lines:
        letters = _letters(line)
        follows = bool(letters) and (letters[0] in _FIRST or _after(last, letters[0]))
        if follows:
            text = "   ".join(f"{m['letter']}. {m['text']}" for m in _OPTION.finditer(line.text))
            line = line.reworded(text)
        last = letters[-1] if follows else ""
        out.append(line)
    return tuple(_numbered(out))


def _numbered(lines: list[Line]) -> list[Line]:
    """The questions 1, 2, 3 ... above such options, with a full stop behind their numbers."""
    found: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        said = _QUESTION.fullmatch(line.text) if not line.verbatim else None
        if said and int(said["number"]) == len(found) + 1 and _has_options(lines, at):
            found.append((at, f"{said['number']}. {said['text']}"))
    for at, text in found if len(found) > 1 else ():
        lines[at] = lines[at].reworded(text)
    return lines


def _has_options(lines: list[Line], at: int) -> bool:
    below = [line.text for line in lines[at + 1 : at + _FAR] if line.text]
    opens = (i for i, text in enumerate(below) if _OPENS.match(text))
    first = next(opens, len(below))
    return first + 1 < len(below) and bool(_GOES_ON.search(" ".join(below[first : first + 2])))


def _letters(line: Line) -> list[str]:
    """The letters of a line that is nothing but such options, in order."""
    if line.verbatim or not _LINE.fullmatch(line.text):
        return []
    letters = [m["letter"] for m in _OPTION.finditer(line.text)]
    return letters if all(map(_after, letters, letters[1:])) else []


def _after(one: str, other: str) -> bool:
    """Whether a letter follows another; tests that skip the letter I go on with J."""
    return bool(one) and (ord(other) - ord(one) == 1 or (one, other) == ("H", "J"))
