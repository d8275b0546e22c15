"""Where a question begins: at a label, a number, ``Q:``, or a stem that options follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.parse import markers, metadata
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import folds, options, parts, statements, tables, told

_FAR = 40  # lines with text to look ahead for options, an answer or an explanation
_BLANK_PREFIX = re.compile(
    r"^(?:_{1,8}\s?(?P<key>T|F|True|False)\s?_{1,8}|_{2,}|[TR]\s{1,8}F(?=\s))\s*", re.IGNORECASE
)
_BLANK_LAST = re.compile(r"_{2,}\.?$")
_REMARK = re.compile(r"\s?[*_]{0,2}[(\[][^()\[\]]{1,40}[)\]][*_.]{0,2}$")  # "(two answers)"
_TRUE_OR_FALSE = re.compile(r"\(?true\s?(?:or|/)\s?false\)?[.:?]?", re.IGNORECASE)
_MOST_LABELS = 40  # lines of labels, controls and blanks above a question
_STEM_LINES = 12
_MOST_OPTIONS = 12  # lines from the first option to the answer
_OF_OPTIONS = re.compile(r"\b(?:options?|choices?|answers?|others|distractors?)\b", re.IGNORECASE)
_SPACED = re.compile(r"(\d{1,3})\s{2,8}(\S.{8,})")
_SCENARIO = re.compile(
    r".{0,120}\b(?:questions?|items?|numbers?)\s+(\d{1,3})\s*(?:-|–|to|and|through|&)\s*(\d{1,3})\b.{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A question begins: the stem's first text ``inline``, the rest from index ``rest`` on.

    ``key`` is the answer where it stands on the line of the question, or ``above`` it.
    """

    number: int | None
    inline: str
    line: int
    rest: int
    labelled: bool
    key: str = ""
    above: bool = False


def opening(page: Page, at: int, keyed: frozenset[int]) -> Opening | None:
    """The question that begins on this line; ``keyed`` are the numbers that a key answers."""
    text = page.lines[at].text
    if not text or page.lines[at].verbatim:
        return None
    if value := _answer_above(page, at):
        below = opening(page, at + 1, keyed)
        return replace(below, key=value, above=True) if below else None
    labelled = _labelled(page, at) or _numbered(page, at, keyed)
    return labelled or _asked(page, at) or _told_alone(page, at) or _bare(page, at)


def answers_first(lines: Sequence[Line]) -> bool:
    """Whether each answer of a page stands directly above a numbered question.

    Below the last answer of any other page there is no question.
    """
    found = [
        i
        for i, line in enumerate(lines)
        if not line.verbatim and line.text and markers.answer(line.text)
    ]
    return len(found) > 1 and all(
        i + 1 < len(lines) and markers.numbered(lines[i + 1].text) for i in found
    )


def asks(page: Page, at: int) -> bool:
    """Whether a paragraph asks and is answered below: a question without number or label."""
    return page.lines[at].text.endswith("?") and _bare(page, at) is not None


def asks_anew(page: Page, at: int) -> bool:
    """Whether a paragraph has options and an answer of its own: a question without a number.

    What is said of the options of the question above has no answer below it.
    """
    if _bare(page, at) is None:
        return False
    first = next((i for i in range(at + 1, at + _STEM_LINES) if _is_run(page, i)), None)
    if first is None:
        return False
    stem = next(page.lines[i].text for i in range(first - 1, at - 1, -1) if page.lines[i].text)
    if stem[-1] in ".!;" or _OF_OPTIONS.search(stem):
        return False
    here = first
    for _ in range(_MOST_OPTIONS):
        here = page.next(here + 1)
        if here == len(page.lines):
            return False
        text = page.lines[here].text
        if markers.answer(text) is not None:
            return True
        if text.endswith("?") or markers.label(text)[0] or _is_run(page, here):
            return False
    return False


def _is_run(page: Page, at: int) -> bool:
    return at < len(page.lines) and options.lettered_run(page, at)


