"""A bulleted or numbered list that a sentence or a heading announces -> one card."""

import re

from deckgen.extract.concepts import antecedents, chatter
from deckgen.extract.concepts.forms import figure
from deckgen.extract.concepts.forms.wording import sentence
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import has_verb
from deckgen.model.document import Listing
from deckgen.model.note import ConceptNote, Origin

_MOST_ITEMS = 9
_SENTENCE = 6  # words: a shorter item names something
_LONGEST_ITEM = 30  # words
_COUNTS = "zero one two three four five six seven eight nine".split()
_NUMBERED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:\w+\s+){0,2}(?:steps?|stages?|phases?|types?|kinds?|parts?|principles?|rules?|elements?|components?|categories|groups?|reasons?|factors?|signs?|forms?|methods?|functions?|ways?|levels?|layers?|ingredients?|conditions?)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?P<what>[^:]{4,70}): (?P<said>[^:]{3,160})$")
_TALK = re.compile(r",\s+(?:and|but|so)\s+(?:you|we|I|they)\b")


def cards(listing: Listing, lead: str, origin: Origin) -> tuple[ConceptNote, ...]:
    """The cards of a list that holds no statements: one for each figure, or one for all items."""
    if not listing.ordered and of_sentences(listing):
        return ()
    if found := entries(listing, lead, origin):
        return found
    whole = note(listing, lead, origin)
    return (whole,) if whole else ()


def note(listing: Listing, lead: str, origin: Origin) -> ConceptNote | None:
    """The card of a list; None where nothing says what it lists.

    ``lead`` is the text directly above it: its last sentence announces the list, or the nearest
    heading does.
    """
    items = listing.items
    if not 2 <= len(items) <= _MOST_ITEMS or any(len(i.split()) > _LONGEST_ITEM for i in items):
        return None
    heading = origin.headings[-1] if origin.headings else ""
    announced = _announcement(lead, listing) or (heading if _NUMBERED.search(heading) else "")
    if not announced:
        return None
    marks = [f"{n}. {item}" if listing.ordered else f"- {item}" for n, item in enumerate(items, 1)]
    return ConceptNote(_front(announced, listing), "\n".join(marks), origin, evidence=announced)


def entries(listing: Listing, lead: str, origin: Origin) -> tuple[ConceptNote, ...]:
    """``Failure to file: 5 percent a month``: one card for each item that gives a figure.

    None where the items have not all the same shape, or give no measures.
    """
    found = [m for item in listing.items if (m := _ENTRY.match(item))]
    if not 2 <= len(found) == len(listing.items):
        return ()
    announced = _announcement(lead, listing).rstrip(".:")
    before = f"{announced}: " if announced else ""
    return tuple(
        ConceptNote(f"{before}{m['what'].strip()}?", sentence(m["said"]), origin, evidence=m[0])
        for m in found
        if figure.measures(m["said"]) and not antecedents.points_back(m["what"])
    )


def of_sentences(listing: Listing) -> bool:
    """Whether the items are statements, each of which can be asked alone."""
    whole = [item for item in listing.items if item.rstrip('"”’)').endswith((".", "!", "?"))]
    long = all(len(item.split()) >= _SENTENCE and has_verb(item) for item in listing.items)
    return long and len(whole) == len(listing.items)


def _announcement(lead: str, listing: Listing) -> str:
    """What a lead says of its list, without the talk around it; empty where it is all talk."""
    last = (sentences.split(lead) or ("",))[-1]
    announced = _TALK.split(last)[0]
    talk = chatter.why(f"{announced} is here now")
    if (
        not announced
        or (talk and not (talk == "instruction" and listing.ordered))
        or antecedents.points_back(announced)
    ):
        return ""
    told = listing.ordered or lead.endswith(":") or _NUMBERED.search(announced)
    return announced if told else ""


def _front(announced: str, listing: Listing) -> str:
    order = ", in order" if listing.ordered and "in order" not in announced else ""
    return f"{announced.rstrip('.:?! ')}: which {_COUNTS[len(listing.items)]}{order}?"
