"""The parts of a worksheet: ``Part II: True or False`` above its questions, and in its key.

Where each part counts from one, the label tells which answers belong to which questions.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.parse import markers, wording
from deckgen.parse.lines import Line
from deckgen.parse.page import names_key

_ID = r"(?:\d{1,2}|[IVX]{1,4}|[A-Z])"
_LABEL = rf"(?:{wording.PART})\s?(?:n[o°.]{{1,2}}\s?)?(?P<id>{_ID})(?![\w'’])"
_HEADING = re.compile(rf"{_LABEL}\s?(?=$|[:.(\[–—-]|(?:answer|key|solution))", re.IGNORECASE)
_OF_KEY = re.compile(_LABEL, re.IGNORECASE)  # "Key to Part II"
_ALONE = re.compile(rf"(?P<id>{_ID})\s?[.):–—-]\s+(?=[^\W\d_])")  # "B. True or False"
# As in: Part II: 5) T, or Exercise 1 - 1b 2c
_IN_KEY = re.compile(
    rf"(?:(?:{wording.PART})\s?{_ID}\b(?:\s?[(\[][^()\[\]]{{1,60}}[)\]])?"
    rf"(?:\s?[–—-]\s[^:\d]{{2,50}}(?=:))?\s?[:.–—-]{{0,2}}|[IVX]{{1,4}}\s?[.):]|(?P<kind>[^\W\d][^:\d]{{2,40}}):)"
    r"\s{0,8}(?=(?:q\.?\s?)?\d{1,3}\s?(?:[-.):=–—]\s?|\s)?[^\s\d])",
    re.IGNORECASE,
)
_KINDS = {
    "choice": r"multiple[- ]choice|multiple[- ]response|mcqs?\b|qcm\b|mehrfachauswahl|ankreuz"
    r"|(?:opción|selección) múltiple|scelta multipla|múltipla escolha|meerkeuze",
    "truth": r"true\s?(?:or|/|-|and)\s?false|t\s?/\s?f\b|vrai\s?(?:ou|/)\s?faux"
    r"|richtig\s?(?:oder|/)\s?falsch|verdadero\s?(?:o|/)\s?falso|verdadeiro\s?(?:ou|/)\s?falso"
    r"|vero\s?(?:o|/)\s?falso|(?:waar|juist)\s?(?:of|/)\s?on",
    "blank": r"fill|complet(?:ion|e the)|gaps?\b|blanks?\b|cloze|lücken|ergänz|compl[éè]t|completa"
    r"|textes? à trous|invul",
    "match": r"match|zuordn|ordne|associe|reli(?:e|ez)\b|relacion|empareja|abbina|koppel",
    "words": r"short[- ]answers?|essays?|open[- ]ended|open questions|identif",
}
_KIND = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{words}))" for kind, words in _KINDS.items()), re.IGNORECASE
)
ASKING = frozenset({"truth", "blank", "words"})  # kinds whose questions have no options
_ROMANS = {numeral: str(i) for i, numeral in enumerate(markers.ROMANS, 1)}
_LONGEST = 90  # characters of such a heading
_KIND_WORDS = 6  # of one without a number


@dataclass(frozen=True, slots=True)
class Part:
    """What a heading says of the questions or answers below it: ``id``, ``kind``, or both."""

    id: str = ""
    kind: str = ""

    def fits(self, other: "Part") -> bool:
        """Whether both may be the same part: nothing that they say is against it."""
        if self.id and other.id:
            return self.id == other.id
        return not (self.kind and other.kind) or self.kind == other.kind


@dataclass(frozen=True, slots=True)
class Parts:
    """The headings of parts on a page: ``starts`` are the numbers of their lines, in order."""

    starts: tuple[int, ...]
    parts: tuple[Part, ...]

    def at(self, line: int, after: int = 0) -> Part:
        """The part in which a line stands, if its heading stands behind the line ``after``."""
        place = bisect_right(self.starts, line) - 1
        return self.parts[place] if place >= 0 and self.starts[place] > after else Part()


def find(lines: Sequence[Line]) -> Parts:
    """The parts of a page. A heading without a number stands below a blank line."""
    found: list[tuple[int, Part]] = []
    for i, line in enumerate(lines):
        part = _part(line) if line.text and not line.verbatim else None
        if part and (part.id or i == 0 or lines[i - 1].blank or _label_in_key(line.text)):
            found.append((line.number, part))
    return Parts(tuple(number for number, _ in found), tuple(part for _, part in found))


def opens(line: Line) -> bool:
    """Whether a line says that another part begins, and of what kind its questions are."""
    part = _part(line) if line.text and not line.verbatim else None
    return part is not None and bool(part.id and part.kind)


def unlabelled(line: Line) -> Line:
    """A line of a key without the part in front of its answers; they keep their columns."""
    label = _label_in_key(line.text) if not line.verbatim else ""
    if not label:
        return line
    raw = " " * (line.indent + len(label)) + line.text[len(label) :]
    return replace(line, text=line.text[len(label) :], raw=raw)


def _label_in_key(text: str) -> str:
    """What stands in front of the answers of a part on their line: ``Part II: `` 5) T  6) F."""
    found = _IN_KEY.match(text)
    return found[0] if found and (not found["kind"] or _kind(found["kind"])) else ""


def _part(line: Line) -> Part | None:
    """The part that a line names. A letter or a number alone needs the kind of questions."""
    text = markers.bare(line.text)
    text = _label_in_key(text) or text
    if len(text) > _LONGEST or markers.bullet(text):
        return None
    named = _kind(text)
    label = _HEADING.match(text) or (_ALONE.match(text) if named else None)
    label = label or (_OF_KEY.search(text) if names_key(text) else None)
    if label:
        name = label["id"].upper()
        return Part(_ROMANS.get(name, name), named)
    return Part("", kind_of) if (kind_of := kind(text)) else None


def kind(text: str) -> str:
    """The kind of questions below a heading that names nothing else, or nothing."""
    if len(text.split()) > _KIND_WORDS or markers.numbered(text) or markers.letter(text):
        return ""
    return _kind(text)


def _kind(text: str) -> str:
    found = _KIND.search(text)
    return (found.lastgroup or "") if found else ""
