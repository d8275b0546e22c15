"""Note ids in the text of a source: written at the end of a line, and taken out again."""

import re
from collections.abc import Mapping

from deckgen.parse.lines import ID

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def insert(text: str, ids: Mapping[int, str]) -> str:
    """The text with an id at the end of each given line; lines count from 1."""
    lines = _LINE.findall(text)
    for number, name in ids.items():
        line = lines[number - 1]
        content = line.rstrip("\r\n")
        text = content.rstrip(" \t")
        ending = line[len(text) :]
        lines[number - 1] = f"{text} <!-- id: {name} -->{ending}"
    return "".join(lines)


def remove(text: str) -> str:
    """The text without any id; a line that held nothing else goes as well."""
    kept: list[str] = []
    for line in _LINE.findall(text):
        without = ID.sub("", line)
        if without == line or without.strip():
            kept.append(without)
    return "".join(kept)
