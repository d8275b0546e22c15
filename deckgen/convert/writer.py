"""Runs of text -> lines of Markdown, each with its place in the original file."""

import re
from dataclasses import dataclass, field

from deckgen.convert.escape import escaped, single
from deckgen.model.source import Place

SHOWN = 160  # characters of what is left out, for the report
_MARKS = {"strong": "**", "em": "*"}
_LABEL = re.compile(r"\(?(?:Q ?)?(?:\d{1,4}|[A-Za-z])[.):]\)?|\W{1,3}")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line; ``styles`` stand around it, outermost first. Markup is not escaped."""

    text: str
    styles: tuple[str, ...]
    place: Place
    markup: bool = False


@dataclass(slots=True)
class Writer:
    """Takes text, breaks and ends of blocks, and makes lines of them.

    ``marker`` is put before the next line ("- ", "Answer: "). Lines of one ``group`` follow each
    other without a blank line between, like the items of a list; ``indent`` is that of the list.
    """

    lines: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    marker: str = ""
    indent: str = ""
    group: object = None
    _runs: list[list[Run]] = field(default_factory=lambda: [[]])
    _last: object = None
    _parted: bool = False
    _left: list[tuple[str, Place]] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether the block that is being written has any text."""
        return any(run.markup or run.text.strip() for line in self._runs for run in line)

    def text(self, data: str, place: Place, styles: tuple[str, ...] = ()) -> None:
        """Characters as they stand in the file; white space is but a space."""
        shown = re.sub(r"[ \t\r\n\f]+", " ", data)
        if shown == " ":
            if self._runs[-1] and not self._runs[-1][-1].text.endswith(" "):
                self._runs[-1].append(Run(" ", (), place))
            return
        if shown:
            lead = data[: len(data) - len(data.lstrip(" \t\r\n\f"))]
            below = lead.count("\n")
            column = len(lead) - lead.rfind("\n") if below else place[1] + len(lead)
            self._runs[-1].append(Run(shown, styles, (place[0] + below, column)))

    def markup(self, text: str, place: Place, styles: tuple[str, ...] = ()) -> None:
        """Markdown that is to be written as it is."""
        self._runs[-1].append(Run(text, styles, place, markup=True))

    def newline(self) -> None:
        """A break inside a block; two of them part paragraphs."""
        self._runs.append([])

    def end(self) -> None:
        """The block is complete."""
        runs, self._runs = self._runs, [[]]
        alone = single(run.text for line in runs for run in line if not run.markup)
        lines = [(_line(line, alone), _place(line)) for line in runs]
        while lines and not lines[-1][0]:
            lines.pop()
        while lines and not lines[0][0]:
            lines.pop(0)
        for i, (text, place) in enumerate(lines):
            if not text:
                self._last = None
            else:
                self._put(text, place, tight=i > 0 and bool(lines[i - 1][0]))
        for text, place in self._left:
            self._put(text, place, tight=False, marked=False)
        if self._left:
            self._last = None
        self._left = []

    def block(self, lines: list[tuple[str, Place]]) -> None:
        """Lines of Markdown as a block of their own: code, a table, a heading."""
        self.end()
        for i, (text, place) in enumerate(lines):
            self._put(text, place, tight=i > 0)
        self._last = None

    def leave_out(self, reason: str, text: str, place: Place) -> None:
        """Account for something that belongs to the site; a page shows it to nobody."""
        shown = re.sub(r"-{2,}|[<>]", " ", text)
        shown = " ".join(shown.split())
        if shown:
            shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1].rstrip() + "…"
            self._left.append((f"<!-- left out, {reason}: {shown} -->", place))

    def part(self) -> None:
        """Two blank lines before the next block: an answer ends there."""
        self._parted = True

    def take_left_out(self) -> list[tuple[str, Place]]:
        """What was left out and is not written yet, for another writer."""
        left, self._left = self._left, []
        return left

    def keep_left_out(self, left: list[tuple[str, Place]]) -> None:
        """What another writer has left out."""
        self._left += left

    def _put(self, text: str, place: Place, *, tight: bool, marked: bool = True) -> None:
        grouped = self.group is not None and self.group is self._last
        if self.lines and not tight and (self._parted or not grouped):
            blank = 2 if self._parted else 1
            self.lines += [""] * blank
            self.places += [place] * blank
        self._parted = False
        if marked and self.marker:
            text = self.marker + text
            self.marker = ""
        self.lines.append(self.indent + text if marked else text)
        self.places.append(place)
        self._last = self.group


