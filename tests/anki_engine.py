"""The real engine: a learner with a collection, who imports packages and answers cards."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from anki import collection  # anki.cards cannot be imported before it
from anki.cards import Card, CardId
from anki.dbproxy import DBProxy
from anki.decks import DeckId
from anki.notes import Note
from anki.scheduler.v3 import CardAnswer, Scheduler

GOOD = CardAnswer.GOOD
EASY = CardAnswer.EASY
AGAIN = CardAnswer.AGAIN


@dataclass(frozen=True, slots=True)
class Imported:
    """What Anki says of an import: how many notes of the package met which fate."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What a learner has achieved on one card, and where the card is."""

    reps: int
    lapses: int
    interval: int
    due: int
    queue: int
    deck: str
    reviews: tuple[tuple[int, ...], ...]


class Learner:
    """A collection in a folder, made on first use."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "learner" / "collection.anki2"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self.collection = collection.Collection(str(self._path))

    def __enter__(self) -> "Learner":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.collection.close()

    @property
    def database(self) -> DBProxy:
        assert self.collection.db is not None
        return self.collection.db

    @property
    def scheduler(self) -> Scheduler:
        assert isinstance(self.collection.sched, Scheduler)
        return self.collection.sched

    def reopen(self) -> None:
        """Start Anki again: its Python side forgets the note types that it has cached."""
        self.collection.close()
        self.collection = collection.Collection(str(self._path))

    def take(self, package: Path) -> Imported:
        """Import a package as a learner does, with the options that Anki offers first."""
        request = collection.ImportAnkiPackageRequest(
            package_path=str(package), options=collection.ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        self.reopen()
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def notes(self) -> dict[str, Note]:
        """All notes by what stands in their field ID."""
        found = [self.collection.get_note(id_) for id_ in self.collection.find_notes("")]
        by_id = {note["ID"]: note for note in found}
        assert len(by_id) == len(found), "two notes have one ID"
        return by_id

    def note(self, guid: str) -> Note:
        (found,) = self.collection.find_notes(f'"ID:{guid}"')
        return self.collection.get_note(found)

    def cards(self, guid: str) -> list[Card]:
        """The cards of a note by template, or by deletion number."""
        return sorted(self.note(guid).cards(), key=lambda card: card.ord)

    def answer(self, card: Card, rating: "CardAnswer.Rating.V" = GOOD) -> None:
        """Answer a card through Anki's scheduler."""
        states = self.collection._backend.get_scheduling_states(card.id)
        card.start_timer()
        self.scheduler.answer_card(
            self.scheduler.build_answer(card=card, states=states, rating=rating)
        )

    def study(
        self, deck: str, ratings: Iterable["CardAnswer.Rating.V"]
    ) -> Iterator[tuple[str, int, int]]:
        """Study what is due today; gives ID, ordinal and button of each answer."""
        scheduler = self.scheduler
        self.collection.decks.set_current(self.collection.decks.id_for_name(deck) or DeckId(1))
        for rating in ratings:
            waiting = scheduler.get_queued_cards().cards
            if not waiting:
                return
            card = self.collection.get_card(CardId(waiting[0].card.id))
            card.start_timer()
            states = waiting[0].states
            scheduler.answer_card(scheduler.build_answer(card=card, states=states, rating=rating))
            yield card.note()["ID"], card.ord, rating + 1

    def progress(self, guid: str) -> list[Progress]:
        """What was achieved on each card of a note."""
        return [self._progress(card) for card in self.cards(guid)]

    def reviews(self, guid: str) -> int:
        """How many answers the cards of a note have seen."""
        return sum(len(progress.reviews) for progress in self.progress(guid))

    def let_pass(self, days: int) -> None:
        """Let days go by: the collection was made so much earlier."""
        self.database.execute("UPDATE col SET crt = crt - ?", days * 86_400)
        self.reopen()

    def empty_cards(self) -> int:
        """Cards that Tools > Empty Cards would offer to delete."""
        return sum(len(note.card_ids) for note in self.collection.get_empty_cards().notes)

    def check(self) -> None:
        """Anki's own check of the database finds nothing to repair."""
        report, sound = self.collection.fix_integrity()
        assert sound, report

    def note_types(self) -> dict[int, dict[str, object]]:
        """The note types that have notes, by id."""
        models = self.collection.models
        return {
            model["id"]: model
            for model in models.all()
            if self.collection.find_notes(f"mid:{model['id']}")
        }

    def _progress(self, card: Card) -> Progress:
        rows: Sequence[Sequence[int]] = self.database.all(
            "SELECT id, ease, ivl, lastIvl, factor, type FROM revlog WHERE cid = ? ORDER BY id",
            card.id,
        )
        return Progress(
            card.reps,
            card.lapses,
            card.ivl,
            card.due,
            int(card.queue),
            self.collection.decks.name(card.did),
            tuple(tuple(row) for row in rows),
        )
