"""``> [!question] Which …?``: the callouts of note-taking programs that hold a question.

A callout inside of it may hold the answer: ``> > [!success]- Answer``. One that is folded below its
question is a question with its answer. All others stay what they are: quotes with a title, and the
questions that an author asks himself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.questions import folds

_HEAD = re.compile(
    r"\[!(?P<kind>[\w-]{1,30})(?:\|[^\]\n]{0,60})?\](?P<fold>[+-]?)[ ]*(?P<title>.*)"
)
_ASKING = frozenset({"question", "faq", "help", "quiz", "exercise", "flashcard", "card", "exam"})
_ANSWERING = frozenset({"success", "check", "done", "answer", "solution"})
_FOLDED = frozenset({"faq", "flashcard", "card"})  # kinds that are questions with answers
_LONGEST = 200  # lines of a callout


def opened(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page, such callouts as the questions that they are; each keeps its place."""
    out = list(lines)
    at = 0
    while at < len(out):
        stop = _end(out, at)
        if stop > at:
            _open(out, at, stop)
        at = max(stop, at + 1)
    return tuple(out)


def _end(lines: Sequence[Line], at: int) -> int:
    """The index behind the quote that begins here, if it is a callout that asks."""
    head = _head(lines[at].text.removeprefix(">").strip()) if _quoted(lines[at]) else None
    if not head or not (head["kind"].lower() in _ASKING or head["title"].endswith("?")):
        return at
    stop = at
    while stop < min(at + _LONGEST, len(lines)) and _quoted(lines[stop]):
        if stop > at and _head(lines[stop].text.removeprefix(">").strip()):
            break
        stop += 1
    return stop


def _open(lines: list[Line], at: int, stop: int) -> None:
    inside = [_without_sign(line) for line in lines[at:stop]]
    head = _head(inside[0].text)
    title = head["title"].strip() if head else ""
    folded = head is not None and (head["fold"] == "-" or head["kind"].lower() in _FOLDED)
    inside[0] = _reworded(inside[0], title)
    nested = next((i for i, line in enumerate(inside) if _quoted(line) and _answers(line)), None)
    if nested is not None:
        inside[nested:] = map(_without_sign, inside[nested:])
        inside[nested] = _reworded(inside[nested], _label(inside[nested].text))
    if nested is not None or any(_belongs_to_bank(line.text) for line in inside[1:]):
        lines[at:stop] = inside
    elif folded and title.endswith("?") and any(line.text for line in inside[1:]):
        last = max(i for i, line in enumerate(inside) if line.text)
        inside[0] = _reworded(inside[0], f"<details><summary>{title}</summary>")
        inside[last] = replace(inside[last], text=f"{inside[last].text}</details>")
        inside[last] = replace(inside[last], raw=f"{inside[last].raw}</details>")
        lines[at:stop] = inside


def _head(text: str) -> re.Match[str] | None:
    return _HEAD.fullmatch(text)


def _quoted(line: Line) -> bool:
    return line.text.startswith(">") and not line.verbatim


def _answers(line: Line) -> bool:
    """Whether a callout begins here that holds the answer."""
    head = _head(line.text.removeprefix(">").strip())
    return head is not None and (
        head["kind"].lower() in _ANSWERING or folds.names_answer(head["title"])
    )


def _label(text: str) -> str:
    """``[!success]- Answer: B`` -> ``Answer: B``; what else it is called, behind the label."""
    title = (_head(text) or {"title": ""})["title"].strip()
    if markers.answer(title) or markers.explanation(title) is not None:
        return title
    return "Answer:" if not title or folds.names_answer(title) else f"Answer: {title}"


def _belongs_to_bank(text: str) -> bool:
    box = markers.bullet(text)
    return (box is not None and box.style == "box") or markers.answer(text) is not None


def _without_sign(line: Line) -> Line:
    raw = line.raw.lstrip().removeprefix(">").removeprefix(" ").rstrip()
    return replace(line, raw=raw, text=raw.strip())


def _reworded(line: Line, text: str) -> Line:
    return replace(line, text=text, raw=text)
