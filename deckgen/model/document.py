"""A parsed source: blocks in reading order, each with the line it starts on."""

from dataclasses import dataclass

from deckgen.model.source import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, its lines joined."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list, its markers removed."""

    items: tuple[str, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A code fence or a table, kept as it stands."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a multiple-choice question.

    ``label`` is the letter or number the page printed, or empty; ``marked`` says that the page
    itself marked this option as right; ``rationale`` is what it says of this option alone.
    """

    text: str
    label: str = ""
    marked: bool = False
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the page has it; what the page lost is empty.

    ``key`` is the raw value of the answer line or of the answer key ("C", "A, D", "Fog").
    ``explanation`` holds paragraphs. ``number`` is the page's own, for keys at the end.
    """

    stem: str
    options: tuple[Option, ...]
    key: str
    explanation: tuple[str, ...]
    line: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """``Q:`` and ``A:`` in so many words."""

    front: str
    back: str
    line: int


@dataclass(frozen=True, slots=True)
class Cloze:
    """A paragraph or list item with ``{{c1::deletions}}``."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Chrome:
    """A line of the site around the text; ``reason`` says how it was told."""

    text: str
    reason: str
    line: int


Block = Heading | Paragraph | Listing | Verbatim | Question | Pair | Cloze | Chrome


@dataclass(frozen=True, slots=True)
class Document:
    """All blocks of one source.

    ``title`` is empty where the page has none; ``ids`` are the note ids that the author wrote, by
    the line of the note.
    """

    path: str
    markup: Markup
    title: str
    blocks: tuple[Block, ...]
    ids: tuple[tuple[int, str], ...] = ()
