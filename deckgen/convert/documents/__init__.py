"""Documents: Word, PowerPoint, books and PDF, each in a file of its own.

Word, PowerPoint and EPUB are archives of XML, read with the standard library; only PDF needs a
package, which is imported when it is needed.
"""

from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import Markup, Place, Unit


class Unreadable(Exception):
    """A document that cannot be read, and why; ``convert`` catches it and fills in the path."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


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
    message = f"this is no .{kind} file, or it is damaged"
    hint = "open it in the program that made it, and save it again"
    return Unreadable(Diagnostic("unreadable-document", Severity.ERROR, message, "", hint=hint))


def too_large(what: str) -> Unreadable:
    """The document is larger than a document is."""
    message = f"this document has {what}"
    hint = "split it, or leave out what is no text"
    return Unreadable(Diagnostic("document-too-large", Severity.ERROR, message, "", hint=hint))
