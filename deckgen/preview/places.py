"""Where a sentence stands in a source, however its lines break, space and mark it."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_LINES = 80  # below the beginning of a paragraph in which its sentences are looked for
_FAR = 20_000  # letters between two sentences of a paragraph
_LOOSE = frozenset(" \t\u00a0")

Span = tuple[int, int, int]  # the number of a line, and where in it the span begins and ends


class Finder:
    """Finds sentences one after the other: letters and figures count, and nothing else."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._from = 0
        self._letters = ""
        self._places: list[tuple[int, int]] = []
        self._at = 0

    def find(self, sentence: str, line: int) -> tuple[Span, ...]:
        """The parts of a sentence whose paragraph starts at a line; none where it is not there."""
        if line != self._from:
            self._read(line)
        wanted = "".join(letter for char in sentence for letter in _letters(char))
        if not wanted:
            return ()
        until = self._at + _FAR + len(wanted)
        at = self._letters.find(wanted, self._at, until)
        if at < 0:
            return ()
        self._at = at + len(wanted)
        return tuple(self._spans(self._places[at : self._at]))

    def _read(self, line: int) -> None:
        self._from, self._at = line, 0
        letters: list[str] = []
        self._places = []
        for number in range(line, min(line + _LINES, len(self._lines) + 1)):
            for column, char in enumerate(self._lines[number - 1]):
                for letter in _letters(char):
                    letters.append(letter)
                    self._places.append((number, column))
        self._letters = "".join(letters)

    def _spans(self, places: list[tuple[int, int]]) -> Iterator[Span]:
        """From the first letter of each line to the last, with the signs that touch them."""
        for number, group in groupby(places, key=lambda place: place[0]):
            columns = [column for _, column in group]
            text = self._lines[number - 1]
            begin, end = columns[0], columns[-1] + 1
            while begin > 0 and text[begin - 1] not in _LOOSE and not text[begin - 1].isalnum():
                begin -= 1
            while end < len(text) and text[end] not in _LOOSE and not text[end].isalnum():
                end += 1
            yield number, begin, end


def _letters(char: str) -> str:
    """The letters and figures that a sign stands for, without case and accents."""
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    plain = unicodedata.normalize("NFKD", char).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
