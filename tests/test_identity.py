"""Who is who after an edit: laws over sequences of edits, then the hard cases one by one."""

import random
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from rapidfuzz import fuzz

from deckgen import compiler, source_ids
from deckgen.compiler import Compiled
from tests.project import DAY, START, Project, entry, pairs

# Notes with several wordings of the question and of the answer; no two of them are alike.
ORDINARY = [
    (
        ["Why is the sky blue?", "What makes the sky look blue?"],
        ["Air scatters short waves of light most", "Short waves of light scatter most in air"],
    ),
    (
        ["What do mitochondria do?", "Which task do mitochondria have?"],
        ["They turn sugar and oxygen into usable energy", "They turn sugar into usable energy"],
    ),
    (
        ["How are glaciers formed?", "In which way does a glacier form?"],
        ["Snow is pressed into ice over many winters", "Over many winters snow becomes ice"],
    ),
    (
        ["Who painted the ceiling of the Sistine Chapel?", "Whose is the Sistine ceiling?"],
        ["Michelangelo Buonarroti, between 1508 and 1512 in Rome", "Michelangelo Buonarroti"],
    ),
    (
        ["When should confidentiality be broken?", "Which case ends confidentiality?"],
        ["If a client is in danger of harm or threatens somebody else", "In danger of harm"],
    ),
    (
        ["What does a compiler produce?", "What comes out of a compiler?"],
        ["Machine code that runs without the source being present", "Machine code"],
    ),
    (
        ["Which sense do bats hunt with?", "By which sense do bats find their prey?"],
        ["Echoes of their own very high cries, heard with large ears", "Echoes of their cries"],
    ),
]  # fmt: skip
# Families of look-alikes: no member may ever be taken for another one.
FAMILIES = [
    *(
        (f"What is the capital of {country}?", capital)
        for country, capital in [
            ("France", "Paris"), ("Spain", "Madrid"), ("Norway", "Oslo"), ("Japan", "Tokyo"),
            ("Kenya", "Nairobi"), ("Brazil", "Brasília"), ("Niger", "Niamey"),
            ("Nigeria", "Abuja"), ("Sudan", "Khartoum"), ("South Sudan", "Juba"),
            ("Austria", "Vienna"), ("Australia", "Canberra"),
        ]
    ),
    *(
        (f"In which year did {event}?", year)
        for event, year in [
            ("World War 1 begin", "1914"), ("World War 2 begin", "1939"),
            ("World War 1 end", "1918"), ("World War 2 end", "1945"),
        ]
    ),
    *((f"What is {n} times {m}?", str(n * m)) for n, m in [(6, 7), (6, 8), (7, 8), (7, 9)]),
]  # fmt: skip
PATHS = ["a.md", "b.md", "unit/a.md", "unit/deep/c.md", "z.md"]
TITLES = ["", "", "Basics", "Advanced matter"]


@dataclass(frozen=True)
class Card:
    """A note of the author's; ``key`` is who it truly is, whatever it says."""

    key: int
    front: str
    back: str


def likeness(one: Card, other: Card) -> float:
    """How much of two questions is the same, for choosing the most misleading one."""
    return fuzz.ratio(one.front, other.front)


@dataclass(frozen=True)
class Seen:
    """A note as it was built: ``shown`` are its heading, its question and its answer."""

    guid: str
    mod: int
    shown: tuple[str, str, str]
    path: str


@dataclass
class Page:
    title: str
    cards: list[Card] = field(default_factory=list)


def pool() -> list[Card]:
    plain = [(fronts[0], backs[0]) for fronts, backs in ORDINARY] + FAMILIES
    return [Card(key, front, back) for key, (front, back) in enumerate(plain)]


CLOCKS = st.integers(START - 400 * DAY, START + 400 * DAY)


