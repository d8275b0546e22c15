"""Notes as the extraction makes them: plain values, their text still in the source's markup."""

from dataclasses import dataclass

from deckgen.model.source import Markup, Unit

EXTRACTED_TAG = "deckgen::extracted"  # of a note that deckgen found in prose


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a note comes from. ``headings`` run from the title down to the nearest one.

    ``extracted`` says that deckgen found the note in prose, where the author wrote no card; ``id``
    is what the author calls the note, or empty. ``tags`` are the author's, for this note. ``unit``
    is what ``line`` counts. ``cited`` is the place that the note was drafted from, or empty.
    """

    path: str
    line: int
    headings: tuple[str, ...]
    markup: Markup
    extracted: bool = False
    id: str = ""
    tags: tuple[str, ...] = ()
    unit: Unit = "line"
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question, with what the source says of this choice alone.

    ``fixed`` says that it keeps its place when the others are shuffled.
    """

    text: str
    right: bool
    rationale: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """A question; ``choices`` is empty for a plain question and answer.

    ``answer`` is the text of the right choices or of the plain answer; ``explanation`` holds
    paragraphs. ``several`` says that it asks for all that is right; ``numbered`` that the text
    calls the choices by numbers, not by letters.
    """

    stem: str
    choices: tuple[Choice, ...]
    answer: str
    explanation: tuple[str, ...]
    origin: Origin
    several: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ConceptNote:
    """A front and a back; the other direction is asked as well if ``reverse_front`` is given.

    ``extra`` is shown below the answer: an example, for instance.
    """

    front: str
    back: str
    origin: Origin
    evidence: str = ""
    reverse_front: str = ""
    reverse_back: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class ClozeNote:
    """A text with ``{{c1::deletions}}``; ``extra`` is shown below it once it is uncovered."""

    text: str
    origin: Origin
    evidence: str = ""
    extra: str = ""


Note = QuestionNote | ConceptNote | ClozeNote


def front(note: Note) -> str:
    """The question side of a note, as far as one text tells it; a cloze with its deletions."""
    if isinstance(note, QuestionNote):
        return note.stem
    return note.front if isinstance(note, ConceptNote) else note.text
