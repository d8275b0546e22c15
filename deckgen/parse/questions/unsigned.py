"""Letters and numbers with no sign behind them: ``1 Which ...`` above ``A China    B Korea``.

Pages that are copied may have each of them on a line of its own, above its text.
"""

import re
from collections.abc import Iterable

from deckgen.parse import markers
from deckgen.parse.lines import Line

_OPTION = re.compile(r"(?P<letter>[A-K]) {1,3}(?P<text>\S.{0,200}?)(?= {3,}[A-K] {1,3}\S|$)")
_LINE = re.compile(r"[A-K] {1,3}\S.{0,200}? {3,}[A-K] {1,3}\S.*")
_QUESTION = re.compile(r"(?P<number>\d{1,3}) {1,3}(?P<text>[^\W\da-z_]\S* \S.{4,})")
_OPENS = re.compile(r"[AF]\.? {1,3}\S")
_GOES_ON = re.compile(r"(?:^| )[BG]\.? {1,3}\S")
_FAR = 9  # lines from a question to its first options
_FIRST = ("A", "F")
_NUMBER = re.compile(r"\d{1,3}")
_MOST = 8  # letters


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
    return tuple(_alone(_numbered(out)))


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


def _alone(lines: list[Line]) -> list[Line]:
    """Letters A, B, C ... on lines of their own, with a full stop; the number above them as well.

    One line of text stands below each of them, as in no index, where there are many.
    """
    for at, line in enumerate(lines):
        if line.text not in _FIRST or line.verbatim:
            continue
        letters = _letters_alone(lines, at)
        above = [i for i in range(max(at - _FAR, 0), at) if lines[i].text]
        if not 2 <= len(letters) <= _MOST or not above:
            continue
        number = next((i for i in reversed(above) if _NUMBER.fullmatch(lines[i].text)), None)
        stem = lines[above[-1]].text
        if number == above[-1] or (number is None and not markers.finished(stem)):
            continue
        for i in letters if number is None else [number, *letters]:
            lines[i] = lines[i].reworded(f"{lines[i].text}.")
    return lines


def _letters_alone(lines: list[Line], at: int) -> list[int]:
    """The indices of the letters of a question that stand so, from the first one on."""
    found = [at]
    while True:
        below = [
            i for i in range(found[-1] + 1, min(found[-1] + _FAR, len(lines))) if lines[i].text
        ]
        if len(below) < 2 or len(lines[below[0]].text) == 1:
            return found
        after = lines[below[1]]
        if len(after.text) != 1 or not _after(lines[found[-1]].text, after.text):
            return found
        found.append(below[1])


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