class Author:
    """Somebody who edits a project at will and builds it now and then, with the laws that hold."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.project = Project(folder)
        self.pages: dict[str, Page] = {}
        self.unused = pool()
        self.deleted: list[Card] = []
        self.last: dict[int, Seen] = {}  # living and deleted notes as they were built last
        self.living: set[int] = set()  # at the last build
        self.first: dict[int, tuple[str, str]] = {}
        self.owner: dict[str, int] = {}
        self.gentle: dict[int, int] = {}  # small edits of a note since the last build
        chance = random.Random(seed)
        chance.shuffle(self.unused)
        for card in self.unused[:9]:
            path = chance.choice(PATHS[:3])
            self.page(path, chance.choice(TITLES)).cards.append(card)
        del self.unused[:9]

    # ---- what an author does; ``n`` chooses the note or the page, ``to`` is another page

    def typo(self, n: int, to: str) -> None:
        path, at, card = self.pick(n)
        words = card.front.split()
        long = [i for i, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
        if not long:
            return
        word = words[long[n % len(long)]]
        words[words.index(word)] = word[:2] + word[3] + word[2] + word[4:]
        self.change(path, at, replace(card, front=" ".join(words)))

    def reword(self, n: int, to: str) -> None:
        path, at, card = self.pick(n)
        if card.key < len(ORDINARY):
            fronts, backs = ORDINARY[card.key]
            if card.back == backs[0]:
                self.change(path, at, replace(card, front=fronts[card.front == fronts[0]]))

    def answer_otherwise(self, n: int, to: str) -> None:
        path, at, card = self.pick(n)
        if card.key < len(ORDINARY):
            _, backs = ORDINARY[card.key]
            self.change(path, at, replace(card, back=backs[card.back == backs[0]]))

    def reorder(self, n: int, to: str) -> None:
        random.Random(n).shuffle(self.pages[self.path(n)].cards)

    def move(self, n: int, to: str) -> None:
        path, at, card = self.pick(n)
        del self.pages[path].cards[at]
        self.page(to).cards.insert(n % (len(self.page(to).cards) + 1), card)

    def rename(self, n: int, to: str) -> None:
        path = self.path(n)
        if to not in self.pages:
            self.pages[to] = self.pages.pop(path)

    def split(self, n: int, to: str) -> None:
        page = self.pages[self.path(n)]
        half = len(page.cards) // 2
        moved, page.cards = page.cards[half:], page.cards[:half]
        self.page(to, page.title).cards.extend(moved)

    def delete(self, n: int, to: str) -> None:
        path, at, card = self.pick(n)
        if len(self.cards()) > 1:
            del self.pages[path].cards[at]
            self.deleted.append(card)

    def add(self, n: int, to: str) -> None:
        if self.unused:
            self.page(to).cards.append(self.unused.pop(n % len(self.unused)))

    def replace_by_another(self, n: int, to: str) -> None:
        """One of the most misleading exchanges that the author could make now."""
        exchanges = sorted(
            ((place, other) for place in self.cards() for other in self.unused + self.deleted),
            key=lambda pair: (-likeness(pair[0][2], pair[1]), pair[0][2].key, pair[1].key),
        )
        if exchanges:
            (path, at, card), other = exchanges[n % min(8, len(exchanges))]
            (self.unused if other in self.unused else self.deleted).remove(other)
            self.deleted.append(card)
            self.pages[path].cards[at] = other

    def swap(self, n: int, to: str) -> None:
        (path, at, card), (other_path, other_at, other) = self.pick(n), self.pick(n // 7)
        self.pages[path].cards[at] = other
        self.pages[other_path].cards[other_at] = card

    def restore(self, n: int, to: str) -> None:
        if self.deleted:
            self.page(to).cards.append(self.deleted.pop(n % len(self.deleted)))

    def build(self, now: int) -> None:
        self.save()
        backwards = self.told(self.compiled(now, backwards=True))
        compiled = self.project.build(now)
        told = self.told(compiled)
        assert backwards == told, "the order in which files are read is irrelevant"
        self.hold_package(compiled)
        self.hold_identities(told)
        self.hold_second_build(now)
        self.hold_lost_lock(now)
        self.remember(told)

    # ---- the laws

    def hold_package(self, compiled: Compiled) -> None:
        packed = self.project.package().guids()
        assert len(set(packed)) == len(packed), "GUIDs are unique"
        assert len(packed) == len(self.cards()), "no note is left out"
        locked = [note.guid for note in compiled.sealed.lock.notes]
        assert len(set(locked)) == len(locked)
        gone = {note.guid for note in compiled.sealed.lock.notes if note.retired}
        assert not gone & set(packed)
        assert set(self.owner) <= set(locked), "the lock forgets nobody"

    def hold_identities(self, told: dict[int, Seen]) -> None:
        for key, now in told.items():
            assert self.owner.setdefault(now.guid, key) == key, f"grafted: {now.shown}"
            if key not in self.last:
                continue
            before = self.last[key]
            if now.shown[1:] == before.shown[1:]:
                assert now.guid == before.guid, f"unchanged, and lost: {now.shown}"
            if key in self.living and self.gentle.get(key) == 1 and now.path == before.path:
                assert now.guid == before.guid, f"edited a little, and lost: {now.shown}"
            if now.guid == before.guid and key in self.living:
                assert (now.mod > before.mod) == (now.shown != before.shown)
                assert now.mod >= before.mod

    def hold_second_build(self, now: int) -> None:
        written = self.project.output.read_bytes(), self.project.lock_path.read_bytes()
        self.project.build(now + DAY)
        again = self.project.output.read_bytes(), self.project.lock_path.read_bytes()
        assert written == again, "a second build changes nothing"

    def hold_lost_lock(self, now: int) -> None:
        kept = self.project.lock_path.read_bytes()
        self.project.lose_lock()
        alone = self.told(self.compiled(now))
        self.project.lock_path.write_bytes(kept)
        for key, found in alone.items():
            assert self.owner.get(found.guid, key) == key, f"grafted without a lock: {found.shown}"
            if self.first.get(key, found.shown[1:]) == found.shown[1:]:
                assert self.owner.get(found.guid) == key, f"lost without a lock: {found.shown}"

    def remember(self, told: dict[int, Seen]) -> None:
        self.last |= told
        self.living = set(told)
        self.first = {key: seen.shown[1:] for key, seen in told.items()} | self.first
        self.gentle = {}

    # ---- the desk

    def cards(self) -> list[tuple[str, int, Card]]:
        return [
            (path, at, card)
            for path in sorted(self.pages)
            for at, card in enumerate(self.pages[path].cards)
        ]

    def pick(self, n: int) -> tuple[str, int, Card]:
        return self.cards()[n % len(self.cards())]

    def path(self, n: int) -> str:
        return sorted(self.pages)[n % len(self.pages)]

    def page(self, path: str, title: str = "") -> Page:
        return self.pages.setdefault(path, Page(title))

    def change(self, path: str, at: int, card: Card) -> None:
        self.pages[path].cards[at] = card
        self.gentle[card.key] = self.gentle.get(card.key, 0) + 1

    def save(self) -> None:
        for file in self.project.source.rglob("*.md"):
            file.unlink()
        self.pages = {path: page for path, page in self.pages.items() if page.cards}
        for path, page in self.pages.items():
            title = f"# {page.title}\n\n" if page.title else ""
            self.project.write(path, title + pairs(*((c.front, c.back) for c in page.cards)))

    def compiled(self, now: int, *, backwards: bool = False) -> Compiled:
        def track(files: Iterable[Path]) -> list[Path]:
            return list(files)[::-1] if backwards else list(files)

        return compiler.compile_deck(self.project.source, now, deck="Deck", track=track)

    def told(self, compiled: Compiled) -> dict[int, Seen]:
        """What a build made of each note, by who it truly is."""
        keys = {(path, card.front, card.back): card.key for path, _, card in self.cards()}
        return {
            keys[change.now.path, change.now.front, change.now.back]: Seen(
                change.now.guid,
                change.now.mod,
                (change.now.heading, change.now.front, change.now.back),
                change.now.path,
            )
            for change in compiled.sealed.changes
        }


EDITS = [
    "typo", "reword", "answer_otherwise", "reorder", "move", "rename", "split", "delete", "add",
    "replace_by_another", "swap", "restore", "replace_by_another",
]  # fmt: skip
AN_EDIT = st.tuples(st.sampled_from(EDITS), st.integers(0, 10**4), st.sampled_from(PATHS))
SESSION = st.tuples(st.lists(AN_EDIT, min_size=1, max_size=4), CLOCKS)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**4), sessions=st.lists(SESSION, min_size=1, max_size=5))
def test_laws_of_editing(seed: int, sessions: list[tuple[list[tuple[str, int, str]], int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        author = Author(Path(folder), seed)
        author.build(START)
        for edits, now in sessions:
            for what, n, to in edits:
                getattr(author, what)(n, to)
            author.build(now)


# ---- the hard cases, one by one

OTHER = ("What do bees make?", "Honey")  # stands in every example and never changes


class Story:
    """A project of files with pairs, told build by build, a day apart."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        self.now = START

    def build(self, **pages: list[tuple[str, str]] | str) -> Compiled:
        """Build exactly these pages; ``unit_a`` stands for ``unit/a.md``."""
        for file in self.project.source.rglob("*.md"):
            file.unlink()
        for name, cards in pages.items():
            text = cards if isinstance(cards, str) else pairs(*cards)
            self.project.write(name.replace("_", "/") + ".md", text)
        compiled = self.project.build(self.now)
        self.now += DAY
        return compiled


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path)


