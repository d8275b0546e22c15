"""Document -> notes, in the order of the page, and what became no note."""

from dataclasses import dataclass, replace

from deckgen.extract import cards, concepts
from deckgen.extract.concepts import Passage
from deckgen.extract.concepts.language import Language
from deckgen.extract.language import sentences
from deckgen.extract.languages import detection
from deckgen.extract.trail import Trail
from deckgen.model.coverage import Told
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import (
    Block,
    Definition,
    Document,
    Heading,
    Listing,
    Pair,
    Paragraph,
    Question,
)
from deckgen.model.note import ConceptNote, Note, Origin, QuestionNote, front

_LONG_ANSWER = 40  # words: such an answer holds more than its question asks
_TEASED = 12  # blocks at most above a question that they announce


@dataclass(frozen=True, slots=True)
class Extracted:
    """The notes of a document, what was left out of them, and its running text told by sentence."""

    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...]
    told: tuple[Told, ...] = ()


def extract(document: Document) -> Extracted:
    """All notes of one document: what its author wrote as cards, then what its prose holds."""
    notes: list[Note] = []
    diagnostics: list[Diagnostic] = []
    told: list[Told] = []
    passages: list[Passage] = []
    trail = Trail(document)
    ids = dict(document.ids)
    lead = ""
    languages = detection.of_blocks(document)
    for at, (block, language) in enumerate(zip(document.blocks, languages, strict=True)):
        trail.pass_by(block, document.blocks[at + 1 : at + 2])
        prose = Origin(
            document.path,
            block.line,
            trail.headings,
            document.markup,
            extracted=True,
            tags=_tags(trail, block),
        )
        made, problems = cards.notes(block, _of_card(prose, block, ids))
        notes += made
        diagnostics += problems
        if isinstance(block, Question):
            passages += _explained(block, prose, language)
        elif isinstance(block, Paragraph) and _is_teaser(document, at):
            told += [
                Told(sentence, block.line, "context", "announces the question")
                for sentence in sentences.split(block.text)
            ]
        elif isinstance(block, Paragraph):
            passages.append(Passage(block.text.replace("==", ""), prose, language))
        elif isinstance(block, Pair) and document.saved:
            passages += _long_answer(block, prose, language)
        elif isinstance(block, Listing):
            listed = language.listed(block, lead, prose)
            notes += listed
            if not listed and language.of_sentences(block):
                passages += [Passage(item, prose, language) for item in block.items]
        lead = block.text if isinstance(block, Paragraph | Heading) else ""
    found, of_prose = concepts.extract(
        tuple(passages),
        _topic(document),
        tuple(_asked(n) for n in notes),
        _everything(document),
        document.density or "normal",
    )
    notes += found
    told += of_prose
    diagnostics += cards.repeated_terms(document)
    diagnostics += _lost_ids(document, notes)
    return Extracted(
        _in_order(notes), tuple(diagnostics), tuple(sorted(told, key=lambda t: t.line))
    )


def _tags(trail: Trail, block: Block) -> tuple[str, ...]:
    """The tags above a block, and those of a paragraph itself."""
    own = block.tags if isinstance(block, Paragraph) else ()
    return tuple(dict.fromkeys((*trail.tags, *own)))


def _of_card(origin: Origin, block: Block, ids: dict[int, str]) -> Origin:
    """Where a card comes from that its author wrote, with its own tags."""
    tags = getattr(block, "tags", ()) if not isinstance(block, Heading) else ()
    headings = origin.headings
    if isinstance(block, Question | Pair | Definition):
        headings = tuple(h for h in headings if h != _front(block))
    return replace(
        origin,
        headings=headings,
        extracted=False,
        id=ids.get(block.line, ""),
        tags=tuple(dict.fromkeys((*origin.tags, *tags))),
    )


def _front(block: Question | Pair | Definition) -> str:
    if isinstance(block, Question):
        return block.stem
    return block.front if isinstance(block, Pair) else block.term


def _lost_ids(document: Document, notes: list[Note]) -> list[Diagnostic]:
    used = {note.origin.line for note in notes if note.origin.id}
    return [
        Diagnostic(
            "id-without-note",
            Severity.WARNING,
            f"the id “{name}” stands where no note begins",
            document.path,
            line,
            1,
            "move it to the end of the first line of its note, or delete it",
            near="<!--",
        )
        for line, name in document.ids
        if line not in used
    ]


def _explained(block: Question, origin: Origin, language: Language) -> list[Passage]:
    """An explanation is prose too, but only where it is more than a line on its own question."""
    return [
        Passage(text, origin, language, of_question=True)
        for text in block.explanation
        if len(text.split()) > 25
    ]


def _long_answer(block: Pair, origin: Origin, language: Language) -> list[Passage]:
    """A letter to the editor with its answer, as pages write them: an article in small."""
    long = len(block.back.split()) > _LONG_ANSWER
    return [Passage(block.back, origin, language)] if long else []


def _is_teaser(document: Document, at: int) -> bool:
    """What stands above the first question of a page only announces it."""
    if not document.saved:
        return False
    top = document.blocks[: _TEASED + 1]
    if document.markup == "markdown" and any(
        isinstance(b, Heading) and b.level > 1 for b in document.blocks[:at]
    ):
        return False  # a section of its own
    first = next((i for i, b in enumerate(top) if isinstance(b, Question)), -1)
    return at < first


def _topic(document: Document) -> str:
    stems = [b.stem for b in document.blocks if isinstance(b, Question)]
    headings = [b.text for b in document.blocks if isinstance(b, Heading)]
    return " ".join([document.title, *stems[:5], *headings])


def _everything(document: Document) -> str:
    """All running text of the page, to tell names from other words."""
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Question):
            texts += [block.stem, *(o.text for o in block.options), *block.explanation]
        elif isinstance(block, Paragraph):
            texts.append(block.text)
    return " ".join(texts)


def _asked(note: Note) -> tuple[str, str]:
    if isinstance(note, QuestionNote):
        # What a long answer holds is not asked yet.
        return note.stem, note.answer if len(note.answer.split()) <= _LONG_ANSWER else ""
    return front(note), note.back if isinstance(note, ConceptNote) else ""


def _in_order(notes: list[Note]) -> tuple[Note, ...]:
    """By the line they come from; the question before what its explanation holds."""
    return tuple(sorted(notes, key=lambda n: (n.origin.line, n.origin.extracted)))
