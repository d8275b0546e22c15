"""Seeded notes that look like people's: families of look-alikes, short and long answers."""

import random
from dataclasses import replace

from deckgen.identify import faces
from deckgen.model.deck import RenderedNote
from deckgen.model.lock import LockedNote


def collection(size: int, seed: int = 1) -> list[RenderedNote]:
    """Notes in files of a hundred; a third of them are questions of one family."""
    rng = random.Random(seed)
    words = _vocabulary(rng)
    notes = []
    for i in range(size):
        family = i % 3 == 0
        front = (
            f"What is the capital of {_text(rng, words, 2)}?" if family else _text(rng, words, 12)
        )
        back = _text(rng, words, 3 if family else 30)
        notes.append(
            RenderedNote(
                kind="question",
                row=(),
                tags=(),
                deck="Deck",
                path=f"{i // 100}.md",
                line=i,
                heading="Heading",
                front=front,
                back=back,
            )
        )
    return notes


def locked(notes: list[RenderedNote]) -> list[LockedNote]:
    """The lock entries of notes, with the GUIDs g0, g1, ..."""
    return [
        LockedNote(
            guid=f"g{i}",
            kind=note.kind,
            path=note.path,
            heading=note.heading,
            deck=note.deck,
            front=face.front,
            back=face.back,
            fingerprint="",
            mod=1,
        )
        for i, (note, face) in enumerate(zip(notes, map(faces.of_note, notes), strict=True))
    ]


def edited(notes: list[RenderedNote], share: float, seed: int = 2) -> list[RenderedNote]:
    """The same notes, a share of them with a typo or another word on either side."""
    rng = random.Random(seed)
    words = _vocabulary(rng)
    changed = list(notes)
    for i in rng.sample(range(len(notes)), int(len(notes) * share)):
        front, back = notes[i].front.split(), notes[i].back.split()
        at = rng.randrange(len(front))
        front[at] = front[at] + "x" if rng.random() < 0.5 else rng.choice(words)
        if rng.random() < 0.5:
            back[rng.randrange(len(back))] = rng.choice(words)
        changed[i] = replace(notes[i], front=" ".join(front), back=" ".join(back))
    return changed


def _vocabulary(rng: random.Random) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(rng.choices(letters, k=rng.randint(3, 9))) for _ in range(20_000)]


def _text(rng: random.Random, words: list[str], length: int) -> str:
    return " ".join(rng.choices(words, k=length))
