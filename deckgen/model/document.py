"""A parsed source: blocks in reading order, each with the line it starts on."""

from dataclasses import dataclass
from typing import Literal

from deckgen.model.source import Markup

Density = Literal["sparse", "normal", "dense"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1. Its ``tags`` belong to all that stands below it."""

    text: str
    level: int
    line: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, its lines joined."""

    text: str
    line: int
    tags: tuple[str, ...] = ()


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
    ``key_place`` is the line and the column of the key, (0, 0) where there is none.
    """

    stem: str
    options: tuple[Option, ...]
    key: str
    explanation: tuple[str, ...]
    line: int
    number: int | None = None
    tags: tuple[str, ...] = ()
    column: int = 1
    key_place: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its answer in so many words: ``Q:`` and ``A:``, a heading that asks."""

    front: str
    back: str
    line: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means: a line of a glossary. ``both`` asks for the term as well."""

    term: str
    text: str
    line: int
    example: str = ""
    both: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cloze:
    """A paragraph or list item with ``{{c1::deletions}}``; ``extra`` is told with the answer."""

    text: str
    line: int
    tags: tuple[str, ...] = ()
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """``#tags`` on a line of their own: they belong to all that stands under the same heading."""

    names: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Chrome:
    """A line of the site around the text; ``reason`` says how it was told."""

    text: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What belongs to a text and is no running text: a caption, a footnote, a list of sources.

    ``kind`` says which.
    """

    text: str
    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class SharedCase:
    """A text that the questions ``first`` to ``last`` refer to, by their numbers."""

    text: str
    first: int
    last: int
    line: int


@dataclass(frozen=True, slots=True)
class Drafted:
    """A note as a draft has it, its parts labelled.

    ``front`` is the stem of a question, the front of a concept, or the text of a cloze; ``back``
    the plain answer. ``reverse`` are the front and the back of the other direction, both empty for
    none. ``cited`` is the place that the note was drafted from ("page.txt, line 12"); ``evidence``
    the sentence there, if deckgen found the note in prose (``extracted``).
    """

    kind: Literal["question", "concept", "cloze"]
    front: str
    line: int
    back: str = ""
    options: tuple[Option, ...] = ()
    explanation: tuple[str, ...] = ()
    reverse: tuple[str, str] = ("", "")
    extra: str = ""
    cited: str = ""
    evidence: str = ""
    extracted: bool = False
    tags: tuple[str, ...] = ()


Block = (
    Heading
    | Paragraph
    | Listing
    | Verbatim
    | Question
    | Pair
    | Definition
    | Cloze
    | Drafted
    | Tags
    | SharedCase
    | Aside
    | Chrome
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one line was taken for: by which rule, and in which role ("stem"), or empty."""

    line: int
    rule: str
    role: str


@dataclass(frozen=True, slots=True)
class Document:
    """All blocks of one source.

    ``title`` is empty where the page has none; ``ids`` are the note ids that the author wrote, by
    the line of the note. ``saved`` says that the page has a site around it, and a layout that had
    to be guessed. ``parts`` tell what each line with text was taken for, in order. ``deck`` and
    ``tags`` are what the front matter says of all notes; ``deck`` is empty where it says nothing.
    ``definitions`` are those of links and footnotes, by label ("tides", "^1"), in their markup.
    ``density`` is how many notes its front matter wants out of its prose; None where it is silent.
    ``replaces`` are the pages in whose place a draft stands, None for a file that is no draft.
    ``ignore`` are the rules of the editor that its front matter silences.
    """

    path: str
    markup: Markup
    title: str
    blocks: tuple[Block, ...]
    ids: tuple[tuple[int, str], ...] = ()
    saved: bool = False
    parts: tuple[Part, ...] = ()
    deck: str = ""
    tags: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    density: Density | None = None
    replaces: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
