"""A table of questions: one row for each, its options and its key in columns.

``| No. | Question | A | B | C | Key |``, or the same with tabs between the cells, as spreadsheets
are pasted.
"""

import re
from dataclasses import dataclass

from deckgen.model.document import Option, Question
from deckgen.parse.lines import Line
from deckgen.parse.questions import tables
from deckgen.parse.reading import Context, Reading

_QUESTION = re.compile(
    r"questions?(?: text)?|stem|prompt|item|frage|aufgabe|pregunta|pergunta|domanda|vraag",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"(?:(?:option|choice|answer|antwort|opci[oó]n|opç[aã]o|réponse|respuesta|alternative)\s?)?"
    r"\(?([A-Ha-h]|[1-8])\)?",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:correct|right|answer|key|solution|answer key|lösung|richtig|clave|gabarito)"
    r"(?: ?(?:answer|option|choice|key))?(?:\(s\))?"
    r"|(?:richtige |correcte |respuesta correcta|resposta correta|bonne réponse)(?:antwort)?",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"explanations?|rationale|feedback|comments?|why|erklärung|begründung|explicación|comentário",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:no|nr|n[º°]|#|q|id|number)?\.?", re.IGNORECASE)
_LEAST = 2  # options, and rows


def read(context: Context, at: int) -> Reading | None:
    """The rows below a head that names the columns; None where it does not name all of them."""
    page = context.page
    columns = _columns(_cells(page.lines[at]))
    if columns is None:
        return None
    blocks: list[Question] = []
    roles = [(at, "head")]
    here = at + 1
    while here < len(page.lines) and _in_table(page.lines[here]):
        row = _cells(page.lines[here])
        if row and (made := _question(row, columns, page.lines[here])):
            blocks.append(made)
            roles.append((here, "question"))
        else:
            roles.append((here, "head"))
        here += 1
    if len(blocks) < _LEAST:
        return None
    return Reading(tuple(blocks), here, tuple(roles))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what, by its index; -1 where there is none."""

    question: int
    options: tuple[tuple[int, str], ...]
    key: int
    why: int
    number: int


def is_head(line: Line) -> bool:
    """Whether a line names the columns of such a table."""
    return _columns(_cells(line)) is not None


def _columns(head: tuple[str, ...]) -> _Columns | None:
    if len(head) < _LEAST + 2:
        return None
    names = [name.strip("*_ :") for name in head]
    question = next((i for i, name in enumerate(names) if _QUESTION.fullmatch(name)), -1)
    found = [(i, m[1].upper()) for i, n in enumerate(names) if (m := _OPTION.fullmatch(n))]
    key = next((i for i, n in enumerate(names) if _KEY.fullmatch(n) and i != question), -1)
    labels = [label for _, label in found]
    if question < 0 or key < 0 or len(found) < _LEAST or labels != sorted(set(labels)):
        return None
    why = next((i for i, name in enumerate(names) if _WHY.fullmatch(name)), -1)
    number = 0 if question > 0 and _NUMBER.fullmatch(names[0]) else -1
    return _Columns(question, tuple(found), key, why, number)


def _cells(line: Line) -> tuple[str, ...]:
    if cells := tables.cells(line.text):
        return cells
    parts = re.split(r" {3,}", line.text)
    return tuple(parts) if len(parts) > _LEAST + 1 and not line.verbatim else ()


def _in_table(line: Line) -> bool:
    return line.text.startswith("|") or bool(_cells(line))


def _question(row: tuple[str, ...], columns: _Columns, line: Line) -> Question | None:
    last = max(columns.question, columns.key, *(i for i, _ in columns.options))
    if len(row) <= last or not row[columns.question] or not row[columns.key]:
        return None
    options = tuple(Option(row[i], label) for i, label in columns.options if row[i])
    digits = row[columns.number].strip(". ") if columns.number >= 0 else ""
    why = row[columns.why] if 0 <= columns.why < len(row) else ""
    key = row[columns.key].strip("*_ ")
    return Question(
        row[columns.question],
        options,
        key,
        (why,) if why else (),
        line.number,
        int(digits) if digits.isdecimal() and len(digits) < 5 else None,
        column=line.indent + 1,
        key_place=(line.number, max(line.raw.rfind(key), 0) + 1),
    )
