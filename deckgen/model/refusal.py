"""A line with which the author refuses a note for good."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A GUID with the front behind it, for the reader; or a front alone. ``line`` counts from 1."""

    text: str
    line: int

    @property
    def word(self) -> str:
        """The first word, which may be a GUID."""
        return self.text.split(maxsplit=1)[0]
