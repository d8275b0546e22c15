"""A learner's attempt, as platforms print it: what was chosen, what is right, and a verdict.

Learning platforms print ``You Answered   Granite`` and ``Correct Answer   Basalt``, or ``Correct!``
behind the option; copied from the page, such a word stands on a line of its own above its option.
Others say ``Your answer: B`` and below it ``Correct``. What was chosen says nothing of the
question; what is right becomes a mark of the option, or an answer.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from deckgen.parse import markers
from deckgen.parse.lines import Line

_CHOSEN = re.compile(r"(?:you|i) (?:answered|chose|selected) {2,80}(?P<text>\S.*)", re.IGNORECASE)
_RIGHT = re.compile(r"correct (?:answer|response)s? {2,80}(?P<text>\S.*)", re.IGNORECASE)
_PRAISED = re.compile(r"(?P<text>\S.{0,300}?) {2,80}correct!", re.IGNORECASE)

_CHOSEN_BELOW = re.compile(r"you (?:answered|chose|selected):?", re.IGNORECASE)
_RIGHT_BELOW = re.compile(r"correct(?: (?:answer|response)s?:?|!)", re.IGNORECASE)
_POINTS = re.compile(r"\d{1,3}(?:\.\d{1,2})? ?/ ?\d{1,3}(?:\.\d{1,2})? (?:pts|points?)")
_TICK = rf"[{markers.CHECKS}]"
_WORTH = r"(?: \([\d./ ]{1,9}(?:pts?|points?|marks?)\))?"
_VERDICT = rf"{_TICK}?\s?(?:that(?: is|['’]s) )?(?:correct|right)[.!]?\s?{_TICK}?{_WORTH}"
_YOURS = re.compile(
    r"(?:your|my) (?:answer|choice|response|selection|pick)(?: (?:is|was))?\s?[:=]\s?"
    r"(?P<value>\S.{0,200})|you (?:answered|chose|selected|picked)\s?:?\s(?P<chosen>\S.{0,200})",
    re.IGNORECASE,
)
_RIGHT_ALONE = re.compile(_VERDICT, re.IGNORECASE)
_RIGHT_BEHIND = re.compile(
    rf"(?P<value>\S.{{0,200}}?)\s?(?:[-–—.,;:]\s?{_VERDICT}|\({_VERDICT}\)|{_TICK})", re.IGNORECASE
)
_MISSED = re.compile(
    rf"[{markers.CROSSES}]?\s?(?:(?:sorry|oops)[,.!]? )?(?:incorrect|wrong|not quite(?: right)?"
    r"|skipped|(?:un|not )answered|no answer(?: given)?"
    r"|(?:you (?:skipped|missed|left|did not answer|didn['’]t answer)"
    r"|(?:your|my) (?:answer|choice|response))\b[^.!]{0,60})\s?[.!:;,–—-]{1,2}\s{0,4}"
    r"(?P<said>(?:the |its? )?(?:correct|right|best) (?:answer|option|choice|response)\b.{1,300})",
    re.IGNORECASE,
)
_SCORE = re.compile(r"quiz score\b", re.IGNORECASE)
_FEWEST = 2  # options
_LONG = 5  # words of a stem below another line of it
_MOST_WORDS = 30  # of an option
_LETTER = re.compile(r"\(?[A-Ka-k][.)]?")
_CONTROL = "You answered"  # what such a line is taken for: a word of the site
_NEAR = 5  # lines from what was chosen to the verdict, and behind it


def without_columns(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, its options without such columns; other pages stay as they are."""
    lines = tuple(lines)
    if not any(_CHOSEN.fullmatch(line.text) for line in lines):
        return lines
    return tuple(map(_option, lines))


def _option(line: Line) -> Line:
    if found := _RIGHT.fullmatch(line.text) or _PRAISED.fullmatch(line.text):
        return replace(line, text=f"✓ {found['text'].strip()}")
    chosen = _CHOSEN.fullmatch(line.text)
    return replace(line, text=chosen["text"]) if chosen else line


