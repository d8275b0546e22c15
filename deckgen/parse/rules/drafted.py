"""A note of a draft: its parts behind labels, what belongs to a part indented below it.

Such a note stands below a comment that tells where it was drafted from. Every line that begins at
the margin is a label, so that no text within can be taken for something else.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from deckgen.model.document import Drafted, Heading, Option
from deckgen.parse import deletions, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

INDENT = "  "  # in front of what goes on
_LABEL = re.compile(
    r"(?P<label>Q|A|Text|Front|Back|Reverse front|Reverse back|Extra|Explanation|Why"
    r"|- \[(?P<mark>[ xX])\])(?P<sign>:|(?<=\])(?=\s|$)) ?(?P<text>.*)"
)
_OPENING = ("Q", "Front", "Text")  # labels of a first line
# What may follow in a note, by its first label.
_WITHIN = {
    "Q": ("A", "[]", "Why", "Explanation"),
    "Front": ("Back", "Reverse front", "Reverse back", "Extra"),
    "Text": ("Extra",),
}
_MANY = ("[]", "Why")
_COLONS = re.compile(r"(?P<front>\S.{0,2000}?) (?P<sign>:::?) (?P<back>\S.*)")
_CITED = re.compile(
    r"(?P<extracted>extracted )?from: (?P<place>.{1,1000}?, "
    r"(?:line|paragraph|slide|page|chapter) \d{1,9})(?:: (?P<evidence>\S.*))?"
)


@dataclass
class _Part:
    """One label with its lines; ``mark`` is that of a box."""

    label: str
    mark: str = ""
    lines: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)  # indices of lines that part paragraphs

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        bounds = [-1, *self.gaps, len(self.lines)]
        pieces = (self.lines[a + 1 : b] for a, b in pairwise(bounds))
        return tuple(text for piece in pieces if (text := "\n".join(piece).strip("\n")))


def read(context: Context, at: int) -> Reading | None:
    """A heading of a draft, which asks nothing by itself, or a note below its comment."""
    page = context.page
    if not page.markdown:
        return None
    if context.draft and (heading := page.heading(at)):
        text, names = tags.apart(heading[1], anywhere=True)
        return Reading((Heading(text, heading[0], page.lines[at].number, names),), at + 1)
    comment = _comment(page, at)
    cited = _CITED.fullmatch(comment) if comment else None
    if not cited:
        return None
    opened = _opened(page.lines[at])
    if not opened:
        return None
    parts, names, stop = _parts(page, at, opened)
    made = _made(parts, page.lines[at].number, names, cited)
    return Reading((made,), stop)


def _comment(page: Page, at: int) -> str:
    """What the nearest comment above a note says of it; empty where other text stands between."""
    here = at - 1
    while here >= 0 and page.lines[here].blank:
        if page.lines[here].drafted:
            return page.lines[here].drafted
        here -= 1
    return ""


def _opened(line: Line) -> list[_Part]:
    """The parts that the first line of a note begins, none for a line that begins no note."""
    if line.verbatim or line.indent:
        return []
    label = _LABEL.fullmatch(line.raw)
    if label:
        return [_part(label)] if label["label"] in _OPENING else []
    if deletions.OPENING.search(line.text):
        return [_Part("Text", lines=[line.raw])]
    colons = _COLONS.fullmatch(line.raw)
    if not colons:
        return []
    front, back = colons["front"], colons["back"]
    parts = [_Part("Front", lines=[front]), _Part("Back", lines=[back])]
    if colons["sign"] == ":::":
        parts = [_Part("Reverse front", lines=[back]), _Part("Reverse back", lines=[front]), *parts]
    return parts


def _part(label: re.Match[str]) -> _Part:
    return _Part("[]" if label["mark"] else label["label"], label["mark"] or "", [label["text"]])


def _parts(page: Page, at: int, parts: list[_Part]) -> tuple[list[_Part], tuple[str, ...], int]:
    """All parts of a note, its tags, and the index behind it."""
    here = stop = at + 1
    while here < len(page.lines):
        line = page.lines[here]
        inside = bool(line.indent) or (line.verbatim and page.lines[here - 1].verbatim)
        if line.drafted or line.id:
            break
        if line.blank:
            if not line.verbatim:
                parts[-1].gaps.append(len(parts[-1].lines))
            parts[-1].lines.append("")
        elif inside:
            parts[-1].lines.append(line.raw.removeprefix(INDENT))
        elif names := tags.of_line(line):
            return parts, names, here + 1
        elif (label := _LABEL.fullmatch(line.raw)) and _belongs(part := _part(label), parts):
            parts.append(part)
        elif page.gap(here) or page.heading(here) or line.verbatim or (label and _opens(label)):
            break
        else:
            parts[-1].lines.append(line.raw)
        here += 1
        stop = here if not line.blank else stop
    return parts, (), stop


def _opens(label: re.Match[str]) -> bool:
    return label["label"] in _OPENING


def _belongs(part: _Part, parts: list[_Part]) -> bool:
    """Whether a label means something here; one that does not is text, so that it is seen."""
    before = [p.label for p in parts]
    opening = next(label for label in _OPENING if label in before)
    if part.label not in _WITHIN[opening] or (part.label in before and part.label not in _MANY):
        return False
    if part.label == "Why":
        return before[-1] == "[]"
    return not ({part.label, *before} >= {"A", "[]"})  # a plain answer, or boxes


def _made(parts: list[_Part], line: int, names: tuple[str, ...], cited: re.Match[str]) -> Drafted:
    said = {part.label: part.text for part in parts}
    kind = {"Q": "question", "Front": "concept", "Text": "cloze"}
    opening = next(label for label in _OPENING if label in said)
    explanation = next((p.paragraphs for p in parts if p.label == "Explanation"), ())
    return Drafted(
        kind=kind[opening],  # type: ignore[arg-type]
        front=said[opening],
        line=line,
        back=said.get("A" if opening == "Q" else "Back", ""),
        options=_options(parts),
        explanation=explanation,
        reverse=(said.get("Reverse front", ""), said.get("Reverse back", "")),
        extra=said.get("Extra", ""),
        cited=_shown(cited["place"]),
        evidence=_shown(cited["evidence"] or ""),
        extracted=bool(cited["extracted"]),
        tags=names,
    )


def _shown(text: str) -> str:
    """What stands in a comment, which two signs would have ended."""
    return text.replace("--&gt;", "-->").replace("&#10;", "\n")


def _options(parts: list[_Part]) -> tuple[Option, ...]:
    """The boxes in their order, each with the reason that follows it."""
    found: list[Option] = []
    for part in parts:
        if part.label == "[]":
            found.append(Option(part.text, marked=part.mark in "xX"))
        elif part.label == "Why" and found:
            last = found.pop()
            found.append(Option(last.text, marked=last.marked, rationale=part.text))
    return tuple(found)
