"""Questions of every kind of bank and page; what they are made of is in parse/questions/."""

from deckgen.parse.questions import openings, reader
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import question_table


def read(context: Context, at: int) -> Reading | None:
    """One question as far as the page has it: stem, options, answer, explanation."""
    page = context.page
    opens = openings.opening(page, at, context.keyed)
    below = page.next(at + 1)
    if opens is None or (below < len(page.lines) and question_table.is_head(page.lines[below])):
        return None
    if opens.number is None and not opens.labelled and context.key_at(below):
        return None  # who answers: "Anna wrote:"
    stop = min(context.stop(at), page.asked.get(at, context.stop(at)))
    question, chrome, stop, roles = reader.read(page, opens, context.keyed, stop)
    return Reading((*chrome, question), stop, roles)
