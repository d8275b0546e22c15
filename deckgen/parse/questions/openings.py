"""Where a question begins: at a label, a number, ``Q:``, or a stem that options follow."""

import re
from dataclasses import dataclass

from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.questions import options

_FAR = 40  # lines with text to look ahead for options, an answer or an explanation
_LABELS = 80  # lines of labels and controls above a question
_BLANK_PREFIX = re.compile(r"^_{2,}\s*")
_STEM_LINES = 12
_SCENARIO = re.compile(
    r".{0,120}\b(?:questions?|items?|numbers?)\s+(\d{1,3})\s*(?:-|–|to|and|through|&)\s*(\d{1,3})\b.{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A question begins: the stem's first text ``inline``, the rest from index ``rest`` on."""

    number: int | None
    inline: str
    line: int
    rest: int
    labelled: bool


def opening(page: Page, at: int, keyed: frozenset[int]) -> Opening | None:
    """The question that begins on this line; ``keyed`` are the numbers that a key answers."""
    text = page.lines[at].text
    if not text or page.lines[at].verbatim:
        return None
    return _labelled(page, at) or _numbered(page, at, keyed) or _asked(page, at) or _bare(page, at)


def scenario(page: Page, at: int) -> range | None:
    """The numbers of the questions that share the case which this line announces."""
    line = page.lines[at]
    text = markers.bare(line.text)
    if line.verbatim or text.endswith("?") or markers.numbered(text):
        return None
    found = _SCENARIO.fullmatch(text)
    return range(int(found[1]), int(found[2]) + 1) if found else None


def starts_another(page: Page, at: int, number: int | None, keyed: frozenset[int]) -> bool:
    """Whether a line inside a question begins the next one: by label, number or ``Q:`` only."""
    line = page.lines[at]
    if line.verbatim:
        return False
    is_label, label_number = markers.label(line.text)
    if is_label:
        return label_number is None or label_number != number
    if _asked(page, at) or scenario(page, at):
        return True
    found = _numbered(page, at, keyed)
    return found is not None and (number is None or found.number != number)


def _labelled(page: Page, at: int) -> Opening | None:
    number: int | None = None
    here = at
    stop = min(len(page.lines), at + _LABELS)
    while here < stop:
        text = page.lines[here].text
        is_label, label_number = markers.label(text)
        if not is_label and (text and not (here > at and page.chrome(here))):
            break
        number = label_number if label_number is not None else number
        here += 1
    if here in (at, stop):
        return None
    text = page.lines[here].text
    inline = markers.numbered(text) or (None, markers.asked(text) or "")
    if inline[1]:
        return Opening(inline[0] or number, inline[1], here, here + 1, True)
    return Opening(number, "", here, here, True)


def _numbered(page: Page, at: int, keyed: frozenset[int]) -> Opening | None:
    text = _BLANK_PREFIX.sub("", page.lines[at].text, count=1)
    found = markers.numbered(text)
    if not found:
        return None
    number, inline = found
    if not (_evidence(page, at, number) or (number in keyed and len(inline.split()) > 2)):
        return None
    return Opening(number, inline, at, at + 1, False)


def _asked(page: Page, at: int) -> Opening | None:
    inline = markers.asked(page.lines[at].text)
    return Opening(None, inline, at, at + 1, False) if inline else None


def _bare(page: Page, at: int) -> Opening | None:
    """A stem without anything before it: told by what follows."""
    if not page.gap(at) or markers.answer(page.lines[at].text) is not None:
        return None
    if markers.explanation(page.lines[at].text) is not None or page.chrome(at):
        return None
    if _marker(page.lines[at].text):
        return None
    end = at
    while end < len(page.lines) and page.lines[end].text and end - at < _STEM_LINES:
        if end > at and (options.lettered_run(page, end) or _marker(page.lines[end].text)):
            break
        if markers.answer(page.lines[end].text) is not None and end > at:
            break
        end += 1
        if markers.finished(page.lines[end - 1].text) and not page.width:
            break
    after = page.next(end)
    if after == len(page.lines):
        return None
    if options.run(page.lines[after].text)[0] and options.run(page.lines[after].text)[1]:
        return None  # the line below is a question with its options
    finished = markers.finished(page.lines[end - 1].text)
    if options.lettered_run(page, after) or options.run(page.lines[at].text)[1]:
        return Opening(None, "", at, at, False)
    boxes = [markers.bullet(line.text) for line in page.lines[after : after + 2]]
    asks = all(b is not None and b.style == "box" for b in boxes)
    asks = asks or finished or _announces(page, at, end, after)
    if asks and _answered(page, after):
        return Opening(None, "", at, at, False)
    return None


def _announces(page: Page, at: int, end: int, after: int) -> bool:
    """An unfinished stem ("... of a gas will") that numbered or ticked lines complete."""
    last = page.lines[end - 1].text
    if (
        len(last.split()) < 5
        or last[-1] in ".!,;"
        or (page.heading(at) is not None and not _ticked(page, after))
    ):
        return False
    first = markers.ordinal(page.lines[after].text)
    return (first is not None and first.label == "1") or _ticked(page, after)


def _ticked(page: Page, at: int) -> bool:
    """One of the next few short lines is marked as right."""
    for _ in range(8):
        if at == len(page.lines) or len(page.lines[at].text.split()) > 15:
            return False
        text = page.lines[at].text
        if page.chrome(at) or (markers.numbered(text) and not markers.unlettered(text).marked):
            return False
        if markers.unlettered(text).marked:
            return True
        at = page.next(at + 1)
    return False


def _answered(page: Page, at: int) -> bool:
    """An answer or an explanation follows, perhaps after a few short lines: the options."""
    seen = 0
    while at < len(page.lines) and seen <= 9:
        line = page.lines[at]
        text = line.text
        if markers.answer(text) is not None or markers.explanation(text) is not None:
            return True
        ticked = markers.unlettered(text).marked and not line.verbatim
        if seen < 8 and ticked and len(text.split()) <= 25:
            return True
        if markers.label(text)[0] or len(text.split()) > 30 or text.endswith("?"):
            return False
        if page.heading(at) and page.markdown:
            return False
        seen += not page.chrome(at)
        at = page.next(at + 1)
    return False


def _evidence(page: Page, at: int, number: int) -> bool:
    """Options, an answer or an explanation stand below, before the next number or label."""
    if options.run(page.lines[at].text)[1]:
        return True
    seen = 0
    for here in range(at + 1, len(page.lines)):
        line = page.lines[here]
        if line.blank or line.verbatim:
            continue
        seen += 1
        if seen > _FAR:
            return False
        text = line.text
        if options.lettered_run(page, here) or markers.answer(text) is not None:
            return True
        if markers.explanation(text) is not None:
            return True
        if (found := markers.bullet(text)) and (found.style == "box" or found.marked):
            return True
        other = markers.numbered(_BLANK_PREFIX.sub("", text, count=1))
        if (other and other[0] != 1) or (other and number == 1) or markers.label(text)[0]:
            return False
        if page.markdown and page.heading(here):
            return False
    return False


def _marker(text: str) -> bool:
    return bool(markers.bullet(text) or markers.ordinal(text) or markers.letter(text))
