"""A source as a person reads it, each part of its text marked with what became of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from deckgen.model.coverage import Told
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Part
from deckgen.model.explained import Explained
from deckgen.model.note import front
from deckgen.model.source import Place, Source, Unit
from deckgen.parse.lines import physical
from deckgen.preview.places import Finder
from deckgen.report.explained import PROSE, groups, taken_for
from deckgen.traced import Traced

Fate = Literal["card", "context", "chatter", "left out", "problem"]

# Lines that belong to cards without being one: they say where, announce them, give their answers.
_CONTEXT = frozenset(
    {"heading", "front matter", "tags", "shared case", "export of Anki", "question", "answer key"}
)
_WITHOUT = "prose without a card"
_TWICE = "its note stands elsewhere, or is kept out"


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of some text, why, and the notes that it made, by their position in the deck."""

    fate: Fate
    why: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, and the position of its mark; -1 for none."""

    text: str
    mark: int = -1


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem and the line of the shown text that it is about; 0 for the whole file."""

    line: int
    problem: Diagnostic


@dataclass(frozen=True, slots=True)
class View:
    """A source: its lines in pieces, its marks, what is wrong with it.

    ``unit`` is what the author's own file counts, where that is not the lines shown.
    """

    path: str
    unit: Unit
    lines: tuple[tuple[Piece, ...], ...]
    marks: tuple[Mark, ...]
    troubles: tuple[Trouble, ...]

    def words(self) -> Counter[Fate]:
        """How many words met which fate."""
        counts: Counter[Fate] = Counter()
        for line in self.lines:
            for piece in line:
                if piece.mark >= 0:
                    counts[self.marks[piece.mark].fate] += len(piece.text.split())
        return counts


def view(found: Explained, notes: Sequence[Traced], problems: Iterable[Diagnostic]) -> View:
    """What became of one source; ``problems`` are all of the build that name its path."""
    line = _lines(found.source)
    troubles = tuple(Trouble(line(problem), problem) for problem in problems)
    return _Viewing(found, notes, troubles).view()


def _lines(source: Source) -> Callable[[Diagnostic], int]:
    """What finds the line that a problem is about; a converted text has places of its own."""
    exact: dict[Place, int] = {}
    near: dict[int, int] = {}
    for number, place in enumerate(source.places, 1):
        exact.setdefault(place, number)
        near.setdefault(place[0], number)

    def line(problem: Diagnostic) -> int:
        if not source.places:
            return problem.line
        return exact.get((problem.line, problem.column)) or near.get(problem.line, 0)

    return line


class _Viewing:
    """The work on one source: marks are collected, and where in the lines they begin and end."""

    def __init__(
        self, found: Explained, notes: Sequence[Traced], troubles: tuple[Trouble, ...]
    ) -> None:
        self._found = found
        self._lines = physical(found.source.text)
        self._troubles = troubles
        self._notes: dict[int, list[Traced]] = {}  # by the line where they begin
        for traced in notes:
            self._notes.setdefault(traced.note.origin.line, []).append(traced)
        self._wrong: dict[int, list[str]] = {}  # what is wrong with a line
        for trouble in troubles:
            if trouble.problem.severity is not Severity.NOTE:
                self._wrong.setdefault(trouble.line, []).append(trouble.problem.message)
        self._marks: list[Mark] = []
        self._whole: dict[int, int] = {}  # the mark of a whole line, by its number
        self._spans: dict[int, list[tuple[int, int, int]]] = {}  # of a sentence: begin, end, mark
        self._of_prose = {text for told in found.told for text in told.fronts}

    def view(self) -> View:
        for group in groups(self._found):
            self._mark_group(group)
        self._mark_sentences()
        pieces = tuple(tuple(self._pieces(n, text)) for n, text in enumerate(self._lines, 1))
        source = self._found.source
        return View(source.path, source.unit, pieces, tuple(self._marks), self._troubles)

    def _mark_group(self, group: tuple[Part, ...]) -> None:
        """The lines of one block share a mark; those of the site have their own."""
        own = [part for part in group if part.rule != "site"]
        for part in group:
            if part.rule == "site":
                self._whole[part.line] = self._marked(Mark("left out", taken_for(part)))
        if own:
            mark = self._marked(self._became(own))
            self._whole |= {part.line: mark for part in own}

    def _became(self, group: list[Part]) -> Mark:
        rule = group[0].rule
        made = [
            traced.at
            for part in group
            for traced in self._notes.get(part.line, ())
            if not self._is_of_prose(traced)
        ]
        wrong = [message for part in group for message in self._wrong.get(part.line, ())]
        if notes := tuple(at for at in made if at is not None):
            return Mark("card", rule, notes)
        if wrong:
            return Mark("problem", wrong[0])
        if made:
            return Mark("left out", _TWICE)
        if rule in _CONTEXT:
            return Mark("context", rule)
        return Mark("left out", _WITHOUT if rule in PROSE else rule)

    def _is_of_prose(self, traced: Traced) -> bool:
        return traced.note.origin.extracted and front(traced.note) in self._of_prose

    def _mark_sentences(self) -> None:
        finder = Finder(self._lines)
        for told in self._found.told:
            around = self._whole.get(told.line, -1)
            is_card = around >= 0 and self._marks[around].fate == "card"
            if is_card and told.fate != "card":
                continue  # it stands on the card of its block
            spans = finder.find(told.text, told.line)
            mark = self._marked(self._fate(told)) if spans else -1
            for number, begin, end in spans:
                self._spans.setdefault(number, []).append((begin, end, mark))

    def _fate(self, told: Told) -> Mark:
        if told.fate != "card":
            return Mark(told.fate, told.why)
        notes = tuple(
            traced.at
            for traced in self._notes.get(told.line, ())
            if traced.at is not None and front(traced.note) in told.fronts
        )
        return Mark("card", "found in prose", notes) if notes else Mark("left out", _TWICE)

    def _marked(self, mark: Mark) -> int:
        self._marks.append(mark)
        return len(self._marks) - 1

    def _pieces(self, number: int, text: str) -> Iterator[Piece]:
        """A line in pieces: its sentences, and between them what the whole line is."""
        spans = sorted(self._spans.get(number, ()))
        between = self._whole.get(number, -1)
        if spans and between >= 0 and self._marks[between].fate != "card":
            between = -1  # the sentences say it all
        last = 0
        for begin, end, mark in spans:
            if begin < last:
                continue
            if begin > last:
                yield Piece(text[last:begin], between)
            yield Piece(text[begin:end], mark)
            last = end
        if last < len(text):
            yield Piece(text[last:], between)


def troubled(views: Iterable[View]) -> dict[int, tuple[Diagnostic, ...]]:
    """The problems of each note that has some, by the position of the note."""
    found: dict[int, tuple[Diagnostic, ...]] = {}
    for each in views:
        lines = sorted((t.line, t.problem) for t in each.troubles if t.line)
        for line, problem in lines:
            pieces = each.lines[line - 1] if line <= len(each.lines) else ()
            marks = [each.marks[p.mark] for p in pieces if p.mark >= 0]
            for at in dict.fromkeys(at for mark in marks for at in mark.notes):
                found[at] = (*found.get(at, ()), problem)
    return found
