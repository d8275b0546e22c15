"""Question cards under the fingers of a learner, in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Position

from tests.project import Project
from tests.reviewer import BROWSER, Reviewer, Sides, chromium, drawn
from tests.test_bad_input import PAYLOADS

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

LANDFORMS = ["A spit", "A tombolo", "A fjord", "A ria", "A delta"]
SOURCES = {
    "bank.md": (
        "1. Which landform ties an island to the shore?\n"
        "A) A spit\nB) A tombolo\nC) A fjord\nD) A ria\nE) A delta\nAnswer: B\n\n"
        "2. Which of these are shaped by ice?\n"
        "- [x] A fjord\n- [ ] A ria\n- [x] A trough\n- [ ] A delta\n\n"
        "3. Which are lakes by the sea?\n"
        "A) A lagoon\nB) A haff\nC) A liman\nD) All of the above\nE) None of these\nAnswer: D\n\n"
        "4. Which bays are dry at ebb?\n"
        "A) Cove\nB) Inlet\nC) Both A and B\nD) Sound\nAnswer: C\n\n"
        "5. How many high tides has a day?\nA) 1\nB) 2\nC) 3\nD) 4\nAnswer: B\n\n"
        "6. A ria is a drowned valley.\nAnswer: True\n\n"
        "7. What is a skerry?\nA) A rock\nB) A wind\nC) A fish\nD) A boat\nAnswer: A\n"
        "Explanation: A skerry is a rock. Option B is a wind, and D is wrong.\n\n"
        "8. Which wind blows by night? Select all that apply.\n"
        "A) Land breeze\nB) Sea breeze\nC) Monsoon\nAnswer: A\n\n"
        "## Notes\n\nQ: What is a falling tide?\nA: An ebb.\n"
    ),
    "gift.txt": (
        "Which coast did a glacier carve? {=A sound fjord #Ice did.~A ria #A river did."
        "~A delta #Mud did.~A bar #Waves did.}\n"
    ),
}  # fmt: skip
NOON = "2026-03-01T12:00:00"

Card = Callable[[str], Sides]


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Card:
    """A card by words of its question."""
    folder = tmp_path_factory.mktemp("choices")
    project = Project(folder / "project")
    for name, text in SOURCES.items():
        project.write(name, text)
    project.build()
    cards = drawn(project, folder)

    def find(words: str) -> Sides:
        (found,) = (c for c in cards if words in c.name)
        return found

    return find


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def reviewer(browser: Browser, card: Card) -> Iterator[Reviewer]:
    made = Reviewer(browser, card("island").css)
    made.at(NOON)
    yield made
    assert made.errors == []
    assert made.asked == []
    made.page.context.close()


def test_a_tap_chooses_one_and_the_back_remembers_it(card: Card, reviewer: Reviewer) -> None:
    shown = card("island")
    reviewer.show(shown.front)
    reviewer.page.get_by_text("A ria").click()
    reviewer.page.get_by_text("A spit").click()
    assert reviewer.marked("dg-chosen") == ["A spit"]
    reviewer.show(shown.back)
    assert reviewer.marked("dg-chosen") == ["A spit"]
    assert reviewer.marked("dg-right") == ["A tombolo"]
    assert sorted(reviewer.marked("dg-wrong")) == sorted({*LANDFORMS} - {"A tombolo"})
    assert "✓" in reviewer.sign("A tombolo")
    assert "✕" in reviewer.sign("A spit")
    assert "your choice" in reviewer.sign("A spit")
    assert reviewer.page.locator(".dg-pick").count() == 0


def test_the_whole_card_of_a_choice_can_be_tapped(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("island").front)
    left, right = Position(x=4, y=25), Position(x=290, y=25)
    for corner in (left, right):
        for choice in reviewer.page.locator(".choices > li").all():
            choice.click(position=corner)
            assert choice.get_attribute("class") == "tappable dg-chosen"


def test_several_right_answers_are_chosen_and_unchosen(card: Card, reviewer: Reviewer) -> None:
    shown = card("shaped by ice")
    reviewer.show(shown.front)
    for words in ("A fjord", "A ria", "A delta", "A ria"):
        reviewer.page.get_by_text(words).click()
    reviewer.show(shown.back)
    assert sorted(reviewer.marked("dg-chosen")) == ["A delta", "A fjord"]
    assert sorted(reviewer.marked("dg-right")) == ["A fjord", "A trough"]


def test_a_question_for_all_has_boxes_though_one_is_right(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("by night").front)
    assert reviewer.page.get_by_role("checkbox").count() == 3


@pytest.mark.parametrize("key", ["3", "Alt+Digit3", "Numpad3"])
def test_a_key_chooses_by_position(card: Card, reviewer: Reviewer, key: str) -> None:
    reviewer.show(card("island").front)
    third = reviewer.choices()[2]
    reviewer.page.keyboard.press(key)
    assert reviewer.marked("dg-chosen") == [third]


def test_keys_take_a_choice_back_where_several_are_right(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("shaped by ice").front)
    for key in "1241":
        reviewer.page.keyboard.press(key)
    placed = reviewer.choices()
    assert reviewer.marked("dg-chosen") == [placed[1], placed[3]]


def test_other_keys_and_other_cards_stay_as_they_are(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("island").front)
    for key in ("9", "0", "Control+Digit1", "a", "Enter"):
        reviewer.page.keyboard.press(key)
    assert reviewer.marked("dg-chosen") == []
    reviewer.show(card("island").back)
    reviewer.page.keyboard.press("2")  # on the back it rates the card
    assert reviewer.marked("dg-chosen") == []
    reviewer.show('<input id="typeans"><p>another note type</p>')
    reviewer.page.focus("#typeans")
    reviewer.page.keyboard.press("2")
    assert reviewer.page.input_value("#typeans") == "2"


def test_arrow_keys_and_tab_work_as_in_any_form(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("island").front)
    reviewer.page.keyboard.press("Tab")
    reviewer.page.keyboard.press("ArrowDown")
    assert reviewer.marked("dg-chosen") == [reviewer.choices()[1]]


def test_both_sides_have_one_order_and_other_days_another(card: Card, reviewer: Reviewer) -> None:
    shown = card("island")
    orders = []
    for day in range(1, 15):
        reviewer.at(f"2026-03-{day:02}T12:00:00")
        reviewer.show(shown.front)
        orders.append(tuple(reviewer.choices()))
        reviewer.show(shown.front)
        assert tuple(reviewer.choices()) == orders[-1], "the same on the same day"
        reviewer.show(shown.back)
        assert tuple(reviewer.choices()) == orders[-1]
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(LANDFORMS))}
    assert len(set(orders)) > 8
    assert {order.index("A tombolo") for order in orders} == {0, 1, 2, 3, 4}


def test_two_questions_have_two_orders(card: Card, reviewer: Reviewer) -> None:
    reviewer.show(card("lakes").front)
    lakes = [["A lagoon", "A haff", "A liman"].index(words) for words in reviewer.choices()[:3]]
    reviewer.show(card("by night").front)
    winds = ["Land breeze", "Sea breeze", "Monsoon"]
    assert [winds.index(words) for words in reviewer.choices()] != lakes


def test_the_day_turns_at_four_as_ankis_does(card: Card, reviewer: Reviewer) -> None:
    shown = card("island")
    reviewer.at("2026-03-01T22:00:00")
    reviewer.show(shown.front)
    evening = reviewer.choices()
    reviewer.at("2026-03-02T03:59:00")
    reviewer.show(shown.front)
    assert reviewer.choices() == evening


def test_the_day_may_turn_between_front_and_back(card: Card, reviewer: Reviewer) -> None:
    shown = card("island")
    reviewer.at("2026-03-02T03:59:59")
    reviewer.show(shown.front)
    before = reviewer.choices()
    reviewer.page.keyboard.press("1")
    reviewer.at("2026-03-02T04:00:00")
    reviewer.show(shown.back)
    assert reviewer.choices() == before
    assert reviewer.marked("dg-chosen") == before[:1]
    reviewer.show(shown.front)
    assert reviewer.choices() != before


def test_a_page_that_is_loaded_anew_for_the_back_remembers(card: Card, reviewer: Reviewer) -> None:
    shown = card("island")
    reviewer.anew(shown.front)
    before = reviewer.choices()
    reviewer.page.keyboard.press("4")
    reviewer.at("2026-03-02T12:00:00")
    reviewer.anew(shown.back)
    assert reviewer.choices() == before
    assert reviewer.marked("dg-chosen") == [before[3]]


@pytest.mark.parametrize(
    "name", ["", "deckgen", "deckgen x 0,1 0", "deckgen {id} 0,0,0,0,0 9", "deckgen {id} 1,0 a,b"]
)
def test_a_back_without_a_memory_has_the_order_of_the_day(
    card: Card, reviewer: Reviewer, name: str
) -> None:
    shown = card("island")
    reviewer.show(shown.front)
    before = reviewer.choices()
    id_ = reviewer.page.get_attribute(".dg-front", "data-id")
    reviewer.page.evaluate("name => { window.name = name; }", name.format(id=id_))
    reviewer.anew(shown.back)
    assert reviewer.choices() == before
    assert reviewer.marked("dg-chosen") == []
    assert reviewer.marked("dg-right") == ["A tombolo"]


def test_a_name_that_somebody_else_gave_the_window_stays(card: Card, reviewer: Reviewer) -> None:
    reviewer.page.evaluate("() => { window.name = 'theirs'; }")
    reviewer.show(card("island").front)
    reviewer.page.keyboard.press("1")
    chosen = reviewer.marked("dg-chosen")
    reviewer.show(card("island").back)
    assert reviewer.page.evaluate("window.name") == "theirs"
    assert reviewer.marked("dg-chosen") == chosen


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("dry at ebb", ["Cove", "Inlet", "Both A and B", "Sound"]),
        ("high tides", ["1", "2", "3", "4"]),
        ("drowned valley", ["True", "False"]),
        ("skerry", ["A rock", "A wind", "A fish", "A boat"]),
    ],
)
def test_some_choices_are_never_shuffled(
    card: Card, reviewer: Reviewer, words: str, order: list[str]
) -> None:
    for day in range(1, 10):
        reviewer.at(f"2026-03-{day:02}T12:00:00")
        reviewer.show(card(words).front)
        assert reviewer.choices() == order


def test_what_speaks_of_all_others_stays_last(card: Card, reviewer: Reviewer) -> None:
    orders = set()
    for day in range(1, 15):
        reviewer.at(f"2026-03-{day:02}T12:00:00")
        reviewer.show(card("lakes").front)
        assert reviewer.choices()[3:] == ["All of the above", "None of these"]
        orders.add(tuple(reviewer.choices()))
    assert len(orders) > 3


def test_rationales_follow_their_choices(card: Card, reviewer: Reviewer) -> None:
    said = {"A sound fjord": "Ice did.", "A ria": "A river did.", "A delta": "Mud did."}
    for load in (reviewer.show, reviewer.anew):
        for day in range(1, 6):
            reviewer.at(f"2026-03-{day:02}T12:00:00")
            load(card("glacier").back)
            placed = [said.get(words, "Waves did.") for words in reviewer.choices()]
            assert reviewer.rationales() == placed


def test_nothing_moves_on_the_flip(card: Card, reviewer: Reviewer) -> None:
    """Everything of the front is where it was, also after something was chosen."""
    where = """() => [...document.querySelectorAll('.dg-front :is(.dg-prompt, .dg-context, li)')]
        .map(e => e.getBoundingClientRect()).map(r => [r.x, r.y, r.width, r.height])"""
    for words in ("island", "shaped by ice", "lakes", "drowned valley", "falling", "glacier"):
        reviewer.show(card(words).front)
        reviewer.page.keyboard.press("2")
        before = reviewer.page.evaluate(where)
        reviewer.show(card(words).back)
        assert reviewer.page.evaluate(where) == before, words


def test_fifty_flips_in_one_page_leave_nothing_behind(card: Card, reviewer: Reviewer) -> None:
    cards = [card(w) for w in ("island", "shaped by ice", "lakes", "falling", "glacier")]
    reviewer.show(cards[0].front)
    listening = reviewer.listening()
    for turn in range(50):
        shown = cards[turn % len(cards)]
        reviewer.show(shown.front)
        reviewer.page.keyboard.press("1")
        assert len(reviewer.marked("dg-chosen")) == (0 if "falling" in shown.name else 1)
        reviewer.show(shown.back)
    assert reviewer.listening() == listening == 1


def test_without_scripts_all_is_there_to_read(browser: Browser, card: Card) -> None:
    still = Reviewer(browser, card("island").css, java_script_enabled=False)
    still.anew(card("island").front)
    assert still.page.locator(".choices > li").all_text_contents() == LANDFORMS
    still.anew(card("island").back)
    assert still.page.locator(".choices > li").all_text_contents() == LANDFORMS
    assert "✓" in still.sign("A tombolo")
    assert still.sign("A spit") == "none"
    assert still.page.locator(".dg-answer").is_visible()
    still.page.context.close()


def test_payloads_in_choices_run_nothing(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    live = [" ".join(p.replace("alert(1)", "document.title='run'").split()) for p in PAYLOADS]
    project.write(
        "bank.txt",
        "\n\n".join(
            f"{n}. Which number is {n}, {text}?\nA) One {text}\nB) Two {text}\nC) Three\n"
            f"Answer: A\nExplanation: It is {text}"
            for n, text in enumerate(live, 1)
        ),
    )
    project.build()
    cards = drawn(project, tmp_path)
    assert len(cards) > len(PAYLOADS) // 2
    reviewer = Reviewer(browser, cards[0].css)
    for shown in cards:
        reviewer.show(shown.front)
        reviewer.page.keyboard.press("1")
        reviewer.show(shown.back)
    assert reviewer.page.title() == "Reviewer"
    assert reviewer.errors == []
    assert reviewer.asked == []
    reviewer.page.context.close()
