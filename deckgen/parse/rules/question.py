"""Questions of every kind of bank and page; what they are made of is in parse/questions/."""

from deckgen.parse.questions import openings, reader
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """One question as far as the page has it: stem, options, answer, explanation."""
    opens = openings.opening(context.page, at, context.keyed)
    if opens is None:
        return None
    stop = min(context.stop(at), context.page.asked.get(at, context.stop(at)))
    question, chrome, stop, roles = reader.read(context.page, opens, context.keyed, stop)
    return Reading((*chrome, question), stop, roles)
