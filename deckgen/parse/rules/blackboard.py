"""A question file as Blackboard uploads it: one line for each question, with tabs.

``MC  stem  option  correct  option  incorrect``; see Blackboard's help, "Upload Questions". Tabs
have become spaces when lines are read, at least three of them.
"""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Option, Pair, Question
from deckgen.parse.lines import Line
from deckgen.parse.reading import Context, Reading

_LINE = re.compile(
    r"(?P<kind>MC|MA|TF|FIB|FIL|ESS|SR|NUM|ORD|MAT|JUMBLED_SENTENCE|QUIZ_BOWL) {3,}\S"
)
_CELL = re.compile(r" {3,}")
_RIGHT = ("correct", "right", "true")
_WRONG = ("incorrect", "wrong", "false")
_SETS = frozenset(["MAT", "ORD", "JUMBLED_SENTENCE"])
_ASKED_IN_WORDS = frozenset(["FIB", "ESS", "SR", "NUM", "FIL"])


def read(context: Context, at: int) -> Reading | None:
    """One line; None for a line of another shape."""
    line = context.page.lines[at]
    if line.verbatim or not _LINE.match(line.text):
        return None
    kind, *cells = _CELL.split(line.text)
    made = _made(kind, [cell.strip() for cell in cells], line)
    if made is None:
        return Reading((), at + 1, ((at, "left out"),), (_left_out(kind, line),))
    return Reading((made,), at + 1, ((at, "question"),))


def _made(kind: str, cells: list[str], line: Line) -> Question | Pair | None:
    if len(cells) < 2:
        return None
    stem, said = cells[0], cells[1:]
    if kind in ("MC", "MA"):
        verdicts = [word.lower() for word in said[1::2]]
        if len(said) % 2 or any(word not in (*_RIGHT, *_WRONG) for word in verdicts):
            return None
        options = zip(said[::2], verdicts, strict=True)
        marked = tuple(Option(text, marked=word in _RIGHT) for text, word in options)
        return Question(stem, marked, "", (), line.number)
    if kind == "TF" and said[0].lower() in (*_RIGHT, *_WRONG):
        key = "True" if said[0].lower() in _RIGHT else "False"
        return Question(stem, (), key, (), line.number, key_place=(line.number, 1))
    if kind in _ASKED_IN_WORDS:
        return Pair(stem, said[0], line.number)
    return None


def _left_out(kind: str, line: Line) -> Diagnostic:
    column = line.indent + 1
    if kind in _SETS:
        message = f"a question of the kind {kind} has no card of its own"
        hint = "ask for each part in a question of its own"
        return Diagnostic(
            "matching-question", Severity.ERROR, message, "", line.number, column, hint
        )
    message = f"this line of the kind {kind} has not the columns of its kind"
    hint = "write kind, stem and answers with tabs between them"
    return Diagnostic("looks-like-a-card", Severity.WARNING, message, "", line.number, column, hint)