def told(compiled: Compiled) -> list[str]:
    """The GUIDs of a build in the order of the document."""
    return [change.now.guid for change in compiled.sealed.changes]


def of(compiled: Compiled, back: str) -> str:
    """The GUID of the one note with this answer."""
    (found,) = (c.now.guid for c in compiled.sealed.changes if c.now.back == back)
    return found


def state(compiled: Compiled) -> list[str]:
    return [change.state for change in compiled.sealed.changes]


HTTP = "Hypertext Transfer Protocol"
EDITS_TO_SURVIVE = {
    "typo in a short question": (("What is HTPT?", HTTP), ("What is HTTP?", HTTP)),
    "typo in a front of one word": (("HTPT", HTTP), ("HTTP", HTTP)),
    "front shortened to a word": (("What is HTTP?", "A web protocol"), ("HTTP", "A web protocol")),
    "front written out": (("HTTP", "A web protocol"), ("What is HTTP?", "A web protocol")),
    "typo in a family": (
        ("What is the capitol of France?", "Paris"),
        ("What is the capital of France?", "Paris"),
    ),
    "typo in the answer": (
        ("What is the capital of France?", "Pairs"),
        ("What is the capital of France?", "Paris"),
    ),
    "another answer": (
        ("At which temperature does water boil?", "90 °C"),
        ("At which temperature does water boil?", "100 °C at sea level"),
    ),
    "question in other words, short answer": (
        ("What is the capital of France?", "Paris"),
        ("Which city is the capital of France?", "Paris"),
    ),
    "question in other words, long answer": (
        ("Why is the sky blue?", "Air scatters short waves of light most"),
        ("What gives the sky its colour by day?", "Air scatters short waves of light most"),
    ),
    "question and answer edited at once": (
        ("How long do the glaciers of the Alps grow?", "Over many winters the snow becomes ice"),
        ("How long do glaciers in the Alps grow?", "Over very many winters, snow becomes ice"),
    ),
    "markup taken away": (("**What** is `xylem`?", "A _tissue_!"), ("What is xylem", "A tissue")),
    "Chinese, a word added": (
        ("光合作用在植物的哪个部分进行?", "叶绿体,它含有叶绿素"),
        ("光合作用在植物细胞的哪个部分进行?", "叶绿体,它含有叶绿素"),
    ),
    "Chinese, a particle taken away": (
        ("法国的首都是哪里?", "巴黎"),
        ("法国首都是哪里?", "巴黎"),
    ),
    "Thai, a word added": (
        ("ประเทศไทยมีกี่จังหวัด", "77 จังหวัด"),
        ("ประเทศไทยมีทั้งหมดกี่จังหวัด", "77 จังหวัด"),
    ),
}

