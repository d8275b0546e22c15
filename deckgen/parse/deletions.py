"""Cloze deletions in source text: ``{{c1::text::hint}}``, ``{{c::text}}`` without a number.

A ``}}`` or ``{{`` within math or code means nothing, so both are looked away from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.parse.lines import Line

OPENING = re.compile(r"\{\{c(?P<number>\d{0,3})::")
_TOKEN = re.compile(r"\{\{c(?P<number>\d{0,3})::|\}\}|::")
_SHIELDED = re.compile(
    r"(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]{1,2000}(?P=tick)(?!`)"
    r"|(?<!\\)\$\$[^$]{1,2000}\$\$"
    r"|(?<![\\$\w])\$[^\s$](?:[^$\n]{0,300}[^\s$\\])?\$(?![\d$])"
    r"|\\\([^\n]{1,1000}?\\\)|\\\[[^\0]{1,2000}?\\\]"
)
_DEEPEST = 8  # deletions inside each other: what is deeper is text
_MOST_TOLD = 3  # unclosed deletions of one text that are told one by one


@dataclass(frozen=True, slots=True)
class Deletion:
    """Positions: the opening at ``start``, the hidden text from ``inside`` to ``hint``, ``end``."""

    number: str
    start: int
    inside: int
    hint: int
    end: int


def shielded(text: str) -> str:
    """The text at its length, with formulas and code blotted out; a formula may hold a deletion."""
    return _SHIELDED.sub(lambda m: m[0] if OPENING.search(m[0]) else "x" * len(m[0]), text)


def read(text: str) -> tuple[tuple[Deletion, ...], tuple[int, ...]]:
    """The deletions of a text in reading order, and where others open that are never closed."""
    found: list[Deletion] = []
    stack: list[tuple[str, int, int, int]] = []  # number, start, inside, hint or -1
    for token in _TOKEN.finditer(shielded(text)):
        if token["number"] is not None:
            stack.append((token["number"], token.start(), token.end(), -1))
        elif stack and token[0] == "}}":
            number, start, inside, hint = stack.pop()
            if len(stack) < _DEEPEST:
                until = token.start() if hint < 0 else hint
                found.append(Deletion(number, start, inside, until, token.end()))
        elif stack and stack[-1][3] < 0:
            number, start, inside, _ = stack.pop()
            stack.append((number, start, inside, token.start()))
    return tuple(sorted(found, key=lambda d: d.start)), tuple(start for _, start, *_ in stack)


def hides(text: str, deletion: Deletion) -> bool:
    """Whether Anki makes a card of a deletion: it has a number above 0, or none, and a text."""
    numbered_well = not deletion.number or int(deletion.number) > 0
    return numbered_well and bool(text[deletion.inside : deletion.hint].strip())


def uncovered(text: str) -> str:
    """The text with every deletion shown and every hint gone."""
    cuts: list[tuple[int, int]] = []
    for deletion in read(text)[0]:
        cuts += [(deletion.start, deletion.inside), (deletion.hint, deletion.end)]
    parts: list[str] = []
    last = 0
    for start, end in sorted(cuts):
        parts.append(text[last:start])
        last = max(last, end)
    return "".join([*parts, text[last:]])


def numbered(text: str) -> str:
    """The text with a number for each deletion that has none: the next free one, in order."""
    found = read(text)[0]
    number = max((int(d.number or 0) for d in found), default=0)
    parts: list[str] = []
    last = 0
    for deletion in found:
        if not deletion.number:
            number += 1
            parts.append(f"{text[last : deletion.start]}{{{{c{number}::")
            last = deletion.inside
    return "".join([*parts, text[last:]])


def unclosed(text: str, lines: Sequence[Line]) -> tuple[Diagnostic, ...]:
    """What is said of the deletions that are never closed, each where it opens in the lines."""
    places = [
        (line.number, found.start() + 1) for line in lines for found in OPENING.finditer(line.raw)
    ]
    order = {found.start(): n for n, found in enumerate(OPENING.finditer(text))}
    nth = [order[start] for start in read(text)[1]]
    more = f" ({len(nth) - _MOST_TOLD} more like it)" if len(nth) > _MOST_TOLD else ""
    return tuple(
        Diagnostic(
            "unclosed-cloze",
            Severity.ERROR,
            f"this deletion is never closed, so it hides nothing{more}",
            "",
            places[n][0],
            places[n][1],
            "write “}}” where the hidden text ends",
        )
        for n in nth[:_MOST_TOLD]
        if n < len(places)
    )
