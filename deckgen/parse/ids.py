"""Note ids in the text of a source: written at the end of a line, and taken out again."""

from collections.abc import Mapping

from deckgen.parse.lines import ID


def insert(text: str, ids: Mapping[int, str]) -> str:
    """The text with an id at the end of each given line; lines count from 1."""
    lines = text.splitlines(keepends=True)
    for number, name in ids.items():
        line = lines[number - 1]
        content = line.rstrip("\r\n")
        lines[number - 1] = f"{content.rstrip()} <!-- id: {name} -->{line[len(content) :]}"
    return "".join(lines)


def remove(text: str) -> str:
    """The text without any id; a line that held nothing else goes as well."""
    kept: list[str] = []
    for line in text.splitlines(keepends=True):
        without = ID.sub("", line)
        if without == line or without.strip():
            kept.append(without)
    return "".join(kept)
