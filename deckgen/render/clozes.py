"""Cloze deletions in a text: what they hide, the text without them, their numbers."""

import re
from collections.abc import Mapping

OPENING = re.compile(r"\{\{c(?P<number>\d{1,3})::")
_INNERMOST = re.compile(
    r"\{\{c\d{1,3}::((?:(?!\{\{|\}\}|::).)*)(?:::(?:(?!\{\{|\}\}).)*)?\}\}", re.DOTALL
)
_DEEPEST = 8  # levels of nesting that Anki shows as well


def deletions(text: str) -> tuple[tuple[int, str], ...]:
    """Number and hidden text of each deletion, hints left out, in reading order."""
    return tuple(
        (int(found["number"]), uncovered(_inside(text, found.end())).split("::")[0])
        for found in OPENING.finditer(text)
    )


def uncovered(text: str) -> str:
    """The text with every deletion shown and every hint gone."""
    for _ in range(_DEEPEST):  # from the inside out: a deletion may hold another one
        text, changed = _INNERMOST.subn(lambda m: m[1], text)
        if not changed:
            break
    return text


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with other deletion numbers."""
    return OPENING.sub(lambda m: f"{{{{c{numbers.get(int(m['number']), int(m['number']))}::", text)


def unclosed(text: str) -> int:
    """The position of the first deletion without closing braces, or -1."""
    for found in OPENING.finditer(text):
        if text.find("}}", found.end()) < 0:
            return found.start()
    return -1


def _inside(text: str, start: int) -> str:
    """What stands between ``start`` and the braces that close this deletion."""
    depth = 0
    for pair in re.compile(r"\{\{|\}\}").finditer(text, start):
        depth += 1 if pair[0] == "{{" else -1
        if depth < 0:
            return text[start : pair.start()]
    return text[start:]
