"""A German list that a sentence announces -> one card."""

import re

from deckgen.extract.languages.german import chatter
from deckgen.extract.languages.german.antecedents import points_back
from deckgen.extract.languages.german.clauses import clause
from deckgen.extract.languages.german.forms.listing import MEMBERS, weak
from deckgen.extract.languages.german.sentences import split
from deckgen.extract.languages.german.wording import inside
from deckgen.model.document import Listing
from deckgen.model.note import ConceptNote, Origin

_MOST_ITEMS = 9
_LONGEST_ITEM = 30  # words
_SENTENCE = 5  # words: a shorter item names something
_COUNTS = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_COUNTED = re.compile(
    r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|\d)\s+(?:[a-zäöüß]+ )?[A-ZÄÖÜ]\w+"
)
_FOLLOWING = re.compile(
    r"(?:(?P<opening>[^:,]{3,80}?) (?P<verb>unterscheidet man|gibt es)"
    r"|(?P<first>Es gibt|Man unterscheidet)) (?:zwischen )?(?:die )?folgenden? "
    r"(?P<what>[^:,]{3,80})"
)
_SUCH = re.compile(r"(?:Die f|F)olgenden? (?P<what>[^:,]{3,100})")
_MEMBERS = re.compile(
    r"(?P<group>Zu[mr]? [^:,]{3,70}) (?P<verb>gehören|zählen|gehörten|zählten)"
    r"(?: u\. a\.)?"
)
_ANNOUNCED = re.compile(
    r"(?P<what>(?:Die|Der|Das) [^:,]{3,80}?) (?P<verb>lautet|lauten|ist|sind|umfasst|umfassen)"
    r"(?: (?:folgende|die folgenden))?"
)
_ASKED = {"lautet": "Wie", "lauten": "Wie"}


def cards(listing: Listing, lead: str, origin: Origin) -> tuple[ConceptNote, ...]:
    """The card of a list; none where nothing says what it lists."""
    items = listing.items
    if not 2 <= len(items) <= _MOST_ITEMS or any(len(i.split()) > _LONGEST_ITEM for i in items):
        return ()
    announced = (split(lead) or ("",))[-1]
    plain = announced.rstrip(":. ")
    heading = origin.headings[-1] if origin.headings else ""
    if not announced.endswith(":") and not (_COUNTED.search(plain) and plain == heading):
        return ()
    if (
        len(plain.split()) > _LONGEST_ITEM
        or chatter.why(f"{plain} sind hier genannt.")
        or points_back(announced)
    ):
        return ()
    marks = [f"{n}. {item}" if listing.ordered else f"- {item}" for n, item in enumerate(items, 1)]
    return (ConceptNote(_front(plain, len(items)), "\n".join(marks), origin, evidence=announced),)


def _front(announced: str, number: int) -> str:
    """``Zu den Nadelbäumen gehören:`` -> Was gehört zu den Nadelbäumen? (3)"""
    count = _COUNTS[number]
    if found := _MEMBERS.fullmatch(announced):
        group = found["group"][:1].lower() + found["group"][1:]
        return f"Was {MEMBERS[found['verb']]} {group}? ({count} Punkte)"
    if found := _FOLLOWING.fullmatch(announced):
        verb = found["verb"] or {"Es gibt": "gibt es"}.get(found["first"], "unterscheidet man")
        before = f"{found['opening']}: " if found["opening"] else ""
        what = weak(f"{count} {found['what']}") if not found["what"][0].isupper() else found["what"]
        what = what if what.startswith(count) else f"{count} {what}"
        return f"{before}Welche {what} {verb}?"
    if found := _SUCH.fullmatch(announced):
        return f"Welche {count} {found['what']}?"
    if found := _ANNOUNCED.fullmatch(announced):
        asked = f"{_ASKED.get(found['verb'], 'Was')} {found['verb']}"
        return f"{asked} {inside(found['what'])}? ({count} Punkte)"
    return f"{announced}: welche {count}?"


def of_sentences(listing: Listing) -> bool:
    """Whether the items are statements, each of which can be asked alone."""
    return all(
        item.rstrip("“”»)").endswith((".", "!", "?"))
        and len(item.split()) >= _SENTENCE
        and clause(item) is not None
        for item in listing.items
    )