CAPITAL = "What is the capital of {}?"
LOOK_ALIKES = {
    f"{one} and {other}": ((CAPITAL.format(one), its), (CAPITAL.format(other), others))
    for one, its, other, others in [
        ("France", "Paris", "Spain", "Madrid"),
        ("Norway", "Oslo", "Kenya", "Nairobi"),
        ("Niger", "Niamey", "Nigeria", "Abuja"),
        ("Austria", "Vienna", "Australia", "Canberra"),
        ("Iran", "Tehran", "Iraq", "Baghdad"),
        ("Slovakia", "Bratislava", "Slovenia", "Ljubljana"),
        ("Zambia", "Lusaka", "Gambia", "Banjul"),
        ("Guinea", "Conakry", "Equatorial Guinea", "Malabo"),
        ("Sudan", "Khartoum", "South Sudan", "Juba"),
    ]
} | {
    "a number": (
        ("In which year did World War 1 begin?", "1914"),
        ("In which year did World War 2 begin?", "1939"),
    ),
    "a Roman number": (
        ("In which year did World War I begin?", "1914"),
        ("In which year did World War II begin?", "1939"),
    ),
    "a number in another": (("What is 3 times 12?", "36"), ("What is 3 times 2?", "6")),
    "a vitamin": (
        ("What does vitamin A do?", "It keeps the eyes well"),
        ("What does vitamin K do?", "Blood clots by it"),
    ),
    "a number twice": (("What is 2 times 12?", "24"), ("What is 2 times 2?", "4")),
    "a status": (
        ("What does the HTTP status 404 mean?", "Not found"),
        ("What does the HTTP status 403 mean?", "Forbidden"),
    ),
    "a prefix": (
        ("What is hypertension?", "Pressure above 140/90"),
        ("What is hypotension?", "A fall below the normal values"),
    ),
    "a letter": (
        ("Which nerves are afferent?", "Those that report to the brain"),
        ("Which nerves are efferent?", "Those that move the muscles"),
    ),
    "a rhyme": (
        ("What is the plural of mouse?", "mice"),
        ("What is the plural of house?", "houses"),
    ),
    "a not": (
        ("What is not allowed in a peer relationship?", "Advice"),
        ("What is allowed in a peer relationship?", "Support"),
    ),
    "signs of code": (
        ("What does `*` match?", "What stands before, any number of times"),
        ("What does `$` match?", "The end of the line"),
    ),
    "signs in a name": (
        ("What is C++?", "A language by Bjarne Stroustrup"),
        ("What is C#?", "Microsoft's answer to Java"),
    ),
    "signs of arithmetic": (("Is 3 > 2?", "Yes"), ("Is 3 < 2?", "No")),
    "signs that are named": (
        ("What is the sign + called?", "Plus"),
        ("What is the sign − called?", "Minus"),
    ),
    "subjects with one short answer": (
        ("Is aspirin safe for children?", "No"),
        ("Is ibuprofen safe for children?", "No"),
    ),
    "lobes": (
        ("What does the frontal lobe do?", "Planning is done by this part of the brain"),
        ("What does the occipital lobe do?", "Seeing is done by this part of the brain"),
    ),
    "Japanese": (("日本の首都はどこですか", "東京"), ("中国の首都はどこですか", "北京")),
    "Thai": (
        ("เมืองหลวงของประเทศไทยคืออะไร", "กรุงเทพ"),
        ("เมืองหลวงของประเทศลาวคืออะไร", "เวียงจันทน์"),
    ),
}  # fmt: skip


# Known to fail; whoever mends one takes it out of here.


def marked(cases: dict[str, tuple[tuple[str, str], tuple[str, str]]]) -> list[object]:
    return [pytest.param(*case, id=name) for name, case in cases.items()]


@pytest.mark.parametrize(("old", "new"), marked(EDITS_TO_SURVIVE))
def test_an_edit_that_survives(story: Story, old: tuple[str, str], new: tuple[str, str]) -> None:
    first = story.build(page=[OTHER, old])
    second = story.build(page=[OTHER, new])
    assert told(second) == told(first)
    assert state(second) == ["unchanged", "edited"]
    assert not second.sealed.retired


@pytest.mark.parametrize(("old", "new"), marked(LOOK_ALIKES))
def test_a_look_alike_in_its_place_is_a_new_note(
    story: Story, old: tuple[str, str], new: tuple[str, str]
) -> None:
    for before, after in ((old, new), (new, old)):
        story.project.lock_path.unlink(missing_ok=True)
        first = story.build(page=[OTHER, before])
        second = story.build(page=[OTHER, after])
        assert told(second)[1] != told(first)[1]
        assert state(second) == ["unchanged", "new"]
        assert [note.guid for note in second.sealed.retired] == told(first)[1:]


NAMES = ["Peru", "Japan", "Kenya", "Norway", "Brazil", "Egypt", "Spain", "Fiji"]


def test_look_alikes_that_come_and_go_keep_to_themselves(story: Story) -> None:
    cards = [(f"What is the capital of {name}?", f"Its city {name}") for name in NAMES]
    known = dict(zip(cards, told(story.build(page=cards)), strict=True))
    for gone in range(len(cards) - 1):
        left = [*cards[:gone], *cards[gone + 2 :]]
        built = story.build(page=left)
        assert told(built) == [known[card] for card in left]


SAME = "Which statement is true?"


def test_the_same_question_twice_in_a_file(story: Story) -> None:
    first = story.build(page=[(SAME, "Cats purr"), (SAME, "Dogs bark"), (SAME, "Fish swim")])
    assert len(set(told(first))) == 3
    edited = story.build(
        page=[(SAME, "Fish swim"), (SAME, "Cats purr at night"), (SAME, "Dogs bark")]
    )
    assert told(edited) == [told(first)[2], told(first)[0], told(first)[1]]
    assert state(edited) == ["unchanged", "edited", "unchanged"]
    fewer = story.build(page=[(SAME, "Fish swim"), (SAME, "Dogs bark")])
    assert told(fewer) == [told(first)[2], told(first)[1]]
    assert [note.guid for note in fewer.sealed.retired] == [told(first)[0]]


