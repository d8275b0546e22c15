"""Document -> notes, in the order of the page, and what became no note."""

import re
from dataclasses import replace

from deckgen.extract import concepts, questions
from deckgen.extract.concepts import Passage
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import (
    Block,
    Chrome,
    Cloze,
    Document,
    Heading,
    Listing,
    Pair,
    Paragraph,
    Question,
)
from deckgen.model.note import ClozeNote, ConceptNote, Note, Origin, QuestionNote

_DELETION = re.compile(r"\{\{c0*[1-9]\d{0,2}::(?!\}\})(?!\s*\}\})[^\0]{1,5000}?\}\}")
_TEASED = 12  # blocks at most above a question that they announce
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\(|!\[\[")


def extract(document: Document) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """All notes of one document: what its author wrote as cards, then what its prose holds."""
    notes: list[Note] = []
    diagnostics: list[Diagnostic] = []
    passages: list[Passage] = []
    trail = _Trail(document)
    ids = dict(document.ids)
    lead = ""
    for at, block in enumerate(document.blocks):
        trail.pass_by(block, document.blocks[at + 1 : at + 2])
        origin = Origin(
            document.path, block.line, trail.headings, document.markup, id=ids.get(block.line, "")
        )
        if isinstance(block, Question):
            headings = tuple(h for h in origin.headings if h != block.stem)
            asked, problems = questions.note(block, replace(origin, headings=headings))
            diagnostics.extend(problems)
            if asked:
                notes.append(asked)
            passages += _explained(block, origin)
        elif isinstance(block, Pair):
            notes_or_problem = _pair(block, origin)
            if isinstance(notes_or_problem, Diagnostic):
                diagnostics.append(notes_or_problem)
            else:
                notes.append(notes_or_problem)
        elif isinstance(block, Cloze):
            if _DELETION.search(block.text):
                notes.append(ClozeNote(block.text, origin))
            else:
                diagnostics.append(_no_deletion(block, document))
        elif isinstance(block, Paragraph) and not _is_teaser(document, at):
            passages.append(Passage(block.text, _from_prose(origin)))
        elif isinstance(block, Listing) and (
            note := concepts.of_list(block, lead, _from_prose(origin))
        ):
            notes.append(note)
        lead = block.text if isinstance(block, Paragraph | Heading) else ""
    notes += concepts.extract(
        tuple(passages), _topic(document), tuple(_asked(n) for n in notes), _everything(document)
    )
    diagnostics += _lost_ids(document, notes) + _left_out(document)
    return _in_order(notes), tuple(diagnostics)


class _Trail:
    """The headings above the block that is being read, from the title down."""

    def __init__(self, document: Document) -> None:
        self._title = document.title
        self._levels: list[tuple[int, str]] = [(0, self._title)] if self._title else []
        self._below_title = not self._title
        self._strict = document.markup == "markdown"

    def pass_by(self, block: Block, following: tuple[Block, ...]) -> None:
        """Take a block in. A heading of a plain page counts only if something stands below it."""
        if not isinstance(block, Heading):
            return
        if block.text == self._title:
            self._below_title = True
        elif self._below_title and (self._strict or block.level == 2 or _heads(following)):
            # Above the title stand the names of the site and its sections.
            self._levels = [(level, text) for level, text in self._levels if level < block.level]
            self._levels.append((block.level, block.text))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._levels)


def _heads(following: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Chrome | Heading | Question) for block in following)


def _left_out(document: Document) -> list[Diagnostic]:
    """What this version does not carry over from Markdown yet."""
    if document.markup != "markdown":
        return []
    found: list[Diagnostic] = []
    for block in document.blocks:
        if isinstance(block, Question | Pair | Cloze) and _IMAGE.search(_asked_text(block)):
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


def _asked_text(block: Question | Pair | Cloze) -> str:
    if isinstance(block, Question):
        return "\n".join([block.stem, *(o.text for o in block.options), *block.explanation])
    return f"{block.front}\n{block.back}" if isinstance(block, Pair) else block.text


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


def _pair(block: Pair, origin: Origin) -> QuestionNote | Diagnostic:
    if not block.back:
        return Diagnostic(
            "question-without-answer",
            Severity.ERROR,
            "this question has an empty answer",
            origin.path,
            block.line,
            1,
            "write the answer after “A:”",
        )
    return QuestionNote(block.front, (), block.back, (), origin)


def _no_deletion(block: Cloze, document: Document) -> Diagnostic:
    message = "this cloze hides nothing: a deletion is empty, numbered 0, or never closed"
    hint = "write it as {{c1::what is hidden}}"
    return Diagnostic(
        "cloze-without-deletion", Severity.ERROR, message, document.path, block.line, 1, hint
    )


def _from_prose(origin: Origin) -> Origin:
    return Origin(origin.path, origin.line, origin.headings, origin.markup, extracted=True)


def _explained(block: Question, origin: Origin) -> list[Passage]:
    """An explanation is prose too, but only where it is more than a line on its own question."""
    return [
        Passage(text, _from_prose(origin)) for text in block.explanation if len(text.split()) > 25
    ]


def _is_teaser(document: Document, at: int) -> bool:
    """What stands above the first question of a page only announces it."""
    if document.markup == "markdown":
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
