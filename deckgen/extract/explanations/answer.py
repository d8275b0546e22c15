"""The right answer as it was found in an explanation."""

from dataclasses import dataclass

from deckgen.extract.explanations.shapes import Shape

LONGEST = 24  # words of an answer that still reads as an option
LONGEST_NAME = 8  # words of an answer without a verb


@dataclass(frozen=True, slots=True)
class Answer:
    """The right answer, its shape, and the number of the sentence that gives it."""

    text: str
    shape: Shape
    at: int = 0