def test_the_same_question_in_two_files_that_change_places(story: Story) -> None:
    first = story.build(a=[(SAME, "Cats purr")], b=[(SAME, "Dogs bark")])
    second = story.build(a=[(SAME, "Dogs bark")], b=[(SAME, "Cats purr")])
    assert told(second) == told(first)[::-1]
    assert state(second) == ["unchanged", "unchanged"]


def test_another_note_with_the_question_of_a_deleted_one_is_new(story: Story) -> None:
    first = story.build(page=[(SAME, "Cats purr"), (SAME, "Dogs bark")])
    second = story.build(page=[(SAME, "Iron rusts in rain"), (SAME, "Dogs bark")])
    assert told(second)[1] == told(first)[1]
    assert told(second)[0] not in told(first)


def test_another_note_with_the_question_of_a_retired_one_is_new(story: Story) -> None:
    first = story.build(page=[(SAME, "Cats purr"), (SAME, "Dogs bark")])
    story.build(page=[(SAME, "Dogs bark")])
    third = story.build(page=[(SAME, "Iron rusts in rain"), (SAME, "Dogs bark")])
    assert told(third)[1] == told(first)[1]
    assert told(third)[0] not in told(first)


def test_the_same_note_twice_is_left_out_once_and_stays_when_one_of_them_goes(
    story: Story,
) -> None:
    first = story.build(a=[OTHER], b=[OTHER, ("Why?", "Because")])
    assert [d.code for d in first.diagnostics] == ["duplicate-note"]
    assert len(told(first)) == 2
    second = story.build(a=[("When?", "In spring")], b=[OTHER, ("Why?", "Because")])
    assert of(second, "Honey") == of(first, "Honey")


def test_a_question_that_is_replaced_by_another_one_is_new(story: Story) -> None:
    first = story.build(page=[OTHER, ("Who was the first king of Rome?", "Romulus the founder")])
    second = story.build(page=[OTHER, ("What do volcanoes emit?", "Lava, ash and many gases")])
    assert state(second) == ["unchanged", "new"]
    assert [note.guid for note in second.sealed.retired] == told(first)[1:]


def test_two_questions_that_are_swapped_stay_who_they_are(story: Story) -> None:
    chile, peru = ("Capital of Chile?", "Santiago"), ("Capital of Peru?", "Lima")
    first = story.build(page=[chile, OTHER, peru])
    second = story.build(page=[peru, OTHER, chile])
    assert told(second) == told(first)[::-1]
    assert state(second) == ["unchanged"] * 3


def test_two_answers_that_are_swapped_stay_with_their_questions(story: Story) -> None:
    first = story.build(page=[("Capital of Chile?", "Lima"), ("Capital of Peru?", "Santiago")])
    second = story.build(page=[("Capital of Chile?", "Santiago"), ("Capital of Peru?", "Lima")])
    assert told(second) == told(first)
    assert state(second) == ["edited", "edited"]


def test_punctuation_and_markup_stripped_from_four_hundred_questions(story: Story) -> None:
    before = [
        (f"**What** is part {n}, of kind _{n % 7}_?", f"Part `{n * 13}`!") for n in range(400)
    ]
    after = [(f"What is part {n} of kind {n % 7}", f"Part {n * 13}") for n in range(400)]
    first = story.build(page=before)
    second = story.build(page=after)
    assert told(second) == told(first)
    assert set(state(second)) == {"edited"}


def test_six_hundred_notes_moved_into_a_folder(story: Story) -> None:
    pages = {
        f"p{n}": [(f"What is the capital of land {n}-{m}?", f"City {n * m}") for m in range(20)]
        for n in range(30)
    }
    first = story.build(**pages)
    second = story.build(**{f"lands_{name}": cards for name, cards in pages.items()})
    assert told(second) == told(first)
    assert set(state(second)) == {"unchanged"}
    assert all(change.moved for change in second.sealed.changes)


def test_a_renamed_file_in_which_every_note_was_edited(story: Story) -> None:
    cards = [(fronts[0], backs[0]) for fronts, backs in ORDINARY]
    first = story.build(old=cards, page=[OTHER])
    second = story.build(new=[(f, b + ", one says") for f, b in cards], page=[OTHER])
    assert told(second) == told(first)


def test_a_file_that_is_split_and_joined_again(story: Story) -> None:
    cards = [(fronts[0], backs[0]) for fronts, backs in ORDINARY]
    first = story.build(page=cards)
    split = story.build(page=cards[:3], page2=cards[3:])
    joined = story.build(page=cards)
    assert told(first) == told(split) == told(joined)
    assert {*state(split), *state(joined)} == {"unchanged"}


def test_a_note_that_becomes_a_cloze_is_a_new_note(story: Story) -> None:
    first = story.build(page=[OTHER, ("Which gas do plants take in?", "Carbon dioxide")])
    second = story.build(page=pairs(OTHER) + "\nPlants take in {{c1::carbon dioxide}}.\n")
    assert state(second) == ["unchanged", "new"]
    assert told(second)[1] not in told(first)
    assert [note.guid for note in second.sealed.retired] == told(first)[1:]


def test_a_question_that_gets_choices_keeps_its_type_and_so_its_reviews(story: Story) -> None:
    first = story.build(page=[("Which gas do plants take in from the air?", "Carbon dioxide")])
    second = story.build(
        page="Which gas do plants take in from the air?\n\n"
        "A. Oxygen\nB. Carbon dioxide\nC. Helium\n\nAnswer: B\n"
    )
    assert [change.now.kind for change in second.sealed.changes] == ["question"]
    assert told(second) == told(first)


