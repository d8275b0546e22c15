"""``Q:`` and ``A:``, in so many words; the labels stand in parse/labels.py."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.document import Cloze, Pair
from deckgen.parse import bodies, deletions, labels, markers, tags, wording
from deckgen.parse.labels import Label
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import options
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import cloze, double_colon, question_mark

_RULE = re.compile(r"(?:[-*_]\s*){3,}")
_TRUTH = re.compile(rf"(?:{wording.TRUTH})\.?", re.IGNORECASE)
_KEY = re.compile(r"\(?[A-Ka-k]\)?[.)]?")
_MAY_HEAD_PROSE = ("prompt", "front", "recto", "vs")  # without an answer they are words


def read(context: Context, at: int) -> Reading | None:
    """A question and its answer.

    The answer goes on to the next question, heading, rule, cloze, line of tags or double blank
    line: a paragraph more, a list or code may belong to it. A question without an answer is no
    pair, but a text with deletions may stand in its place.
    """
    page = context.page
    first = page.lines[at]
    label = None if first.verbatim else labels.question(first.text)
    if label is None or at in page.asked:
        return None
    together = labels.same_line(label.text, label)
    if together:
        return _card(page, at, ([_with(first, together[0])], at), (_with(first, together[1]),))
    front, here = _question(page, at, label)
    answer = _answer(page, here, label)
    if answer is None:
        return _unanswered(page, at, front, here, label)
    then = page.next(here + 1)
    if then < len(page.lines) and options.lettered_run(page, then):
        return None
    if _is_choice(page, front, here, label, answer):
        return None
    opening = [_with(page.lines[here], answer.text)] if answer.text else []
    stop = _end_of_answer(page, here + 1, at)
    quoted = first.text.startswith(">")
    kept = page.lines[here + 1 : stop]
    below = bodies.dedented(_unquoted(kept) if quoted else kept)
    back = bodies.parted([*opening, *below]) if page.markdown else [*opening, *below]
    return _card(page, at, (_unquoted(front) if quoted else front, here), tuple(back), stop)


def _question(page: Page, at: int, label: Label) -> tuple[list[Line], int]:
    """The lines of the question, and the index of the line that ends it."""
    front = [_with(page.lines[at], label.text)] if label.text else []
    here = at + 1
    while here < len(page.lines) and _answer(page, here, label) is None:
        line = page.lines[here]
        if _ends(page, here, label) or (not line.verbatim and options.lettered_run(page, here)):
            break
        front.append(line)
        here += 1
    return front, here


def _answer(page: Page, at: int, label: Label) -> Label | None:
    if at >= len(page.lines) or page.lines[at].verbatim:
        return None
    found = labels.answer(page.lines[at].text, label)
    # "Question 5: ... Answer: B" is a bank's way; its numbers count.
    banked = label.numbered and found is not None and not found.numbered
    return None if found and banked and found.word in ("answer", "ans", "response") else found


def _is_choice(page: Page, front: list[Line], here: int, label: Label, answer: Label) -> bool:
    """Whether the answer is an option or names one, or the letters are two people who talk."""
    if not any(line.text for line in front):
        return True
    if answer.word == "a" and _is_option(page, here):
        return True
    if answer.word != "a" and _TRUTH.fullmatch(answer.text):
        return True  # a statement that is true or false
    if len(front) > 1 and _KEY.fullmatch(answer.text):
        return True
    return not labels.is_word(label) and not any(re.search(r"[?？؟]", line.text) for line in front)


def _is_option(page: Page, at: int) -> bool:
    """``A:`` is an option where ``B:`` follows."""
    if options.run(page.lines[at].text)[1]:
        return True
    second = next((line.text for line in page.lines[at + 1 : at + 4] if line.text), "")
    found = markers.bullet(second) or markers.letter(second)  # "- B: ..." has its letter too
    return found is not None and found.label == "B"


def _unanswered(page: Page, at: int, front: list[Line], here: int, label: Label) -> Reading | None:
    """A question that a text with deletions completes, or one that is to be reported."""
    text = page.written(front)
    if here < len(page.lines) and options.lettered_run(page, here):
        return None  # its options follow
    if deletions.read(text)[0]:
        body, names = tags.without_tags(front)
        made = Cloze(deletions.numbered(page.written(body)), page.lines[at].number, names)
        return Reading((made,), here, problems=deletions.unclosed(text, page.lines[at:here]))
    if page.saved or not text or not labels.is_word(label) or label.word in _MAY_HEAD_PROSE:
        return None
    if any(_is_of_bank(line) for line in page.lines[at + 1 : here]):
        return None
    stop = at + 1
    while stop < here and page.lines[stop].text:
        stop += 1
    asked = page.written(front[: stop - here] if stop < here else front)
    return Reading((Pair(asked, "", page.lines[at].number),), stop)


def _is_of_bank(line: Line) -> bool:
    """Whether a line below a question may be an option, a key or an explanation."""
    text = line.text
    marked = markers.bullet(text) or markers.ordinal(text) or markers.letter(text)
    told = markers.answer(text) is not None or markers.explanation(text) is not None
    return bool(text) and (marked is not None or told)


def _card(
    page: Page,
    at: int,
    front: tuple[list[Line], int],
    back: tuple[Line, ...],
    stop: int | None = None,
) -> Reading:
    stop = at + 1 if stop is None else stop
    asked, above = tags.without_tags(front[0])
    said, below = tags.without_tags(back)
    asked_text, behind = tags.apart(deletions.uncovered(page.written(asked)))
    said_text, last = tags.apart(deletions.uncovered(page.written(said)))
    names = tuple(dict.fromkeys((*above, *behind, *below, *last)))
    card = Pair(asked_text, said_text, page.lines[at].number, names)
    roles = [(i, "question") for i in range(at, front[1])]
    roles += [(i, "answer") for i in range(front[1], stop)]
    return Reading((card,), stop, tuple(roles))


def _unquoted(lines: Sequence[Line]) -> list[Line]:
    """The lines of a quoted card without the signs of the quote."""
    bare = (line.text.removeprefix(">") for line in lines)
    return [
        replace(line, text=text.strip(), raw=text.removeprefix(" ").rstrip())
        for line, text in zip(lines, bare, strict=True)
    ]


def _with(line: Line, text: str) -> Line:
    """What stands behind the label of a line, with the spaces that break it there."""
    return Line(line.number, text, text + line.raw[len(line.raw.rstrip()) :])


def _ends(page: Page, at: int, label: Label | None = None) -> bool:
    line = page.lines[at]
    if line.verbatim:
        return False
    if line.drafted:
        return True  # the note of a draft begins
    if line.blank:
        below = page.lines[at + 1] if at + 1 < len(page.lines) else line
        return below is not line and below.blank and not (line.hidden or below.hidden)
    found = labels.question(line.text)
    other = found and (
        labels.is_word(found)
        or (label and found.word == label.word)
        or (page.gap(at) and _answer(page, at + 1, found) is not None)  # "F: …" behind "Frage: …"
    )
    return bool(
        other
        or (page.gap(at) and _RULE.fullmatch(line.text))
        or (page.gap(at) and page.heading(at) is not None)
    )


def _end_of_answer(page: Page, at: int, asked: int) -> int:
    first = page.lines[asked]
    label = labels.question(first.text)
    listed = markers.bullet(first.text) is not None
    quoted = first.text.startswith(">")
    while at < len(page.lines) and not _ends(page, at, label):
        line = page.lines[at]
        if listed and line.text and line.indent <= first.indent and not line.verbatim:
            break  # the next item of the list
        if quoted and not line.text.startswith(">"):
            break
        if page.gap(at) and line.text and not line.verbatim and _begins(page, at, label):
            break
        at += 1
        if tags.of_line(page.lines[at - 1]) and (at == len(page.lines) or page.lines[at].blank):
            break  # tags are the last line of a card
    return at


def _begins(page: Page, at: int, label: Label | None) -> bool:
    """Whether another answer begins here, or something else that is plainly meant as a card."""
    other = labels.answer(page.lines[at].text, label)
    return bool(
        (other and other.sign == ":" and not other.numbered)
        or cloze.deletions_at(page, at)
        or double_colon.is_card(page, at)
        or question_mark.parting(page, at)
    )