def _place(runs: list[Run]) -> Place:
    return next((run.place for run in runs if run.markup or run.text.strip()), (1, 1))


def _line(runs: list[Run], alone: frozenset[str]) -> str:
    """One line of Markdown: text escaped, styles opened and closed around words, not spaces."""
    runs = _trimmed(runs)
    shared = [
        {s for other in (runs[i - 1 : i] + runs[i + 1 : i + 2]) for s in other.styles}
        for i in range(len(runs))
    ]
    runs = [
        run if {"sub", "sup"} & set(run.styles) and set(run.styles[:1]) <= around else _plain(run)
        for run, around in zip(runs, shared, strict=True)
    ]
    if len(runs) > 1 and runs[0].styles and _LABEL.fullmatch(runs[0].text.strip()):
        runs = [Run(runs[0].text, (), runs[0].place, runs[0].markup), *runs[1:]]  # a bold "A."
    parts: list[str] = []
    opened: tuple[str, ...] = ()
    for run in runs:
        text = run.text if run.markup else escaped(run.text, alone, first=not parts)
        kept = 0
        while kept < min(len(opened), len(run.styles)) and opened[kept] == run.styles[kept]:
            kept += 1
        closing = "".join(_close(style) for style in reversed(opened[kept:]))
        opening = "".join(_open(style) for style in run.styles[kept:])
        if closing:
            _insert_before_space(parts, closing)
        if opening:
            lead = text[: len(text) - len(text.lstrip(" "))]
            parts.append(lead)
            text = text[len(lead) :]
        parts += [opening, text]
        opened = run.styles
    if opened:
        _insert_before_space(parts, "".join(_close(style) for style in reversed(opened)))
    return re.sub(r" {2,}", " ", "".join(parts)).strip()


def _plain(run: Run) -> Run:
    """A run without emphasis around signs alone: a bold check mark is a check mark."""
    if run.markup or any(c.isalnum() for c in run.text):
        return run
    kept = tuple(style for style in run.styles if style not in _MARKS)
    return Run(run.text, kept, run.place)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Runs without those that show nothing at the ends, and spaces without a style."""
    spaced = [
        Run(run.text, (), run.place) if not run.markup and not run.text.strip() else run
        for run in runs
    ]
    while spaced and not spaced[0].markup and not spaced[0].text.strip():
        spaced.pop(0)
    while spaced and not spaced[-1].markup and not spaced[-1].text.strip():
        spaced.pop()
    if spaced and not spaced[0].markup:
        first = spaced[0]
        spaced[0] = Run(first.text.lstrip(" "), first.styles, first.place)
    return spaced


def _insert_before_space(parts: list[str], closing: str) -> None:
    """Put closing marks behind the last word; the spaces follow them."""
    spaces: list[str] = []
    while parts and not parts[-1].strip(" "):
        spaces.append(parts.pop())
    if parts:
        word = parts[-1].rstrip(" ")
        spaces.append(parts[-1][len(word) :])
        parts[-1] = word
    parts += [closing, *reversed(spaces)]


def _open(style: str) -> str:
    if style.startswith("["):
        return "["
    return _MARKS.get(style) or f"<{style}>"


def _close(style: str) -> str:
    if style.startswith("["):
        return f"]({style[1:]})"
    return _MARKS.get(style) or f"</{style}>"
