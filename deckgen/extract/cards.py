"""What an author wrote as a card -> notes, or what keeps it from becoming one."""

import re
from dataclasses import replace

from deckgen.extract import drafted, questions
from deckgen.extract.drafted import Made
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import (
    Block,
    Cloze,
    Definition,
    Document,
    Drafted,
    Pair,
    Question,
)
from deckgen.model.note import ClozeNote, ConceptNote, Note, Origin, QuestionNote

_DELETION = re.compile(r"\{\{c0*[1-9]\d{0,2}::(?!\}\})(?!\s*\}\})[^\0]{1,5000}?\}\}")
_COMMENT = re.compile(r"<!--[^\0]{0,5000}?-->")  # what stands inside is not shown


def notes(block: Block, origin: Origin) -> Made:
    """The notes of one block; none for a block that is no card."""
    if isinstance(block, Question):
        return _question(block, origin)
    if isinstance(block, Pair):
        return _pair(block, origin)
    if isinstance(block, Definition):
        return _definition(block, origin)
    if isinstance(block, Cloze):
        return _cloze(block, origin)
    if isinstance(block, Drafted):
        return _drafted(block, origin)
    return (), ()


def _question(block: Question, origin: Origin) -> Made:
    made, problems = questions.note(block, origin)
    return ((made,) if made else ()), problems


def _pair(block: Pair, origin: Origin) -> Made:
    if not block.back:
        message, hint = "this question has an empty answer", "write the answer after “A:”"
        return (), (_problem("question-without-answer", message, origin, hint),)
    return (QuestionNote(block.front, (), block.back, (), origin),), ()


def _definition(block: Definition, origin: Origin) -> Made:
    reverse = (block.text, block.term) if block.both else ("", "")
    return (ConceptNote(block.term, block.text, origin, "", *reverse, extra=block.example),), ()


def _cloze(block: Cloze, origin: Origin) -> Made:
    if not _DELETION.search(_COMMENT.sub("", block.text)):
        message = "this cloze hides nothing: its deletions are empty or have the number 0"
        hint = "write it as {{c1::what is hidden}}"
        return (), (_problem("cloze-without-deletion", message, origin, hint, near="{{c"),)
    return (ClozeNote(block.text, origin, extra=block.extra),), ()


def _drafted(block: Drafted, origin: Origin) -> Made:
    origin = replace(origin, extracted=block.extracted, cited=block.cited)
    if block.kind == "cloze":
        made, problems = _cloze(Cloze(block.front, block.line, extra=block.extra), origin)
        return _with_evidence(made, block.evidence), problems
    return drafted.note(block, origin)


def _with_evidence(made: tuple[Note, ...], evidence: str) -> tuple[Note, ...]:
    return tuple(replace(n, evidence=evidence) for n in made if isinstance(n, ClozeNote))


def repeated_terms(document: Document) -> list[Diagnostic]:
    """The terms that one file defines twice, in different words."""
    first: dict[str, Definition] = {}
    found: list[Diagnostic] = []
    for block in document.blocks:
        if not isinstance(block, Definition):
            continue
        known = first.setdefault(" ".join(block.term.lower().split()), block)
        if known.text != block.text:
            message = f"“{block.term}” means something else in line {known.line}"
            hint = "say in the terms what tells them apart, or write one definition of both"
            path, line = document.path, block.line
            found.append(Diagnostic("duplicate-term", Severity.NOTE, message, path, line, 1, hint))
    return found


def _problem(code: str, message: str, origin: Origin, hint: str, near: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, origin.path, origin.line, 1, hint, near=near)
