"""Documents: Word, PowerPoint, books and PDF, each in a file of its own.

Word, PowerPoint and EPUB are archives of XML, read with the standard library; only PDF needs a
package, which is imported when it is needed.
"""

from dataclasses import dataclass

from deckgen.model.source import Markup, Place, Unit


class Unreadable(Exception):
    """A document that cannot be read: ``code`` and words for a diagnostic."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Converted:
    """The lines of a document with the unit that each stands in, and what was left out of it.

    ``left_out`` counts by kind ("picture"); the place is the first one.
    """

    lines: tuple[str, ...]
    places: tuple[Place, ...]
    unit: Unit
    markup: Markup = "markdown"
    left_out: tuple[tuple[str, int, int], ...] = ()


def damaged(kind: str) -> Unreadable:
    """The document is not what its name says."""
    return Unreadable(
        "unreadable-document",
        f"this is no .{kind} file, or it is damaged",
        "open it in the program that made it, and save it again",
    )
