"""Tags: ``#coast``, ``#coast/tides`` and ``[#coast]()``, as Obsidian and mdanki write them.

A tag has a letter, stands behind white space and is no colour: ``#12``, ``C#`` and ``#fff`` are
text. A tag within a sentence is a word of that sentence.
"""

import re
import unicodedata
from collections.abc import Sequence

from deckgen.parse.lines import Line

_NAME = r"#(?P<{0}>[^\s#\[\]()<>{{}}\"'`,;:.!?|\\&*=+$%^~@]{{1,80}})"
_TAG = re.compile(rf"(?:{_NAME.format('plain')}|\[{_NAME.format('linked')}\]\(\))(?=[\s,;]|$)")
_LABEL = re.compile(r"tags?\s?:{1,2}\s*(?=#|\[#)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*")
_COLOUR = re.compile(r"(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?=(?:\[?#[^\s#]{1,90}\s*){1,20}$)")
_SENTENCE_END = re.compile(r"[.!?…:)\]}\"”»。！？]$")
_FORBIDDEN = re.compile(r"[\s\"\x00-\x1f\x7f]+")  # in Anki a space parts two tags
_LEVELS = re.compile(r"/+|:{2,}")


def without_tags(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a body without the lines of tags above and below it, and these tags.

    A body of nothing but tags is left as it is: its author means what it says.
    """
    first, last = 0, len(lines)
    before: list[str] = []
    behind: list[tuple[str, ...]] = []
    while last > first and (lines[last - 1].blank or (found := of_line(lines[last - 1]))):
        behind += [] if lines[last - 1].blank else [found]
        last -= 1
    while first < last and (lines[first].blank or (found := of_line(lines[first]))):
        before += [] if lines[first].blank else found
        first += 1
    names = [*before, *(name for names in reversed(behind) for name in names)]
    if first == last or not names:
        return tuple(lines), ()
    return tuple(lines[first:last]), tuple(dict.fromkeys(names))


def of_line(line: Line) -> tuple[str, ...]:
    """The tags of a line that holds nothing else, empty for any other line; code has none."""
    if line.verbatim or line.indent > 3:
        return ()
    label = _LABEL.match(line.text)
    return _all(line.text[label.end() :] if label else line.text)


def apart(text: str, *, anywhere: bool = False) -> tuple[str, tuple[str, ...]]:
    """A text without the tags at its end, and these tags.

    They count behind the end of a sentence; ``anywhere`` says that they count behind any word, as
    they do in a heading.
    """
    for space in _BEHIND.finditer(text[-400:]):
        at = max(len(text) - 400, 0) + space.start()
        before, names = text[:at].rstrip(), _all(text[at:].strip())
        if names and before and (anywhere or _SENTENCE_END.search(before)):
            return before, names
    return text, ()


def name(text: str) -> str:
    """A tag as Anki takes it: ``::`` between levels, ``_`` for spaces; empty for none."""
    text = unicodedata.normalize("NFC", text).strip().lstrip("#")
    levels = (_FORBIDDEN.sub("_", level.strip()).strip("_") for level in _LEVELS.split(text))
    return "::".join(level for level in levels if level)


def _all(text: str) -> tuple[str, ...]:
    """The tags of a text that is made of nothing else."""
    names: list[str] = []
    at = 0
    while at < len(text):
        found = _TAG.match(text, at)
        if not found or not _is_tag(found["plain"] or found["linked"]):
            return ()
        names.append(name(found["plain"] or found["linked"]))
        between = _BETWEEN.match(text, found.end())
        at = between.end() if between else found.end()
    return tuple(dict.fromkeys(names))


def _is_tag(text: str) -> bool:
    return any(c.isalpha() for c in text) and not _COLOUR.fullmatch(text) and bool(name(text))
