"""Texts that no person wrote, made of texts that people wrote."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from deckgen.edges import files
from deckgen.model.source import Source
from tests.texts import PIECES, filled, random_text

CASES = Path(__file__).parent.parent / "cases"
LONGEST = 40_000  # characters of an input: what is slow shows itself far below
SIGNS = (
    *"[](){}<>*_`~#|-+=:;.,?!$\\^&@%\"'/ \t\n\r\x00\x0c\x1f",
    *("{{c1::", "}}", "::", "$$", "\\(", "\\)", "\\[", "<!--", "-->", "```", "~~~", "---", "==="),
    *("![", "](", "[^1]", "[[", "- [ ] ", "- [x] ", "> ", "# ", "1. ", "A) ", "(a) ", "Q: ", "A: "),
    *("Answer: ", "Explanation: ", "✓", "•", "|", "\u00ad", "\u2010", "\u200b", "\u202e", "\ud800"),
    *(
        "\ufeff",
        "ﬁ",
        "¹",
        "水",
        "e\u0301",
        "😀",
        "\u2028",
        "\uf0b7",
        "<b>",
        "</b>",
        "<script>",
        "&lt;",
    ),
)


def seeds() -> list[str]:
    """The pages of the cases, and every piece of the laws by itself."""
    read = (files.read(file, file.name) for file in files.find(CASES)[0])
    return [s.text for s in read if isinstance(s, Source)] + [filled([p], ["\n"]) for p in PIECES]


def mutated(chance: random.Random, texts: Sequence[str]) -> str:
    """A new text: one of the texts after a few changes, or a mixed one."""
    text = chance.choice(texts) if chance.random() < 0.8 else random_text(chance, 8)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        text = chance.choice(CHANGES)(chance, text, texts)[:LONGEST]
    return text


def _insert(chance: random.Random, text: str, _: Sequence[str]) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(SIGNS) + text[at:]


def _repeat_sign(chance: random.Random, text: str, _: Sequence[str]) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(SIGNS) * chance.choice((3, 30, 300, 3000)) + text[at:]


def _delete(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[end:]


def _repeat(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[start:end] * chance.choice((2, 3, 20, 200)) + text[end:]


def _splice(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    other = chance.choice(texts)
    start, end = _span(chance, other)
    at = chance.randint(0, len(text))
    return text[:at] + other[start:end] + text[at:]


def _shuffle_lines(chance: random.Random, text: str, _: Sequence[str]) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _drop_lines(chance: random.Random, text: str, _: Sequence[str]) -> str:
    return "\n".join(line for line in text.split("\n") if chance.random() < 0.8)


def _blank_lines(chance: random.Random, text: str, _: Sequence[str]) -> str:
    old, new = chance.choice((("\n\n", "\n"), ("\n", "\n\n"), ("\n", "\r\n"), ("\n", " ")))
    return text.replace(old, new)


def _indent(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    lead = chance.choice(("  ", "    ", "\t", "> ", "- ", "1. ", "# ", "| "))
    return text[:start] + text[start:end].replace("\n", f"\n{lead}") + text[end:]


def _flip(chance: random.Random, text: str, _: Sequence[str]) -> str:
    if not text:
        return text
    at = chance.randrange(len(text))
    return (
        text[:at]
        + chr(chance.choice((ord(text[at]) ^ 1, chance.randrange(0x3000))))
        + text[at + 1 :]
    )


def _span(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 4, 20, 100, 1000)))


Change = Callable[[random.Random, str, Sequence[str]], str]
CHANGES: tuple[Change, ...] = (
    _insert,
    _repeat_sign,
    _delete,
    _repeat,
    _splice,
    _shuffle_lines,
    _drop_lines,
    _blank_lines,
    _indent,
    _flip,
)