def test_a_deleted_note_that_comes_back_gets_its_guid_again(story: Story) -> None:
    why = ("Why is the sky blue?", "Air scatters short waves of light most")
    first = story.build(page=[OTHER, why])
    gone = story.build(page=[OTHER])
    assert [(n.guid, n.retired > 0) for n in gone.sealed.retired] == [(told(first)[1], True)]
    story.build(page=[OTHER])
    back = story.build(elsewhere=[why], page=[OTHER])
    assert of(back, why[1]) == told(first)[1]
    assert not any(note.retired for note in back.sealed.lock.notes)


def test_a_note_that_comes_back_as_it_was_keeps_its_time(story: Story) -> None:
    why = ("Why is the sky blue?", "Air scatters short waves of light most")
    first = story.build(page=[OTHER, why])
    story.build(page=[OTHER])
    back = story.build(page=[OTHER, why])
    assert entry(back, why[0]).mod == entry(first, why[0]).mod


def test_a_note_that_comes_back_is_itself_and_not_the_like_one_that_left(story: Story) -> None:
    autumn = (
        "Why do leaves fall in autumn?",
        "To save water over winter when roots take up little",
    )
    summer = ("Why do leaves fall in dry summers?", "To save water when roots take up little")
    first = story.build(page=[OTHER, autumn, summer])
    story.build(page=[OTHER, summer])
    third = story.build(page=[OTHER, autumn])
    assert told(third) == told(first)[:2]


def test_a_retired_note_is_announced_once(story: Story) -> None:
    story.build(page=[OTHER, ("Why?", "Because")])
    assert len(story.build(page=[OTHER]).sealed.retired) == 1
    assert len(story.build(page=[OTHER]).sealed.retired) == 0
    assert len(story.project.lock().notes) == 2, "it stays in the lock"


REST = "At least eleven hours in a row"


def test_of_two_equally_good_candidates_nobody_is_guessed(story: Story) -> None:
    first = story.build(page=[OTHER, ("How long may one rest after a shift?", REST)])
    second = story.build(
        page=[
            OTHER,
            ("How long may one rest after a late shift?", REST + " by day"),
            ("How long may one rest after a long shift?", REST + " by law"),
        ]
    )
    assert state(second) == ["unchanged", "new", "new"]
    assert all(change.rival for change in second.sealed.changes[1:]), "it is reported"
    assert [note.guid for note in second.sealed.retired] == told(first)[1:]


def test_of_two_equally_good_candidates_the_one_in_place_keeps_its_reviews(story: Story) -> None:
    first = story.build(a=[("How long may one rest after a shift?", REST)], b=[OTHER])
    second = story.build(
        a=[("How long may one rest after one shift?", REST + " by day")],
        b=[OTHER, ("How long may one rest after any shift?", REST + " by law")],
    )
    assert told(second)[0] == told(first)[0]
    assert told(second)[2] not in told(first)


def test_a_lock_in_conflict_is_the_union_of_both_sides(story: Story) -> None:
    base = [OTHER, ("Why is the sky blue?", "Air scatters short waves")]
    story.build(page=base)
    common = story.project.lock_path.read_text(encoding="utf-8")

    def branch(cards: list[tuple[str, str]]) -> tuple[list[str], Compiled]:
        story.project.lock_path.write_text(common, encoding="utf-8")
        built = story.build(page=cards)
        return story.project.lock_path.read_text(encoding="utf-8").splitlines(), built

    ours, mine = branch([*base, ("What do cows eat?", "Grass")])
    theirs, others = branch([base[0], (base[1][0], "Air scatters short waves of light most")])
    shared = [line for line in ours if line in theirs]
    only_ours = [line for line in ours if line not in theirs]
    only_theirs = [line for line in theirs if line not in ours]
    merged = [*shared, "<<<<<<< HEAD", *only_ours, "=======", *only_theirs, ">>>>>>> theirs"]
    story.project.lock_path.write_text("\n".join(merged) + "\n", encoding="utf-8")

    both = [
        base[0],
        (base[1][0], "Air scatters short waves of light most"),
        ("What do cows eat?", "Grass"),
    ]
    built = story.build(page=both)
    assert told(built) == [told(mine)[0], told(others)[1], told(mine)[2]]
    assert state(built) == ["unchanged"] * 3
    assert "<<<<<<<" not in story.project.lock_path.read_text(encoding="utf-8")


def test_a_lock_with_every_line_twice_is_the_same_lock(story: Story) -> None:
    cards = [OTHER, ("Why?", "Because")]
    first = story.build(page=cards)
    text = story.project.lock_path.read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    doubled = [head, *(line for line in lines for _ in range(2))]
    story.project.lock_path.write_text("\r\n".join(doubled) + "\r\n", encoding="utf-8", newline="")
    again = story.build(page=cards)
    assert (told(again), set(state(again))) == (told(first), {"unchanged"})
    assert story.project.lock_path.read_text(encoding="utf-8") == text


def test_without_a_lock_unchanged_notes_get_their_guids_again(story: Story) -> None:
    cards = [(fronts[0], backs[0]) for fronts, backs in ORDINARY]
    first = story.build(page=[*cards, *FAMILIES])
    story.project.lose_lock()
    second = story.build(other=FAMILIES, page=cards)
    assert set(told(second)) == set(told(first))


