"""HTML as the readers of documents write it: a line for each paragraph, and where it stands."""

from collections import Counter
from dataclasses import dataclass, field
from html import escape

from deckgen.convert import web
from deckgen.convert.documents import Converted
from deckgen.model.source import Place, Unit

_MARKS = {"b": "strong", "i": "em", "sub": "sub", "sup": "sup"}


@dataclass(slots=True)
class Html:
    """Lines of HTML, the unit of each, and what was left out."""

    unit: Unit
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, line: str, number: int) -> None:
        """One line, which may hold no break."""
        self.lines.append(line.replace("\n", " ").replace("\r", " "))
        self.numbers.append(number)

    def leave_out(self, kind: str, number: int) -> None:
        """Count something that a card cannot show."""
        self.left[kind] += 1
        self.first.setdefault(kind, number)

    def converted(self) -> Converted:
        """The Markdown of all lines."""
        writer = web.write("\n".join(self.lines), saved=False)
        last = len(self.numbers)
        places: list[Place] = [(self.numbers[min(line, last) - 1], 0) for line, _ in writer.places]
        left = tuple((kind, n, self.first[kind]) for kind, n in self.left.items())
        return Converted(tuple(writer.lines), tuple(places), self.unit, left_out=left)


def styled(text: str, styles: list[str]) -> str:
    """Text with the marks of a run around it."""
    shown = escape(text, quote=False).replace("\t", " ")
    for style in styles:
        shown = f"<{_MARKS[style]}>{shown}</{_MARKS[style]}>"
    return shown


def formula(tex: str) -> str:
    """A formula as the reader of pages knows it."""
    safe = tex.replace("</", "< /")
    return f'<script type="math/tex">{safe}</script>' if tex.strip() else ""
