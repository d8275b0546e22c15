"""Cloze deletions in a text: what they hide, the text without them, their numbers."""

from collections.abc import Mapping

from deckgen.model import deletions as model
from deckgen.model.deletions import OPENING


def deletions(text: str) -> tuple[tuple[int, str], ...]:
    """Number and hidden text of each deletion, hints left out, in reading order."""
    found = model.read(text)[0]
    return tuple((d.number or 0, uncovered(text[d.inside : d.hint])) for d in found)


def uncovered(text: str) -> str:
    """The text with every deletion shown and every hint gone."""
    return model.shown(text, model.read(text)[0])


def marks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the marks of the deletions stand, in order: ``{{c1::``, ``::`` of a hint, ``}}``."""
    found: list[tuple[int, int]] = []
    for deletion in model.read(text)[0]:
        found += [(deletion.start, deletion.inside), (deletion.end - 2, deletion.end)]
        if deletion.hint < deletion.end - 2:
            found.append((deletion.hint, deletion.hint + 2))
    return tuple(sorted(found))


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """The text with other deletion numbers."""
    return OPENING.sub(lambda m: f"{{{{c{numbers.get(int(m['number']), int(m['number']))}::", text)
