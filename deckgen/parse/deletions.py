"""Cloze deletions in source text: ``{{c1::text::hint}}``, ``{{c::text}}`` without a number.

A ``}}`` or ``{{`` within math or code means nothing, so both are looked away from.
"""

import re
from collections.abc import Sequence

from deckgen.model import deletions
from deckgen.model.deletions import Deletion
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.parse.lines import Line

OPENING = re.compile(r"\{\{c(?P<number>\d{0,3})::")
_SHIELDED = re.compile(
    r"(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]{1,2000}(?P=tick)(?!`)"
    r"|(?<!\\)\$\$[^$]{1,2000}\$\$"
    r"|(?<![\\$\w])\$[^\s$](?:[^$\n]{0,300}[^\s$\\])?\$(?![\d$])"
    r"|\\\([^\n]{1,1000}?\\\)|\\\[[^\0]{1,2000}?\\\]"
)
_MOST_TOLD = 3  # unclosed deletions of one text that are told one by one


def shielded(text: str) -> str:
    """The text at its length, with formulas and code blotted out; a formula may hold a deletion."""
    return _SHIELDED.sub(lambda m: m[0] if OPENING.search(m[0]) else "x" * len(m[0]), text)


def read(text: str) -> tuple[tuple[Deletion, ...], tuple[int, ...]]:
    """The deletions of a text in reading order, and where others open that are never closed."""
    return deletions.read(shielded(text), unnumbered=True) if "{{" in text else ((), ())


def hides(text: str, deletion: Deletion) -> bool:
    """Whether Anki makes a card of a deletion: it has a number above 0, or none, and a text."""
    return deletion.number != 0 and bool(text[deletion.inside : deletion.hint].strip())


def uncovered(text: str) -> str:
    """The text with every deletion shown and every hint gone."""
    return deletions.shown(text, read(text)[0])


def numbered(text: str) -> str:
    """The text with a number for each deletion that has none: the next free one, in order."""
    found = read(text)[0]
    number = max((d.number or 0 for d in found), default=0)
    parts: list[str] = []
    last = 0
    for deletion in found:
        if deletion.number is None:
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
