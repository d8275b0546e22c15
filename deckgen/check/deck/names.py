"""Rules for names: tags and decks that are meant to be one, and are spelt as two."""

import unicodedata
from collections.abc import Iterable, Iterator

from deckgen.check.deck.collection import Collection
from deckgen.check.rule import Fault, Placed


def tags_alike(collection: Collection) -> Iterator[Placed]:
    """Tags that differ only in capital letters, hyphens or a plural."""
    places: dict[str, tuple[str, int]] = {}
    for page in collection.pages:
        for tag in page.document.tags:
            places.setdefault(tag, (page.path, 1))
        for note in page.notes:
            for tag in note.origin.tags:
                places.setdefault(tag, (page.path, note.origin.line))
    for first, later in _alike(places):
        message = f"the tags “{first}” and “{later}” are two in Anki"
        path, line = places[later]
        yield Placed(Fault(message, f"write “{first}” everywhere", f"{later}"), path, line)


def decks_alike(collection: Collection) -> Iterator[Placed]:
    """Decks whose names differ only in capital letters, hyphens or a plural."""
    for first, later in _alike(collection.decks):
        same = first.casefold() == later.casefold()
        message = f"the decks “{first}” and “{later}” are {'one' if same else 'two'} in Anki"
        yield Placed(Fault(message, "give both the same name"), _home(collection, later), 0)


def _alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with the first one that is meant."""
    first: dict[str, str] = {}
    for name in names:
        before = first.setdefault(_meant(name), name)
        if before != name:
            yield before, name


def _meant(name: str) -> str:
    """What is left of a name without accents, capitals, hyphens and the plural of its words."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    levels = letters.replace("_", " ").replace("-", " ").split("::")
    return "::".join(" ".join(_singular(w) for w in level.split()) for level in levels)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "suio" else word


def _home(collection: Collection, deck: str) -> str:
    """A page of a deck: the one that names it, or whose folder does."""
    for page in collection.pages:
        folder = "::".join(page.path.split("/")[:-1])
        if page.document.deck == deck or (folder and deck.endswith(folder)):
            return page.path
    return collection.pages[0].path if collection.pages else ""
