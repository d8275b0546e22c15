"""The labelled questions and concepts of a draft -> notes: each part is taken for what it says."""

from deckgen.extract import order
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Drafted
from deckgen.model.note import Choice, ConceptNote, Note, Origin, QuestionNote

Made = tuple[tuple[Note, ...], tuple[Diagnostic, ...]]


def note(block: Drafted, origin: Origin) -> Made:
    """The note of a block that is no cloze, or what keeps it from becoming one."""
    problem = _problem(block, origin)
    if problem:
        return (), (problem,)
    if block.kind == "concept":
        made = ConceptNote(
            block.front, block.back, origin, block.evidence, *block.reverse, extra=block.extra
        )
        return (made,), ()
    choices = tuple(Choice(o.text, o.marked, o.rationale) for o in block.options)
    choices = order.ordered(choices, block.explanation).choices
    answer = "\n".join(c.text for c in choices if c.right) if choices else block.back
    several = bool(choices) and order.asks_for_several(block.front)
    made_of = QuestionNote(block.front, choices, answer, block.explanation, origin, several=several)
    return (made_of,), ()


def _problem(block: Drafted, origin: Origin) -> Diagnostic | None:
    if not block.front:
        hint = "write the question behind its label, or delete the card"
        return _lost("empty-question", "this question has no text", origin, hint)
    if block.options and not all(option.text for option in block.options):
        hint = "write its text, or delete its box"
        return _lost("empty-option", "an option of this question is empty", origin, hint)
    if block.options and not any(option.marked for option in block.options):
        hint = "mark the right one: - [x]"
        message = "no option of this question is given as right"
        return _lost("options-without-key", message, origin, hint)
    if not block.options and not block.back:
        hint = "write the answer behind its label, or delete the card"
        message = "this question has an empty answer"
        return _lost("question-without-answer", message, origin, hint)
    return None


def _lost(code: str, message: str, origin: Origin, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, origin.path, origin.line, 1, hint)
