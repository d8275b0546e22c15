"""What most German rules are made of: a pattern, and what to ask or to hide of what it finds."""

import re
from collections.abc import Callable

from deckgen.extract.concepts.forms.deletions import hidden
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.languages.german.wording import informative, inside, is_name, told

Recast = Callable[[str, object], Form | None]


def asked(weight: float, pattern: str, front: str, back: str = "{what}") -> Recast:
    """A question: ``front`` and ``back`` with the groups of the pattern in their places.

    ``{term}`` and ``{other}`` have to be names.
    """
    said = re.compile(pattern)

    def recast(text: str, parts: object = None) -> Form | None:
        found = said.fullmatch(text.rstrip(". "))
        if not found or not _named(found):
            return None
        groups = {name: (value or "").strip() for name, value in found.groupdict().items()}
        answer = told(back.format(**groups))
        groups |= {name: inside(groups[name]) for name in ("term", "other") if groups.get(name)}
        return Form(weight, " ".join(front.format(**groups).split()), answer)

    return recast


def hides(weight: float, pattern: str, *names: str) -> Recast:
    """A text with the groups ``names`` of the pattern hidden, each on a card of its own."""
    said = re.compile(pattern)

    def recast(text: str, parts: object = None) -> Form | None:
        found = said.fullmatch(text.rstrip(". "))
        if not found or not _named(found):
            return None
        spans = tuple(found.span(name) for name in names if found[name])
        if not all(informative(text, span) for span in spans):
            return None
        return Form(weight, cloze=hidden(text, spans))

    return recast


def _named(found: re.Match[str]) -> bool:
    names = (value for name, value in found.groupdict().items() if name in ("term", "other"))
    return all(is_name(name) for name in names if name is not None)