def judged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, what the site says of an attempt as marks and answers of the bank."""
    return tuple(_answered(_ticked(list(lines))))


def _ticked(lines: list[Line]) -> list[Line]:
    """Boxes for the options of each question in which ``Correct!`` stands above an option.

    Only on a page that shows points (``1 / 1 pts``) or ``You Answered``: elsewhere such a line
    stands below the answer, and an explanation follows.
    """
    if not any(_POINTS.fullmatch(ln.text) or _CHOSEN_BELOW.fullmatch(ln.text) for ln in lines):
        return lines
    starts = [i for i, line in enumerate(lines) if _opens(line.text)]
    for start, stop in pairwise([*starts, len(lines)]):
        _box(lines, range(start + 1, stop))
    return lines


def _opens(text: str) -> bool:
    """Whether the lines of another question begin, or those below the last one."""
    return bool(_POINTS.fullmatch(text) or _SCORE.match(text)) or markers.label(text)[0]


def _box(lines: list[Line], within: range) -> None:
    """Put a box before each option of one question; its stem is its first line at least."""
    rest = [i for i in within if lines[i].text]
    signs = [i for i in rest if _RIGHT_BELOW.fullmatch(lines[i].text)]
    right = {i + 1 for i in signs if i + 1 in rest}
    signs += [i for i in rest if _CHOSEN_BELOW.fullmatch(lines[i].text)]
    said = [i for i in rest if i not in signs]
    first = next((at for at, i in enumerate(said) if i in right), 0)
    asked = [at for at in range(first) if markers.finished(lines[said[at]].text)]
    found = said[asked[-1] + 1 if asked else 1 :]
    while len(found) > _FEWEST and found[0] not in right and _is_stem(lines, found):
        del found[0]
    while len(found) > len(right) and found[-1] not in right and _is_comment(lines, found):
        found.pop()
    if len(found) < _FEWEST or not right.issubset(found) or any(_signed(lines[i]) for i in found):
        return
    for i in signs:
        lines[i] = lines[i].reworded(_CONTROL)
    for i in found:
        lines[i] = lines[i].reworded(f"[{'x' if i in right else ' '}] {lines[i].text}")


def _is_stem(lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Whether the first of several lines is much longer than the others: the stem goes on."""
    first, *others = (len(lines[i].text.split()) for i in found)
    return first >= _LONG and first >= 2 * max(others)


def _is_comment(lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Whether the last of several lines is a sentence below options that are none."""
    *others, last = (lines[i].text for i in found)
    return last.endswith((".", "!")) and not any(text.endswith((".", "!")) for text in others)


def _signed(line: Line) -> bool:
    """Whether a line is no option of this kind: it has a sign of its own, or is too long."""
    text = line.text
    return len(text.split()) > _MOST_WORDS or bool(markers.letter(text) or markers.bullet(text))


def _answered(lines: list[Line]) -> list[Line]:
    """``Your answer: B`` that was right, and the right one that follows a wrong one, as answers."""
    for i, line in enumerate(lines):
        if line.verbatim or not line.text:
            continue
        if missed := _MISSED.fullmatch(line.text):
            lines[i] = line.reworded(missed["said"])
            continue
        found = _YOURS.fullmatch(line.text)
        if not found:
            continue
        value = found["value"] or found["chosen"]
        praised = _RIGHT_BEHIND.fullmatch(value)
        if praised:
            value = praised["value"]
        if praised or _is_praised(lines, i):
            lines[i] = line.reworded(f"Answer: {value}")
    return lines


def _is_praised(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below is nothing but the verdict, and no label over the right option."""
    below = [line.text for line in lines[at + 1 : at + 1 + _NEAR] if line.text][:2]
    if not below or not _RIGHT_ALONE.fullmatch(below[0]):
        return False
    return len(below) == 1 or not (markers.letter(below[1]) or _LETTER.fullmatch(below[1]))
