"""Cloze deletions in a text: what they hide, the text without them, their numbers.

Read in one pass like Anki reads them: ``{{c1::`` opens, the next ``}}`` closes the innermost one,
``::`` inside begins a hint. What is never closed is no deletion.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

OPENING = re.compile(r"\{\{c(?P<number>\d{1,3})::")
_TOKEN = re.compile(r"\{\{c(?P<number>\d{1,3})::|\}\}|::")
_DEEPEST = 8  # deletions inside each other: what is deeper is text


@dataclass(frozen=True, slots=True)
class _Deletion:
    """Positions: ``{{c1::`` at ``start``, the hidden text from ``inside`` to ``hint``."""

    number: int
    start: int
    inside: int
    hint: int
    end: int


def deletions(text: str) -> tuple[tuple[int, str], ...]:
    """Number and hidden text of each deletion, hints left out, in reading order."""
    found = sorted(_deletions(text), key=lambda d: d.start)
    return tuple((d.number, uncovered(text[d.inside : d.hint])) for d in found)


def uncovered(text: str) -> str:
    """The text with every deletion shown and every hint gone."""
    cuts: list[tuple[int, int]] = []
    for deletion in _deletions(text):
        cuts += [(deletion.start, deletion.inside), (deletion.hint, deletion.end)]
    parts: list[str] = []
    last = 0
    for start, end in sorted(cuts):
        parts.append(text[last:start])
        last = max(last, end)
    return "".join([*parts, text[last:]])


def marks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the marks of the deletions stand, in order: ``{{c1::``, ``::`` of a hint, ``}}``."""
    found: list[tuple[int, int]] = []
    for deletion in _deletions(text):
        found += [(deletion.start, deletion.inside), (deletion.end - 2, deletion.end)]
        if deletion.hint < deletion.end - 2:
            found.append((deletion.hint, deletion.hint + 2))
    return tuple(sorted(found))


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with other deletion numbers."""
    return OPENING.sub(lambda m: f"{{{{c{numbers.get(int(m['number']), int(m['number']))}::", text)


def _deletions(text: str) -> list[_Deletion]:
    """The deletions that are closed."""
    found: list[_Deletion] = []
    stack: list[tuple[int, int, int, int]] = []  # number, start, inside, hint or -1
    for token in _TOKEN.finditer(text):
        if token["number"]:
            stack.append((int(token["number"]), token.start(), token.end(), -1))
        elif stack and token[0] == "}}":
            number, start, inside, hint = stack.pop()
            if len(stack) < _DEEPEST:
                until = token.start() if hint < 0 else hint
                found.append(_Deletion(number, start, inside, until, token.end()))
        elif stack and stack[-1][3] < 0:
            number, start, inside, _ = stack.pop()
            stack.append((number, start, inside, token.start()))
    return found