def scenario(page: Page, at: int) -> range | None:
    """The numbers of the questions that share the case which this line announces."""
    line = page.lines[at]
    text = markers.bare(line.text)
    if line.verbatim or text.endswith("?") or markers.numbered(text) or page.chrome(at):
        return None
    found = _SCENARIO.fullmatch(text)
    return range(int(found[1]), int(found[2]) + 1) if found else None


def stands_on_boxes(page: Page, at: int) -> bool:
    """Whether a paragraph of a page stands directly above the boxes of options."""
    if not (page.saved and page.gap(at)) or markers.bullet(page.lines[at].text):
        return False
    below = page.next(at + 1)
    second = page.next(below + 1)
    found = [markers.bullet(page.lines[i].text) for i in (below, second) if i < len(page.lines)]
    return len(found) == 2 and all(b is not None and b.style == "box" for b in found)


def asks_for_truth(text: str) -> bool:
    """Whether a line is nothing but "True or False"."""
    return bool(_TRUE_OR_FALSE.fullmatch(markers.bare(text)))


def starts_another(page: Page, at: int, number: int | None, keyed: frozenset[int]) -> bool:
    """Whether a line inside a question begins the next one: by label, number or ``Q:`` only."""
    line = page.lines[at]
    if line.verbatim:
        return False
    if _folds(page, at) or _answer_above(page, at) or (page.gap(at) and parts.opens(line)):
        return True
    is_label, label_number = markers.label(line.text)
    if is_label and number is not None and asks_for_truth(line.text):
        return False  # below its statement
    if is_label:
        return label_number is None or label_number != number
    if _asked(page, at) or scenario(page, at):
        return True
    next_one = markers.numbered(line.text)
    if next_one and number is not None and next_one[0] == number + 1 and line.text.endswith("?"):
        return True  # even if nothing answers it
    found = _numbered(page, at, keyed)
    return found is not None and (number is None or found.number != number)


def _answer_above(page: Page, at: int) -> str:
    """The answer on this line, where the page answers before it asks."""
    return (page.answers_first and markers.answer(page.lines[at].text)) or ""


def _folds(page: Page, at: int) -> bool:
    """Whether a fold opens here whose summary is a question of its own."""
    here = page.next(at + 1) if folds.opens(page.lines[at].text) else at
    return here < len(page.lines) and folds.question(page.lines[here].text) is not None


def _labelled(page: Page, at: int) -> Opening | None:
    number: int | None = None
    here = at
    while here < min(at + _MOST_LABELS, len(page.lines)):
        text = page.lines[here].text
        is_label, label_number = markers.label(text)
        around = here > at and (page.chrome(here) or metadata.about(text) == "metadata")
        if not is_label and (text and not around):
            break
        number = label_number if label_number is not None else number
        here += 1
    if here == at or here == len(page.lines) or here == at + _MOST_LABELS:
        return None
    text = page.lines[here].text
    prefix = _BLANK_PREFIX.match(text)
    numbered = markers.numbered(text[prefix.end() if prefix else 0 :])
    inline = numbered or (None, markers.asked(text) or "")
    if inline[1]:
        stem, key = told.on_line(inline[1]) or (inline[1], "")
        return Opening(inline[0] or number, stem, here, here + 1, True, key)
    return Opening(number, "", here, here, True)


def _numbered(page: Page, at: int, keyed: frozenset[int]) -> Opening | None:
    prefix = _BLANK_PREFIX.match(page.lines[at].text)
    found = markers.numbered(page.lines[at].text[prefix.end() if prefix else 0 :])
    found = found or _spaced(page, at, keyed)
    if not found:
        return None
    number, inline = found
    if prefix and prefix["key"]:
        return Opening(number, inline, at, at + 1, False, prefix["key"])
    both = told.on_line(inline)
    if both and not (both[1] and options.lettered_run(page, at)):
        return Opening(number, both[0], at, at + 1, False, both[1])
    answered = at in page.asked or (number in keyed and len(inline.split()) > 2)
    if not (answered or _evidence(page, at, number)):
        return None
    return Opening(number, inline, at, at + 1, False)


