"""Document -> notes, in the order of the page, and what became no note."""

import re
from dataclasses import replace

from deckgen.extract import cards, concepts
from deckgen.extract.concepts import Passage
from deckgen.extract.trail import Trail
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import (
    Block,
    Chrome,
    Cloze,
    Definition,
    Document,
    Heading,
    Listing,
    Pair,
    Paragraph,
    Question,
)
from deckgen.model.note import ConceptNote, Note, Origin, QuestionNote

_TEASED = 12  # blocks at most above a question that they announce
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\(|!\[\[")


def extract(document: Document) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """All notes of one document: what its author wrote as cards, then what its prose holds."""
    notes: list[Note] = []
    diagnostics: list[Diagnostic] = []
    passages: list[Passage] = []
    trail = Trail(document)
    ids = dict(document.ids)
    lead = ""
    for at, block in enumerate(document.blocks):
        trail.pass_by(block, document.blocks[at + 1 : at + 2])
        prose = Origin(
            document.path,
            block.line,
            trail.headings,
            document.markup,
            extracted=True,
            tags=trail.tags,
        )
        made, problems = cards.notes(block, _of_card(prose, block, ids))
        notes += made
        diagnostics += problems
        if isinstance(block, Question):
            passages += _explained(block, prose)
        elif isinstance(block, Paragraph) and not _is_teaser(document, at):
            passages.append(Passage(block.text, prose))
        elif isinstance(block, Listing) and (note := concepts.of_list(block, lead, prose)):
            notes.append(note)
        lead = block.text if isinstance(block, Paragraph | Heading) else ""
    notes += concepts.extract(
        tuple(passages), _topic(document), tuple(_asked(n) for n in notes), _everything(document)
    )
    diagnostics += cards.repeated_terms(document)
    diagnostics += _lost_ids(document, notes) + _left_out(document)
    return _in_order(notes), tuple(diagnostics)


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


def _left_out(document: Document) -> list[Diagnostic]:
    """What this version does not carry over from Markdown yet."""
    if document.markup != "markdown":
        return []
    found: list[Diagnostic] = []
    for block in document.blocks:
        if isinstance(block, Question | Pair | Definition | Cloze) and _IMAGE.search(
            _asked_text(block)
        ):
            message = "the image in this card is left out; its description stands in its place"
            hint = "say in words what the card needs of it"
            found.append(
                Diagnostic(
                    "image-left-out", Severity.WARNING, message, document.path, block.line, 1, hint
                )
            )
    first = document.blocks[0] if document.blocks else None
    if isinstance(first, Chrome) and first.reason == "front matter":
        message = "front matter is not read"
        hint = "the name of the deck belongs into deckgen.toml"
        found.append(
            Diagnostic("front-matter-unread", Severity.NOTE, message, document.path, 1, 1, hint)
        )
    return found


def _asked_text(block: Block) -> str:
    if isinstance(block, Question):
        return "\n".join([block.stem, *(o.text for o in block.options), *block.explanation])
    if isinstance(block, Definition):
        return f"{block.term}\n{block.text}"
    if isinstance(block, Pair):
        return f"{block.front}\n{block.back}"
    return block.text if isinstance(block, Cloze) else ""


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
        )
        for line, name in document.ids
        if line not in used
    ]


def _explained(block: Question, origin: Origin) -> list[Passage]:
    """An explanation is prose too, but only where it is more than a line on its own question."""
    return [Passage(text, origin) for text in block.explanation if len(text.split()) > 25]


def _is_teaser(document: Document, at: int) -> bool:
    """What stands above the first question of a page only announces it."""
    if not document.saved:
        return False
    top = document.blocks[: _TEASED + 1]
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
        return note.stem, note.answer
    return (note.front, note.back) if isinstance(note, ConceptNote) else (note.text, "")


def _in_order(notes: list[Note]) -> tuple[Note, ...]:
    """By the line they come from; the question before what its explanation holds."""
    return tuple(sorted(notes, key=lambda n: (n.origin.line, n.origin.extracted)))