def test_without_a_lock_a_note_with_a_shared_question_gets_its_guid_again(story: Story) -> None:
    first = story.build(a=[(SAME, "Cats purr")], b=[(SAME, "Dogs bark")])
    moved = story.build(b=[(SAME, "Dogs bark")], z=[(SAME, "Cats purr")])
    assert told(moved) == told(first)[::-1]
    story.project.lose_lock()
    again = story.build(b=[(SAME, "Dogs bark")], z=[(SAME, "Cats purr")])
    assert told(again) == told(moved)


def test_without_a_lock_no_note_gets_the_guid_of_one_that_was_reworded(story: Story) -> None:
    first = story.build(page=[OTHER, ("X marks what?", "The spot on the map")])
    story.build(page=[OTHER, ("What does the X on a map mark?", "The spot on the map")])
    cards = [
        OTHER,
        ("What does the X on a map mark?", "The spot on the map"),
        ("X marks what?", "A film"),
    ]
    third = story.build(page=cards)
    assert told(third)[:2] == told(first)
    story.project.lose_lock()
    fourth = story.build(page=cards)
    assert told(fourth)[2] not in told(first)


# ---- ids that stand in the source


def test_an_id_in_the_source_keeps_a_note_however_much_is_rewritten(story: Story) -> None:
    first = story.build(
        page="Q: Which gas do plants take in? <!-- id: gas -->\nA: Carbon dioxide\n"
    )
    second = story.build(unit_other="Q: Name it! <!-- id: gas -->\nA: CO₂, of course\n")
    assert told(second) == told(first) == ["gas"]
    assert state(second) == ["edited"]


def test_an_id_that_is_given_to_a_known_note_keeps_its_guid(story: Story) -> None:
    first = story.build(page=[OTHER, ("Which gas do plants take in?", "Carbon dioxide")])
    second = story.build(
        page=pairs(OTHER)
        + "\nQ: Which gas do plants take in? <!-- id: gas -->\nA: Carbon dioxide\n"
    )
    assert (told(second), state(second)) == (told(first), ["unchanged"] * 2)
    third = story.build(page=pairs(OTHER) + "\nQ: Name it! <!-- id: gas -->\nA: CO₂, of course\n")
    assert told(third) == told(first)


def test_an_id_that_stands_at_two_notes_belongs_to_the_first(story: Story) -> None:
    built = story.build(
        page="Q: One? <!-- id: same -->\nA: First\n\nQ: Two? <!-- id: same -->\nA: Second\n"
    )
    assert told(built)[0] == "same"
    assert len(set(told(built))) == 2
    assert [(d.code, d.line) for d in built.diagnostics] == [("duplicate-id", 4)]


IDS_TEXT = (
    "# Plants\n\nQ: Which gas do plants take in?\nA: Carbon dioxide\n\n"
    "The {{c1::stem}} carries {{c2::leaves}}.\n\n- A {{c1::root}} drinks.\n\n"
    "Which of these is a tissue?\n\nA. Xylem\nB. Rain\n\nAnswer: A\n"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(IDS_TEXT, id="lines"),
        pytest.param(IDS_TEXT.replace("\n", "\r\n"), id="lines of Windows"),
        pytest.param(IDS_TEXT.rstrip("\n"), id="no line end at the end"),
        pytest.param("\ufeff" + IDS_TEXT, id="byte order mark"),
        pytest.param(
            IDS_TEXT.replace("in?\n", "in?  \n"),
            id="spaces at the end",
        ),
        pytest.param(
            IDS_TEXT.replace("Carbon dioxide", "Carbon\fdioxide"),
            id="a form feed",
        ),
        pytest.param(
            IDS_TEXT.replace("Carbon dioxide", "Carbon\u2028dioxide"),
            id="a line separator",
        ),
    ],
)
def test_ids_are_written_and_removed_without_a_trace(story: Story, text: str) -> None:
    project, page = story.project, story.project.source / "page.md"
    page.write_bytes(text.encode())
    first = project.build(START)
    package = project.output.read_bytes()

    assert source_ids.write_ids(project.source, START + DAY)[0] == {"page.md": 4}
    assert all(f" <!-- id: {guid} -->" in page.read_text(encoding="utf-8") for guid in told(first))
    project.build(START + DAY)
    assert project.output.read_bytes() == package

    assert source_ids.remove_ids(project.source) == {"page.md": 4}
    assert page.read_bytes() == text.encode()
    project.build(START + 2 * DAY)
    assert project.output.read_bytes() == package


def test_an_id_in_code_is_text(story: Story) -> None:
    text = "Q: What does `<!-- id: x1 -->` do?\nA: It names a note\n"
    built = story.build(page=text)
    assert told(built) != ["x1"]
    source_ids.remove_ids(story.project.source)
    assert story.project.read("page.md") == text


def test_with_ids_a_lost_lock_costs_nothing(story: Story) -> None:
    first = story.build(page=[OTHER, ("Which gas do plants take in?", "Carbon dioxide")])
    source_ids.write_ids(story.project.source, START)
    story.project.lose_lock()
    story.project.replace("page.md", "Which gas do plants take in?", "What do leaves breathe?")
    assert told(story.project.build(START + DAY)) == told(first)


# ---- cloze numbers: a card belongs to a number, so a number keeps its deletion

HEART = "The {{c1::heart}} pumps {{c2::blood}} to the {{c3::lungs}} and the body."


def cloze(story: Story, text: str) -> str:
    """What the one cloze of a build says, with the numbers that Anki will see."""
    story.build(page=text + "\n")
    (note,) = story.project.package().notes
    return note.fields["Text"]