def _spaced(page: Page, at: int, keyed: frozenset[int]) -> tuple[int, str] | None:
    """``12  Which ...``: a number without a sign, where a key answers it and options follow."""
    found = _SPACED.fullmatch(page.lines[at].text)
    if not found or int(found[1]) not in keyed:
        return None
    for here in range(at + 1, min(at + _STEM_LINES, len(page.lines))):
        if options.lettered_run(page, here):
            return int(found[1]), found[2]
        if _SPACED.fullmatch(page.lines[here].text) or markers.numbered(page.lines[here].text):
            return None
    return None


def _told_alone(page: Page, at: int) -> Opening | None:
    """Such a line without a number, below a blank one."""
    found = told.behind(page.lines[at].text) if page.gap(at) else None
    if not found or not (found[0].endswith("?") or markers.BLANK.search(found[0])):
        return None
    return Opening(None, found[0], at, at + 1, False, found[1])


def _asked(page: Page, at: int) -> Opening | None:
    inline = markers.asked(page.lines[at].text)
    number, text = markers.numbered(inline or "") or (None, inline)
    return Opening(number, text, at, at + 1, False) if text else None


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
    first_two = [markers.bullet(line.text) for line in page.lines[after : after + 2]]
    asks = all(b is not None and b.style == "box" for b in first_two)
    asks = asks or finished or _announces(page, at, end, after)
    said = _REMARK.sub("", page.lines[end - 1].text)
    last = said.rstrip("*_ ")
    boxes = (
        last.endswith("?")
        or bool(_BLANK_LAST.search(said))
        or (page.saved and last.endswith(".") and len(last.split()) > 2)
    )
    if asks and _answered(page, after, boxes):
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


def _boxed(text: str) -> bool:
    """A ticked box: it answers what asks, but in a list of things to do it says "done"."""
    box = markers.bullet(text)
    return box is not None and box.marked


def _answered(page: Page, at: int, boxes: bool) -> bool:
    """An answer or an explanation follows, perhaps after a few short lines: the options."""
    seen = 0
    while at < len(page.lines) and seen <= 9:
        line = page.lines[at]
        text = line.text
        if markers.answer(text) is not None or markers.explanation(text) is not None:
            return True
        ticked = markers.unlettered(text).marked or (boxes and _boxed(text))
        ticked = ticked and not line.verbatim and not page.chrome(at)
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
        if line.verbatim and (row := tables.option(line.text)) and row.marked:
            return True
        if line.blank or line.verbatim:
            continue
        seen += 1
        if seen > _FAR:
            return False
        text = line.text
        says = markers.answer(text) is not None or markers.explanation(text) is not None
        listed = number == 1 and statements.options_below(page, here)
        if says or listed or options.lettered_run(page, here):
            return True
        if (found := markers.bullet(text)) and (found.style == "box" or found.marked):
            return True
        if (ordinal := markers.ordinal(text)) and ordinal.marked:
            return True
        if not (page.markdown and page.heading(at)) and _counted_answer(page, here):
            return True
        other = markers.numbered(_BLANK_PREFIX.sub("", text, count=1))
        if (other and other[0] != 1) or (other and number == 1) or _labels_another(text):
            return False
        if page.markdown and page.heading(here):
            return False
    return False


def _counted_answer(page: Page, at: int) -> bool:
    """Options 1, 2, 3 begin here, and the answer right below them names one by its number."""
    count = 0
    while at < len(page.lines) and (found := markers.ordinal(page.lines[at].text)):
        if found.label != str(count + 1) or found.text.endswith("?"):
            return False
        count += 1
        at = page.next(at + 1)
    value = markers.answer(page.lines[at].text) if count > 1 and at < len(page.lines) else None
    named = re.match(r"\(?(\d{1,2})(?!\d|[.,]\d)", value or "")
    return named is not None and 0 < int(named[1]) <= count


def _labels_another(text: str) -> bool:
    return markers.label(text)[0] and not asks_for_truth(text)


def _marker(text: str) -> bool:
    return bool(markers.bullet(text) or markers.ordinal(text) or markers.letter(text))
