"""A year of a learner: twelve times the author edits, and the learner imports and reviews.

The author's notes have names, which deckgen never sees: whatever a note comes to say, and wherever
it stands, its reviews must be found on it in the end.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

from deckgen.compiler import Compiled
from tests.anki_engine import AGAIN, EASY, GOOD, Learner
from tests.project import DAY, START, Project

MONTH = 30
MOST_ANSWERS = 200  # in one month


@dataclass(frozen=True)
class Note:
    """A note of the author's: a question with its answer, or a text with deletions."""

    path: str
    front: str
    back: str = ""

    @property
    def source(self) -> str:
        return f"Q: {self.front}\nA: {self.back}\n" if self.back else f"{self.front}\n"


Notes = dict[str, Note]
Edit = Callable[[Notes], Notes]

BEGINNING: Notes = {
    "sky": Note("physics.md", "Why is the sky blue?", "Air scatters short waves of light most"),
    "boiling": Note("physics.md", "At which temperature does water boil?", "100 °C at sea level"),
    "lever": Note("physics.md", "What does a lever trade for force?", "Distance"),
    "heart": Note("body.md", "The {{c1::heart}} pumps {{c2::blood}} to the {{c3::lungs}}."),
    "cell": Note("body.md", "What do mitochondria do?", "They turn sugar into usable energy"),
    "bile": Note("body.md", "Which organ makes bile?", "The liver"),
    "france": Note("capitals.md", "What is the capital of France?", "Paris"),
    "spain": Note("capitals.md", "What is the capital of Spain?", "Madrid"),
    "kenya": Note("capitals.md", "What is the capital of Kenya?", "Nairobi"),
    "http": Note("web.md", "HTTP", "The protocol by which browsers ask for pages"),
    "404": Note("web.md", "What does the status 404 mean?", "Nothing is found at this address"),
}


def edited(name: str, **changes: str) -> Edit:
    return lambda notes: notes | {name: replace(notes[name], **changes)}


def added(name: str, note: Note) -> Edit:
    return lambda notes: notes | {name: note}


def removed(name: str) -> Edit:
    return lambda notes: {key: note for key, note in notes.items() if key != name}


def renamed(old: str, new: str) -> Edit:
    """A file or a folder gets another name."""
    return lambda notes: {
        key: replace(note, path=new + note.path.removeprefix(old))
        if note.path.startswith(old)
        else note
        for key, note in notes.items()
    }


def turned_round(notes: Notes) -> Notes:
    return dict(reversed(notes.items()))


def unmarked(notes: Notes) -> Notes:
    """A month of tidying: every question loses its question mark."""
    return {key: replace(note, front=note.front.rstrip("?")) for key, note in notes.items()}


YEAR: list[list[Edit]] = [
    [],
    [
        edited("bile", back="The liver; the gallbladder stores it"),
        edited("sky", front="Why's the sky blue?"),
    ],
    [
        renamed("physics.md", "nature/physics.md"),
        edited("lever", back="Distance, at equal work"),
    ],
    [
        added("italy", Note("capitals.md", "What is the capital of Italy?", "Rome")),
        turned_round,
    ],
    [
        removed("spain"),
        added("chile", Note("capitals.md", "What is the capital of Chile?", "Santiago")),
    ],
    [
        edited("heart", front="The heart pumps {{c1::blood}} to the {{c2::lungs}}."),
        edited("cell", path="cells.md"),
    ],
    [unmarked],
    [
        renamed("nature/", "science/"),
        renamed("body.md", "science/body.md"),
    ],
    [
        edited("http", front="What is HTTP?"),
        edited("404", back="The server finds nothing at this address"),
    ],
    [
        edited("boiling", path="science/heat.md"),
        edited("sky", path="science/light.md"),
        turned_round,
    ],
    [added("spain", Note("capitals.md", "What is the capital of Spain", "Madrid"))],
    [
        edited("heart", front="The {{c9::heart}} pumps {{c2::blood}} to the {{c1::lungs}}."),
        removed("kenya"),
    ],
]


def write(project: Project, notes: Notes) -> None:
    for file in project.source.rglob("*.md"):
        file.unlink()
    texts: dict[str, list[str]] = {}
    for note in notes.values():
        texts.setdefault(note.path, []).append(note.source)
    for path, sources in texts.items():
        project.write(path, "\n".join(sources))


def guids(compiled: Compiled, notes: Notes) -> dict[str, str]:
    """The GUID of each note by its name, found by the line on which it stands."""
    built = {(change.now.path, change.line): change.now.guid for change in compiled.sealed.changes}
    lines: Counter[str] = Counter()
    found = {}
    for name, note in notes.items():
        found[name] = built[note.path, lines[note.path] + 1]
        lines[note.path] += note.source.count("\n") + 1
    return found


def test_a_year_of_editing_and_reviewing(tmp_path: Path) -> None:
    project = Project(tmp_path)
    notes = BEGINNING
    known: dict[str, str] = {}
    reviewed: dict[str, list[tuple[int, int]]] = {}  # by GUID: ordinal and button of each answer
    ratings = cycle((GOOD, GOOD, EASY, GOOD, AGAIN, GOOD))

    with Learner(tmp_path) as learner:
        for month, edits in enumerate(YEAR):
            for edit in edits:
                notes = edit(notes)
            write(project, notes)
            compiled = project.build(START + month * MONTH * DAY)
            told = guids(compiled, notes)
            for name, guid in told.items():
                assert known.setdefault(name, guid) == guid, f"{name} was lost in month {month}"
            assert len(set(known.values())) == len(known)

            took = learner.take(project.output)
            assert took.conflicting == 0
            assert took.new + took.updated + took.duplicate == len(notes)
            for guid, ordinal, button in learner.study("Deck", islice(ratings, MOST_ANSWERS)):
                reviewed.setdefault(guid, []).append((ordinal, button))
            learner.let_pass(MONTH)

        learner.check()
        assert reviewed.keys() == set(known.values()), "every note was asked"
        for name, guid in known.items():
            cards = learner.cards(guid)
            logged = [
                (card.ord, review[1])
                for card, progress in zip(cards, learner.progress(guid), strict=True)
                for review in progress.reviews
            ]
            assert Counter(logged) == Counter(reviewed[guid]), name
            assert sum(card.reps for card in cards) == len(logged) > 0, name
