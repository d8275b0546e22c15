"""Cloze deletions in a text: ``{{c1::hidden::hint}}``, read in one pass like Anki reads them.

``{{c1::`` opens, the next ``}}`` closes the innermost one, ``::`` inside begins a hint. What is
never closed is no deletion.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

OPENING = re.compile(r"\{\{c(?P<number>\d{1,3})::")
_TOKEN = re.compile(r"\{\{c(?P<number>\d{0,3})::|\}\}|::")
_DEEPEST = 8  # deletions inside each other: what is deeper is text


@dataclass(frozen=True, slots=True)
class Deletion:
    """Positions: ``{{c1::`` at ``start``, the hidden text from ``inside`` to ``hint``, ``end``.

    ``number`` is None where the author wrote ``{{c::``.
    """

    number: int | None
    start: int
    inside: int
    hint: int
    end: int


def read(text: str, *, unnumbered: bool = False) -> tuple[tuple[Deletion, ...], tuple[int, ...]]:
    """The deletions of a text in reading order, and where others open that are never closed.

    ``unnumbered`` reads ``{{c::`` as well, which Anki does not.
    """
    found: list[Deletion] = []
    stack: list[tuple[int | None, int, int, int]] = []  # number, start, inside, hint or -1
    for token in _TOKEN.finditer(text):
        number = token["number"]
        if number or (unnumbered and number == ""):
            stack.append((int(number) if number else None, token.start(), token.end(), -1))
        elif stack and token[0] == "}}":
            opened, start, inside, hint = stack.pop()
            if len(stack) < _DEEPEST:
                until = token.start() if hint < 0 else hint
                found.append(Deletion(opened, start, inside, until, token.end()))
        elif stack and stack[-1][3] < 0:
            opened, start, inside, _ = stack.pop()
            # Of "{{c::" that is no deletion, only the colons count.
            stack.append((opened, start, inside, token.end() - 2))
    return tuple(sorted(found, key=lambda d: d.start)), tuple(start for _, start, *_ in stack)


def shown(text: str, deletions: Iterable[Deletion]) -> str:
    """The text with its deletions shown and their hints gone."""
    cuts: list[tuple[int, int]] = []
    for deletion in deletions:
        cuts += [(deletion.start, deletion.inside), (deletion.hint, deletion.end)]
    parts: list[str] = []
    last = 0
    for start, end in sorted(cuts):
        parts.append(text[last:start])
        last = max(last, end)
    return "".join([*parts, text[last:]])
