"""What a section promises to teach: ``After reading this section you will be able to ...``"""

import re

from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing

_HEADING = re.compile(
    r"(?:(?:chapter|section|unit|lesson|module|your|the) )?"
    r"(?:learning (?:objectives?|outcomes?|goals?|targets?)|objectives|lernziele)",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"(?:after|by|when|upon|on|once|at|in|having|you|students|learners|readers)\b.{0,120}?"
    r"\b(?:(?:will|should|shall) (?:be able to|know|understand|learn|have learned)|can now"
    r"|you (?:will|can|should))\b.{0,40}[:….]",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:analy[sz]e|apply|appreciate|assess|calculate|cite|classify|compare|compute|construct"
    r"|contrast|convert|define|demonstrate|derive|describe|design|determine|develop|differentiate"
    r"|discuss|distinguish|draw|estimate|evaluate|examine|explain|explore|find|give|graph|identify"
    r"|illustrate|interpret|label|list|locate|measure|name|outline|predict|recall|recogni[sz]e"
    r"|relate|select|solve|state|summari[sz]e|trace|understand|use|write)\b",
    re.IGNORECASE,
)
_MOST = 40  # lines


def read(context: Context, at: int) -> Reading | None:
    """The heading or the sentence that promises, and the promises below it."""
    page = context.page
    text = markers.bare(page.lines[at].text)
    headed = _HEADING.fullmatch(text.rstrip(": "))
    if page.lines[at].verbatim or not (headed or _PROMISE.fullmatch(text)):
        return None
    end, promised = at + 1, False
    here = page.next(end)
    while here < min(len(page.lines), at + _MOST):
        line = page.lines[here]
        bare = markers.bare(line.text)
        goes_on = promised and here == end and page.continues(page.lines[here - 1], line)
        found = listing.item(line)
        if line.verbatim or not (
            (found and not found.text.endswith("?"))
            or goes_on
            or (_VERB.match(bare) and not (page.markdown and page.heading(here)))
            or (not promised and _PROMISE.fullmatch(bare))
        ):
            break
        promised = promised or not _PROMISE.fullmatch(bare)
        end = here + 1
        here = page.next(end)
    if not promised:
        return None
    inside = [line for line in page.lines[at:end] if line.text]
    asides = tuple(Aside(line.text, "learning objectives", line.number) for line in inside)
    return Reading(asides, end)
