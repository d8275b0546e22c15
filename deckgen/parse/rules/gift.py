"""GIFT, the text format of Moodle: ``::title:: What is …? {=right ~wrong}``."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Chrome, Heading, Option, Question
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import gift
from deckgen.parse.questions.gift import Braces, Fault
from deckgen.parse.reading import Context, Reading

_GOES_ON = "=~}#"  # how a line inside braces begins, below a blank line that should not be there
_ENDS = re.compile(r"[\s.?!:;,)]*")


@dataclass(frozen=True, slots=True)
class _Text:
    """The lines of a question as one text that knows where it came from."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    text: str

    @classmethod
    def of(cls, lines: list[Line]) -> "_Text":
        starts, total = [], 0
        for line in lines:
            starts.append(total)
            total += len(line.raw) + 1
        return cls(tuple(lines), tuple(starts), "\n".join(line.raw for line in lines))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        at = bisect_right(self.starts, offset) - 1
        return self.lines[at].number, offset - self.starts[at] + 1


def read(context: Context, at: int) -> Reading | None:
    """The lines up to the next blank one: comments, categories, and a question."""
    page = context.page
    first = page.lines[at]
    below = context.gift and at > 0 and page.lines[at - 1].text.endswith("}")
    if not (page.gap(at) or below) or first.verbatim:
        return None
    stop = _stop(page, at)
    stop = _next(page, at, stop) if context.gift else stop
    lines = page.lines[at:stop]
    blocks: list[Block] = []
    kept: list[Line] = []
    for line in lines:
        category = gift.CATEGORY.match(line.text)
        if category:
            blocks += _headings(category["path"], line)
        elif line.text.startswith("//") and context.gift:
            blocks.append(Chrome(line.text, "comment", line.number))
        elif line.text:
            kept.append(line)
    if not kept:
        return Reading(tuple(blocks), stop) if blocks else None
    text = _Text.of(kept)
    if not (gift.looks_so(text.text) or (context.gift and gift.braces(text.text)[0] >= 0)):
        return None
    if not context.gift and page.markdown and page.heading(at):
        return None
    made = _question(page, text)
    if isinstance(made, Diagnostic):
        blocks.append(Chrome(text.text, "a question that cannot be read", kept[0].number))
        return Reading(tuple(blocks), stop, problems=(made,))
    return Reading((*blocks, made), stop) if made else None


def _stop(page: Page, at: int) -> int:
    """The index behind a question: at a blank line, unless its braces are still open there."""
    opened = False
    here = at
    while here < len(page.lines):
        line = page.lines[here]
        if line.blank:
            below = page.next(here)
            if not opened or below == len(page.lines) or page.lines[below].text[0] not in _GOES_ON:
                return here
            here = below
            continue
        brace = gift.braces(line.text) if not opened else (-1, -1)
        opened = (opened or brace[0] >= 0) and "}" not in line.text[max(brace[0], 0) :]
        here += 1
    return here


def _next(page: Page, at: int, stop: int) -> int:
    """The index where another question begins although no blank line parts it from this one."""
    opened = False
    closed = 0
    for here in range(at, stop):
        text = page.lines[here].text
        if closed and gift.looks_so(text):
            return closed
        opened = opened or gift.looks_so(text)
        if opened and text.endswith("}"):
            closed = here + 1
    return stop


def _headings(path: str, line: Line) -> list[Heading]:
    """``$course$/top/Geography/Rivers`` -> the headings "Geography" and "Rivers"."""
    names = [name.strip() for name in path.split("/")]
    names = [name for name in names if name and name.lower() not in ("$course$", "$system$", "top")]
    return [Heading(name, level, line.number) for level, name in enumerate(names[:6], 1)]


def _question(page: Page, text: _Text) -> Question | Diagnostic | None:
    """The question of a block; a problem where it is one but cannot be read."""
    titled = gift.TITLE.match(text.text)
    start = titled.end() if titled else 0
    opening, closing = gift.braces(text.text)
    if closing < 0:
        return _problem(
            "bank-syntax",
            "this brace is never closed",
            text.place(opening),
            "close the answers with “}”, without a blank line before it",
        )
    try:
        inside = gift.answers(text.text[opening + 1 : closing], opening + 1)
    except Fault as fault:
        hint = "write answers as {=right ~wrong}, weights as ~%50%, numbers as {#3:0.5}"
        return _problem("bank-syntax", fault.message, text.place(fault.at), hint)
    before, after = text.text[start:opening], text.text[closing + 1 :]
    if inside.kind == "truth" and not _ENDS.fullmatch(after):
        return None  # a set called T
    stem = before if _ENDS.fullmatch(after) else f"{before.rstrip()} _____ {after.strip()}"
    if after.strip()[:1] in (*".,;:?!",) and after.strip():
        stem = f"{before.rstrip()} _____{after.strip()}"
    stem = gift.shown(stem, markdown=page.markdown)
    if inside.kind == "matching":
        message = "a matching question has no card of its own"
        hint = "ask for each pair in a question of its own"
        return _problem("matching-question", message, text.place(start), hint)
    line, column = text.place(start + len(before) - len(before.lstrip()))
    return _with_answers(page, inside, Question(stem, (), "", (), line, column=column))


def _with_answers(page: Page, inside: Braces, question: Question) -> Question:
    def shown(written: str) -> str:
        return gift.shown(written, markdown=page.markdown)

    general = (shown(inside.general),) if inside.general else ()
    if inside.kind == "truth":
        said = {a.sign: shown(a.feedback) for a in inside.answers}
        options = tuple(
            Option(
                name, "", value == inside.truth, said.get("=" if value == inside.truth else "~", "")
            )
            for name, value in (("True", True), ("False", False))
        )
        stem = f"True or false: {question.stem}"
        return replace(question, stem=stem, options=options, explanation=general)
    if inside.kind == "choice":
        certain = any(a.full for a in inside.answers)
        options = tuple(
            Option(
                shown(a.text),
                "",
                a.full if certain else (a.weight or 0) > 0,
                shown(a.feedback),
            )
            for a in inside.answers
        )
        return replace(question, options=options, explanation=general)
    right = [a for a in inside.answers if a.sign == "="]
    full = [a for a in right if a.full] or right[:1]
    key = shown(full[0].text) if full else ""
    more = [f"Also right: {', '.join(shown(a.text) for a in full[1:])}."] if full[1:] else []
    more += [f"{shown(a.text)} counts {a.weight}%." for a in right if a not in full]
    more += [shown(a.feedback) for a in full if a.feedback]
    return replace(question, key=key, explanation=(*more, *general))


def _problem(code: str, message: str, place: tuple[int, int], hint: str) -> Diagnostic:
    line, column = place
    return Diagnostic(code, Severity.ERROR, message, "", line, column, hint)
