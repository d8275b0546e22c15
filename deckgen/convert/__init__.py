"""A file of a foreign format -> a source in Markdown that knows where its lines come from.

Who has no such file waits for no reader: they are imported when they are needed.
"""

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import Foreign, Place, Source

if TYPE_CHECKING:
    from deckgen.convert.documents import Converted

Made = tuple[Source | None, tuple[Diagnostic, ...]]

_LONGEST_LINE = 1_000_000  # characters of a paragraph
_READERS = {"docx": "word", "pptx": "slides", "epub": "book", "pdf": "portable"}
_LEFT_HINTS = {
    "picture": "say in words what a card needs of it",
    "footnote": "write into the text what a card needs of it",
    "slide": "split the presentation",
}


def convert(file: Foreign) -> Made:
    """The source that a file becomes, or None, and what is wrong with it."""
    if isinstance(file.content, str):
        return _page(file.path, file.content)
    from deckgen.convert.documents import Unreadable

    reader = import_module(f"deckgen.convert.documents.{_READERS[file.format]}")
    try:
        converted: Converted = reader.read(file.content)
    except Unreadable as error:
        return None, (replace(error.problem, path=file.path),)
    return _document(file.path, converted)


def _page(path: str, html: str) -> Made:
    from deckgen.convert import web

    if html.count("<") > web.MOST_TAGS:
        message = f"this page has more than {web.MOST_TAGS:,} elements"
        return None, (_too_much("page-too-large", message, path, (0, 0), "split it"),)
    writer = web.write(html)
    if problem := _too_long(path, writer.lines, writer.places):
        return None, (problem,)
    text = "\n".join(writer.lines)
    return Source(path, text, "markdown", saved=True, places=tuple(writer.places)), ()


def _document(path: str, made: "Converted") -> Made:
    if problem := _too_long(path, made.lines, made.places):
        return None, (problem,)
    source = Source(
        path, "\n".join(made.lines), made.markup, saved=False, places=made.places, unit=made.unit
    )
    left = tuple(
        Diagnostic(
            "left-out-of-document",
            Severity.WARNING,
            f"{n} {kind}{'' if n == 1 else 's'} of this document {'is' if n == 1 else 'are'}"
            " left out",
            path,
            first,
            0,
            _LEFT_HINTS[kind],
            unit=made.unit,
        )
        for kind, n, first in made.left_out
    )
    return source, left


def _too_long(
    path: str, lines: list[str] | tuple[str, ...], places: list[Place] | tuple[Place, ...]
) -> Diagnostic | None:
    at = next((i for i, line in enumerate(lines) if len(line) > _LONGEST_LINE), None)
    if at is None:
        return None
    message = f"this line is longer than {_LONGEST_LINE:,} characters"
    return _too_much("line-too-long", message, path, places[at], "break it into paragraphs")


def _too_much(code: str, message: str, path: str, place: Place, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, path, *place, hint)
