"""What a key says of a statement: ``Faux, il existe …`` is a verdict and its reason."""

import re
from collections.abc import Iterable

from deckgen.parse import wording
from deckgen.parse.lines import Line

_APART = re.compile(
    rf"(?P<verdict>{wording.TRUTH}|[TFVRW])(?:\s?[.,;:!]|\s[-–—]{{1,2}}|(?=\s?\())\s{{0,8}}"
    r"(?P<reason>\S[^\0]*)",
    re.IGNORECASE,
)
# The two words of a language, and where a page asks for them.
_PAIRS = (
    ("Vrai", "Faux"),
    ("Richtig", "Falsch"),
    ("Verdadero", "Falso"),
    ("Verdadeiro", "Falso"),
    ("Vero", "Falso"),
    ("Waar", "Onwaar"),
    ("Juist", "Onjuist"),
    ("Wahr", "Falsch"),
)
_LONGEST = 120  # characters of a line that asks for a verdict


def apart(value: str) -> tuple[str, str]:
    """A verdict and its reason; the value as it is, and no reason, where it is no verdict."""
    found = _APART.fullmatch(value)
    if not found:
        return value, ""
    reason = found["reason"].strip()
    if reason.startswith("(") and reason.rstrip(".").endswith(")"):
        reason = reason.rstrip(".")[1:-1]
    return found["verdict"], reason[:1].upper() + reason[1:]


def words(lines: Iterable[Line]) -> tuple[str, str]:
    """The words for true and false that a page asks for; empty where it is in English."""
    for line in lines:
        text = line.text.lower() if len(line.text) <= _LONGEST else ""
        for true, false in _PAIRS:
            at = text.find(true.lower())
            if at >= 0 and text.find(false.lower(), at) >= 0:
                return true, false
    return "", ""


def spelt(verdict: str, pair: tuple[str, str]) -> str:
    """``V`` on a page that asks for *Vrai ou faux* is ``Vrai``."""
    if len(verdict) != 1 or not pair[0]:
        return verdict
    return next((word for word in pair if word[0] == verdict.upper()), verdict)
