"""What a printed page has around its text: running heads, feet, page numbers.

They are told by coming again, or by standing in the middle of a sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckgen.parse import markers
from deckgen.parse.lines import Line

_LONGEST = 80  # characters of a head without a wide gap
_MOST_WORDS = 10
_FAR = 6  # lines to look over, from a head to the text that it interrupts
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
_NUMBERED = re.compile(r"^\d{1,4}\s+\S|\S\s+\d{1,4}$")
_PAGE = re.compile(r"^\d{1,4}\s{3,}(?=\S)|(?<=\S)\s{3,}\d{1,4}$")
_AT_AN_END = re.compile(r"\d{1,4}\s{3,}(?P<left>\S.*)|(?P<right>\S.*\S)\s{3,}\d{1,4}")
_DECIMAL = re.compile(r"^\d{1,3}(?:\.\d{1,3}){0,3}\s+")
_WIDEST = 120  # characters of a head with its wide gap
_ECHOED = 3  # words
_CHAPTER = re.compile(r"(?:chapter|unit|part|kapitel|chapitre|capítulo) (?:\d{1,3}|[ivxl]{1,6})\b")
_OPEN = re.compile(r"[^.!?…:;\"”’)\]]$")
_PAGED = re.compile(r"\S {3,}\S|\b(?:page|p\.|sheet|form|rev|v\.)(?=\W)", re.IGNORECASE)


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The lines of the printed page, by number, each with what it is."""
    found = _repeated(lines)
    texts = [line for line in lines if line.text]
    families: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(texts):
        if line.number not in found and _may_be_head(line):
            families[head(line.text)].append(i)
    loose = {i for family in families.values() for i in family if len(family) > 1}
    loose |= {i for i, line in enumerate(texts) if _NUMBER.fullmatch(line.text)}
    loose |= {i for i, line in enumerate(texts) if line.number in found}
    for family in families.values():
        if len(family) > 1 and any(_interrupts(texts, i, loose) for i in family):
            found |= {texts[i].number: "running head" for i in family}
    found |= {
        line.number: "running head"
        for i, line in enumerate(texts)
        if line.number not in found
        and _may_be_head(line)
        and _NUMBERED.search(line.text)
        and _alone(texts, i)
        and _interrupts(texts, i, loose)
    }
    found |= _echoes(texts)
    return found | _numbers(texts, loose, found)


def head(text: str) -> str:
    """A line as running heads are compared: without its page number and its spacing."""
    text = _PAGE.sub("", text)
    return " ".join(re.sub(r"\d+", "0", text).lower().split())


def _repeated(lines: Sequence[Line]) -> dict[int, str]:
    """Lines with a number of pages or wide gaps that come again."""
    paged = [
        (line.number, head(line.text))
        for line in lines
        if line.text
        and len(line.text) < 120
        and not line.verbatim
        and line.text[-1] not in "?:;,"
        and _PAGED.search(f"{line.text} ")
        and not _marked(line.text)
    ]
    times = Counter(text for _, text in paged)
    return {number: "running head" for number, text in paged if times[text] > 1}


def _echoes(texts: Sequence[Line]) -> dict[int, str]:
    """Lines that say a heading of the text again, or its chapter, a page number at one end."""
    said = {" ".join(line.text.casefold().split()) for line in texts}
    said |= {_DECIMAL.sub("", text) for text in said}
    found: dict[int, str] = {}
    for line in texts:
        paged = _AT_AN_END.fullmatch(line.text) if len(line.text) < _WIDEST else None
        core = " ".join((paged["left"] or paged["right"]).casefold().split()) if paged else ""
        echo = len(core.split()) >= _ECHOED and (core in said or bool(_CHAPTER.match(core)))
        if echo and not line.verbatim:
            found[line.number] = "running head"
    return found


def _numbers(texts: Sequence[Line], loose: set[int], found: dict[int, str]) -> dict[int, str]:
    """Page numbers on lines of their own: in a sentence, beside a head, or alone between prose."""
    bare = [i for i, line in enumerate(texts) if _NUMBER.fullmatch(line.text) and not line.verbatim]
    sure = {
        i
        for i in bare
        if _interrupts(texts, i, loose)
        or any(texts[j].number in found for j in (i - 1, i + 1) if 0 <= j < len(texts))
    }
    if sure:
        sure |= {
            i
            for i in bare
            if all(len(texts[j].text.split()) > _FAR for j in (i - 1, i + 1) if 0 <= j < len(texts))
        }
    return {texts[i].number: "page number" for i in sure}


def _interrupts(texts: Sequence[Line], at: int, loose: set[int]) -> bool:
    """Whether a sentence goes on across a line."""
    before = next((texts[i] for i in _away(at, -1, len(texts)) if i not in loose), None)
    after = next((texts[i] for i in _away(at, 1, len(texts)) if i not in loose), None)
    if before is None or after is None or before.verbatim or after.verbatim:
        return False
    open_ended = bool(_OPEN.search(before.text)) and len(before.text.split()) > 3
    return open_ended and after.text[0].islower() and not _marked(after.text)


def _alone(texts: Sequence[Line], at: int) -> bool:
    """Whether blank lines stand around a line."""
    around = texts[max(0, at - 1) : at + 2]
    return all(b.number - a.number > 1 for a, b in pairwise(around))


def _away(at: int, step: int, end: int) -> Iterator[int]:
    return (i for i in range(at + step, at + step * (_FAR + 1), step) if 0 <= i < end)


def _may_be_head(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= _LONGEST
        and not line.verbatim
        and len(text.split()) <= _MOST_WORDS
        and bool(re.search(r"[^\W\d_]{3}", text))
        and bool(re.search(r"[\w)]$", text))
        and not text[0].islower()
        and not _marked(text)
    )


def _marked(text: str) -> bool:
    return bool(
        markers.letter(text)
        or markers.ordinal(text)
        or markers.bullet(text)
        or markers.label(text)[0]
        or markers.answer(text) is not None
        or markers.explanation(text) is not None
    )
