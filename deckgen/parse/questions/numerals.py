"""Questions that are numbered ``I.``, ``II.`` or ``1 -``, ``2 -``, and keys that name them so."""

import re
from collections.abc import Iterable

from deckgen.parse import markers
from deckgen.parse.lines import Line

_NUMERAL = re.compile(
    r"(?P<numeral>[IVX]{1,6})(?P<sign>\s?[.):–—-]|\s)\s{0,4}(?P<text>\S.*)"
    r"|(?P<number>\d{1,3}) [-–—] (?P<said>\S.*)"
)
_ANSWER = re.compile(r"\(?[A-Ka-k]\)?(?:[.:,;\s–—-].*)?")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LEAST = 3  # words of a question
_FAR = 8  # lines with text from a question to its first option


def as_numbers(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page with such numbers as ``1.``, where options follow each of them."""
    out = list(lines)
    found = [i for i, line in enumerate(out) if _asks(line)]
    if len(found) < 2 or [_value(out[i].text) for i in found[:2]] != [1, 2]:
        return tuple(out)
    if not all(_has_options(out, i) for i in found):
        return tuple(out)  # statements above the options of one question
    asking = frozenset(found)
    for i, line in enumerate(out):
        numeral = _NUMERAL.fullmatch(line.text)
        if numeral and (i in asking or (i > found[-1] and _ANSWER.fullmatch(_text(numeral)))):
            text = f"{_value(line.text)}. {_text(numeral)}"
            out[i] = line.reworded(text)
    return tuple(out)


def _asks(line: Line) -> bool:
    found = _NUMERAL.fullmatch(line.text) if not line.verbatim else None
    if not found or not _value(line.text) or len(_text(found).split()) < _LEAST:
        return False
    return bool(found["number"]) or found["sign"].strip() in (".", ")")


def _text(found: re.Match[str]) -> str:
    return found["text"] or found["said"]


def _has_options(lines: list[Line], at: int) -> bool:
    """Whether option A stands below a line, before the next numeral."""
    seen = 0
    for line in lines[at + 1 :]:
        if _asks(line) or seen > _FAR:
            return False
        option = markers.letter(line.text) if line.text else None
        if option and option.label == "A":
            return True
        seen += bool(line.text)
    return False


def _value(text: str) -> int:
    """XIV -> 14, and 14 too; 0 for what is no numeral."""
    found = _NUMERAL.fullmatch(text)
    if not found or found["number"]:
        return int(found["number"]) if found else 0
    values = [_VALUES[sign] for sign in found["numeral"]]
    total = sum(
        -value if value < max(values[i + 1 :], default=0) else value
        for i, value in enumerate(values)
    )
    return total if _numeral(total) == found["numeral"] else 0


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    small = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    return "X" * tens + small
