"""A source: the text of one file, as it came in, or as it was converted from another format."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Markup = Literal["plain", "markdown"]
Format = Literal["markdown", "plain", "html", "docx", "pptx", "epub", "pdf"]
Unit = Literal["line", "paragraph", "slide", "page", "chapter"]
Place = tuple[int, int]  # line and column, or the number of a unit and 0; both count from 1

# What deckgen reads, by the ending of a file: the one table. Messages and tests are made of it.
ENDINGS: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pptx": "pptx",
    ".epub": "epub",
    ".pdf": "pdf",
}
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file.

    ``path`` is relative to the root of the build, with forward slashes on every system, so that
    the lock reads the same everywhere. ``markup`` says how the text of a field is rendered.
    ``saved`` says that a site stands around the text. A converted text has ``places``: where each
    of its lines stands in the file, counted in ``unit``.
    """

    path: str
    text: str
    markup: Markup
    saved: bool = False
    places: tuple[Place, ...] = ()
    unit: Unit = "line"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file that has to be converted first: a page as text, a document as bytes."""

    path: str
    format: Format
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the user wants to be read. ``format`` is that of standard input (the path ``-``)."""

    paths: tuple[Path, ...]
    format: Format | None = None


def endings() -> str:
    """What deckgen reads, for a message."""
    return ", ".join(ENDINGS)
