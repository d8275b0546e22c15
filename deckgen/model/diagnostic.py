"""What is wrong with a text: a value that is collected, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from deckgen.model.source import Unit


class Severity(StrEnum):
    """How bad it is: an error means that something meant as a card is lost."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, at a place in the text.

    ``code`` is stable and documented in docs/diagnostics.md. ``line`` and ``column`` count from 1;
    0 stands for the whole file. ``excerpt`` is the source line as it stands, for the caret, which
    stands below the column, or below ``caret`` where the line is not shown as it stands in the
    file. ``near`` are words of the text, at or below the line, to which the caret belongs. ``unit``
    says what ``line`` counts: documents have slides or pages.
    """

    code: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    column: int = 0
    hint: str = ""
    excerpt: str = ""
    unit: Unit = "line"
    caret: int = 0
    near: str = ""


class EnvironmentProblem(Exception):
    """The world does not let us work: a path, a permission, a full disk, a lock from the future.

    Raised by the edges only and caught once, by the command line, which exits with 2.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