@pytest.mark.parametrize(
    ("later", "shown"),
    [
        (  # removed, and the author leaves a gap
            "The heart pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
            "The heart pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
        ),
        (  # removed, and the author numbers the others anew
            "The heart pumps {{c1::blood}} to the {{c2::lungs}} and the body.",
            "The heart pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
        ),
        (  # reordered by number
            "The {{c3::heart}} pumps {{c1::blood}} to the {{c2::lungs}} and the body.",
            "The {{c1::heart}} pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
        ),
        (  # one added in front
            "The {{c1::red}} heart pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
            "The {{c4::red}} heart pumps {{c2::blood}} to the {{c3::lungs}} and the body.",
        ),
        (  # one replaced by another
            "The {{c1::heart}} pumps {{c2::blood}} to the lungs and the {{c3::body}}.",
            "The {{c1::heart}} pumps {{c2::blood}} to the lungs and the {{c4::body}}.",
        ),
        (  # one edited
            "The {{c1::heart}} pumps {{c2::fresh blood}} to the {{c3::lungs}} and the body.",
            "The {{c1::heart}} pumps {{c2::fresh blood}} to the {{c3::lungs}} and the body.",
        ),
        (  # hints say nothing of who a deletion is
            "The {{c2::heart::organ}} pumps {{c1::blood::fluid}} to the {{c3::lungs}} and body.",
            "The {{c1::heart::organ}} pumps {{c2::blood::fluid}} to the {{c3::lungs}} and body.",
        ),
    ],
)  # fmt: skip
def test_a_deletion_keeps_its_number(story: Story, later: str, shown: str) -> None:
    assert cloze(story, HEART) == HEART
    assert cloze(story, later) == shown


PARTS = ["heart", "blood", "valve", "lungs", "artery", "brain"]
BODY = "The heart sends blood past a valve to the lungs, through an artery and to the brain."
HIDDEN = st.dictionaries(st.sampled_from(PARTS), st.integers(1, 9), min_size=1).filter(
    lambda numbers: len(set(numbers.values())) == len(numbers)
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(states=st.lists(HIDDEN, min_size=2, max_size=6))
def test_whatever_is_hidden_a_number_never_changes_its_meaning(
    states: list[dict[str, int]],
) -> None:
    numbers: dict[str, str] = {}
    known = None
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Path(folder))
        for hidden in states:
            text = BODY
            for part, number in hidden.items():
                text = text.replace(f" {part}", f" {{{{c{number}::{part}}}}}")
            shown = cloze(story, text)
            assert re.sub(r"\{\{c\d+::(\w+)\}\}", r"\1", shown) == BODY
            found = {part: number for number, part in re.findall(r"\{\{c(\d+)::(\w+)\}\}", shown)}
            assert found.keys() == hidden.keys()
            for part, number in found.items():
                assert numbers.setdefault(part, number) == number
            assert len(set(numbers.values())) == len(numbers)
            (note,) = story.project.package().notes
            known = known or note.guid
            assert note.guid == known


def test_a_deletion_that_comes_back_gets_its_number_again(story: Story) -> None:
    cloze(story, HEART)
    cloze(story, "The heart pumps {{c1::blood}} to the {{c2::lungs}} and the body.")
    added = cloze(story, "The heart pumps {{c1::blood}} to the {{c2::lungs}} and the {{c3::body}}.")
    assert added == "The heart pumps {{c2::blood}} to the {{c3::lungs}} and the {{c4::body}}."
    assert cloze(story, HEART) == HEART


def test_a_deletion_that_parts_in_two_leaves_its_number_with_one_of_them(story: Story) -> None:
    flag = "The flag is {{c1::red}} and {{c1::blue}} and {{c2::green}} today."
    assert cloze(story, flag) == flag
    assert (
        cloze(story, "The flag is {{c1::red}} and {{c2::blue}} and {{c3::green}} today.")
        == "The flag is {{c1::red}} and {{c3::blue}} and {{c2::green}} today."
    )


def test_deletions_that_change_places_in_the_text_keep_their_numbers(story: Story) -> None:
    tree = "Under the leaves of a tree are {{c1::bark}}, {{c2::wood}} and {{c3::pith}}."
    assert cloze(story, tree) == tree
    assert (
        cloze(story, "Under the leaves of a tree are {{c1::pith}}, {{c2::bark}} and {{c3::wood}}.")
        == "Under the leaves of a tree are {{c3::pith}}, {{c1::bark}} and {{c2::wood}}."
    )


def test_a_reworded_cloze_with_the_same_deletions_is_the_same_note(story: Story) -> None:
    first = story.build(page=HEART + "\n")
    second = story.build(
        page="{{c1::Blood}} is pumped by the {{c2::heart}} to the {{c3::lungs}} and the body.\n"
    )
    assert told(second) == told(first)
    (note,) = story.project.package().notes
    assert note.fields["Text"].startswith("{{c2::Blood}} is pumped by the {{c1::heart}}")


def test_the_numbers_of_a_cloze_survive_a_move(story: Story) -> None:
    story.build(page=HEART + "\n")
    shorter = "The heart pumps {{c1::blood}} to the {{c2::lungs}} and the body."
    story.build(page=shorter + "\n")
    story.build(unit_body=shorter + "\n")
    (note,) = story.project.package().notes
    assert note.fields["Text"] == shorter.replace("c2", "c3").replace("c1", "c2")


def test_a_corrected_deletion_keeps_the_note(story: Story) -> None:
    first = story.build(page="In {{c1::1493}} Columbus sailed to {{c2::America}} for Spain.\n")
    second = story.build(page="In {{c1::1492}} Columbus sailed to {{c2::America}} for Spain.\n")
    assert told(second) == told(first)
