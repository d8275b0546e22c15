"""Lines that were wrapped by hand or by a printer: how they become one text again."""

import re
from collections.abc import Sequence

from deckgen.parse.lines import Line

_UNWRAPPED = 110  # characters: a longer line of prose was not wrapped by hand
_WIDE = 50  # characters: the narrowest page
_NARROW = 28  # characters: the narrowest column
_COLUMN_LINES = 6  # lines that make a column
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BROKEN = re.compile(r"(?:^|[^\w-])((?:\w+[-\u2010]){0,3}(?:[^\W\d_]{2,40}|\d{1,9}))[-\u2010]$")
_SHORTENED = re.compile(r"\w[-\u2010] (?:and|or) \w{1,30}[-\u2010]$")  # "short- and long-"
_SUSPENDED = frozenset("and or to und oder bis et ou y o".split())  # "pre- and postnatal"
# First and second halves of words that keep their hyphen wherever they are broken.
_ALWAYS_BEFORE = frozenset("well self ex quasi".split())
_BEFORE = frozenset(
    """
    ill all high low long short half full vice two three four five six seven eight nine ten one
    first second third fast slow deep cross non free hard cold hot old new open close large small
    single double multi ever least best better post semi
    """.split()
)
_AFTER = frozenset(
    """
    known based like free term year years old made shaped sized rich soluble specific dependent
    level scale called being related driven oriented long wide type day bearing range life
    """.split()
)
_ENDINGS = frozenset("ish less ness ing ed ful er ers est ly".split())
_LONG = 6  # letters of a participle that follows a hyphen: "water-fearing"


def wrap_width(lines: Sequence[Line]) -> int:
    """Where the lines of a page were wrapped by hand, in characters; 0 where they were not."""
    texts = [line for line in lines if line.text and not line.verbatim]
    lengths = sorted(len(line.raw) for line in texts)
    if not lengths or lengths[-1] > _UNWRAPPED:
        return 0
    widest = lengths[-1]
    full = sum(length >= 0.8 * widest for length in lengths)
    if widest >= _WIDE:
        return widest if full >= 3 else 0
    small = sum(line.text[0].islower() for line in texts)
    column = full >= _COLUMN_LINES and full >= 0.5 * len(texts) and small >= 0.3 * len(texts)
    return widest if widest >= _NARROW and column else 0


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a page that no line end breaks, where any line end breaks one."""
    if not any(map(breaks, lines)):
        return frozenset()
    words: set[str] = set()
    broken = False
    for line in lines:
        found = _COMPOUND.findall(line.text.lower().replace("\u2010", "-"))
        words |= {*found[1 if broken else 0 :]} if not line.verbatim else set()
        broken = breaks(line)
        if broken and found:
            words.discard(found[-1])
    return frozenset(words)


def breaks(line: Line) -> bool:
    """Whether a line ends in the middle of a word."""
    hyphen = line.text[-1:] in ("-", "\u2010")
    return line.broken or (hyphen and bool(_BROKEN.search(line.text[-60:])))


def glued(text: str, before: Line, after: Line, words: frozenset[str], space: str) -> str:
    """``text``, which ends with the line ``before``, without the hyphen that its end is due to.

    Whatever parts it from the line ``after`` is added: nothing inside a word, else ``space``.
    """
    if before.broken:
        return text
    found = _BROKEN.search(text[-60:])
    if not found:
        return text + space
    second = re.match(r"[^\W\d_]*", after.text)
    rest = second[0] if second else ""
    if rest.lower() in _SUSPENDED:
        return text + space
    if after.text[:1].isupper() or after.text[:1].isdigit():
        return text
    if not rest or not rest[0].islower() or found[1].isdigit():
        return text + space
    if _SHORTENED.search(text[-80:]) or _keeps_hyphen(found[1].lower(), rest, words):
        return text
    return text[:-1]


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    first = first.replace("\u2010", "-")
    if first + second in words or second in _ENDINGS:
        return False
    if f"{first}-{second}" in words or "-" in first or first in _ALWAYS_BEFORE or second in _AFTER:
        return True
    if first not in words and first not in _BEFORE:
        return False
    participle = len(second) >= _LONG and second.endswith(("ing", "ed")) and len(first) > 3
    return participle or (len(second) > 3 and len(first) > 2 and second in words)
