"""A source: the text of one file, as it came in."""

from dataclasses import dataclass
from typing import Literal

Markup = Literal["plain", "markdown"]


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file.

    ``path`` is relative to the root of the build, with forward slashes on every system, so that
    the lock reads the same everywhere. ``markup`` says how the text of a field is rendered.
    """

    path: str
    text: str
    markup: Markup
