"""The preview in a real browser: found, flipped, filtered, linked both ways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from deckgen.edges import pictures
from tests.looker import PHONE, Looker, looking, written
from tests.project import Project
from tests.reviewer import BROWSER, chromium
from tests.test_looks_in_browser import AXE, SVG

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

SOURCES = {
    "shores/bank.md": (
        "# Shores #north\n\n"
        "1. Which landform ties an island to the shore?\n"
        "A) A spit\nB) A tombolo\nC) A reef\nAnswer: B\n\n"
        "Q: What is an ebb?\nA: A falling tide.\n\n"
        "Ria ::: a river valley that the sea has drowned\n\n"
        "The {{c1::moon}} pulls at the {{c2::sea::water}}.\n\n"
        "Q: What is a narrow inlet called? #type-in\nA: fjord\n\n"
        "Q: Which coast is this? ![steep walls](fjord.svg)\nA: A fjord.\n\n"
        "## Left over\n\n2. Which of these is left without a key?\nA) One\nB) Two\nC) Three\n"
    ),
    "page.txt": (
        "Tides for the Harbor Exam\n\nMultiple Choice\n\nWhat is a neap tide?\n\nExplanation:\n"
        "A neap tide is a tide of small range that comes after a half moon. In contrast, a spring "
        "tide has the largest range of the month.\n\nHow Tides Are Measured\n\n"
        "A tidal range is the difference in height between high water and low water. "
        "Isn't that simple?\n\nIt is read from a gauge, they say.\n"
    ),
}  # fmt: skip
NEAP, TIDAL, SPIT, EBB, RIA, MOON, TYPED, COAST = 0, 1, 2, 3, 4, 6, 8, 9
AUDIT = """async () => (await axe.run(document, {
  iframes: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + n.failureSummary).join(' '))"""


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("preview") / "coast")
    for name, text in SOURCES.items():
        project.write(name, text)
    (project.source / "shores" / "fjord.svg").write_text(SVG, encoding="utf-8")
    return written(project, "Coasts")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def looker(browser: Browser, target: Path) -> Iterator[Looker]:
    with looking(browser, target) as made:
        yield made


# Cards ---------------------------------------------------------------------------------------


def test_a_card_is_drawn_as_anki_draws_it_and_flipped_by_a_click(looker: Looker) -> None:
    card = looker.card(NEAP)
    expect(card.locator(".dg-prompt")).to_have_text("What is a neap tide?")
    expect(card.locator("hr#answer")).to_have_count(0)
    paper = card.locator("body").evaluate("b => getComputedStyle(b).backgroundColor")
    assert paper == "rgb(251, 248, 241)"
    card.locator(".dg-prompt").click()
    expect(card.locator("hr#answer")).to_have_count(1)
    expect(card.locator(".dg-answer")).to_contain_text("tide of small range")
    looker.cell(card=NEAP).get_by_role("button", name="Show the question").click()
    expect(card.locator("hr#answer")).to_have_count(0)


def test_a_choice_is_chosen_and_remembered_on_the_back(looker: Looker) -> None:
    card = looker.card(SPIT)
    looker.page.locator("#q").fill("landform")
    card.get_by_text("A spit").click()
    expect(card.locator("hr#answer")).to_have_count(0)
    card.locator(".dg-prompt").click()
    expect(card.locator(".dg-chosen")).to_have_text(["A spit"])
    expect(card.locator(".dg-right")).to_have_text(["A tombolo"])


def test_a_digit_chooses_in_a_card_that_has_the_focus(looker: Looker) -> None:
    looker.page.locator("#q").fill("landform")
    card = looker.card(SPIT)
    card.locator(".dg-pick").first.focus()
    looker.page.keyboard.press("2")
    expect(card.locator(".choices > li").nth(1)).to_have_class("tappable dg-chosen")
    looker.page.keyboard.press("Enter")
    expect(card.locator(".dg-right")).to_have_count(1)


def test_what_is_typed_is_compared(looker: Looker) -> None:
    looker.page.locator("#q").fill("inlet called")
    card = looker.card(TYPED)
    card.locator("#typeans").fill("fjrod")
    looker.page.keyboard.press("Enter")
    expect(card.locator(".typeBad")).to_have_text("fjrod")
    expect(card.locator(".typeMissed")).to_have_text("fjord")
    card.locator(".dg-prompt").click()
    card.locator("#typeans").fill("fjord")
    looker.page.keyboard.press("Enter")
    expect(card.locator(".typeGood")).to_have_text("fjord")
    compared = card.locator("code#typeans").bounding_box()
    answer = card.locator(".dg-answer").bounding_box()
    assert compared
    assert answer
    assert answer["y"] - compared["y"] - compared["height"] > 12


def test_a_picture_is_in_the_page(looker: Looker) -> None:
    looker.page.locator("#q").fill("which coast is this")
    image = looker.card(COAST).locator("img")
    assert image.evaluate("i => i.decode().then(() => i.naturalWidth)") == 1600


def test_what_the_page_does_not_carry_leaves_its_place(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "coast")
    project.write("a.md", "Q: What is it? ![x](big.svg) [sound:sea.mp3]\nA: A sea.\n")
    (project.source / "big.svg").write_text(SVG + " " * 900, encoding="utf-8")
    (project.source / "sea.mp3").write_bytes(b"ID3")
    monkeypatch.setattr(pictures, "_LARGEST", 900)
    with looking(browser, written(project)) as looker:
        expect(looker.card(0).locator("img")).to_have_attribute("alt", "x")
        expect(looker.card(0).locator("a.replay-button svg")).to_be_visible()


def test_all_answers_are_shown_at_once(looker: Looker) -> None:
    looker.page.get_by_role("button", name="Answers", exact=True).click()
    for number in looker.numbers()[:2]:
        expect(looker.card(number).locator("hr#answer")).to_have_count(1)
    looker.page.keyboard.press("a")
    expect(looker.card(NEAP).locator("hr#answer")).to_have_count(0)


def test_a_phone_and_a_desktop(looker: Looker) -> None:
    width = "f => f.getBoundingClientRect().width"
    frame = looker.page.locator(".cell iframe").first
    assert frame.evaluate(width) == 360
    looker.page.get_by_role("button", name="Desktop").click()
    assert looker.page.locator(".cell iframe").first.evaluate(width) > 600
    looker.page.keyboard.press("p")
    assert looker.page.locator(".cell iframe").first.evaluate(width) == 360


def test_light_and_dark_reach_the_cards(browser: Browser, target: Path) -> None:
    with looking(browser, target, color_scheme="dark") as looker:
        body = looker.card(NEAP).locator("body")
        expect(body).to_have_class("card card1 nightMode night_mode")
        desk = "getComputedStyle(document.body).backgroundColor"
        dark = looker.page.evaluate(desk)
        looker.page.get_by_role("button", name="Light").click()
        expect(body).to_have_class("card card1")
        assert looker.page.evaluate(desk) != dark
        looker.page.keyboard.press("d")
        expect(body).to_have_class("card card1 nightMode night_mode")


# Search and filters --------------------------------------------------------------------------


def test_a_search_wants_every_word(looker: Looker) -> None:
    assert looker.count() == "10 cards"
    looker.page.keyboard.press("/")
    looker.page.keyboard.type("RIVER sea")
    expect(looker.page.locator("#count")).to_have_text("2 of 10 cards")
    assert looker.numbers() == [RIA, RIA + 1]
    looker.page.keyboard.press("Escape")
    expect(looker.page.locator("#count")).to_have_text("10 cards")
    looker.page.locator("#q").fill("tòmbolo")
    expect(looker.page.locator("#count")).to_have_text("1 of 10 cards")
    looker.page.locator("#q").fill("nothing is like this")
    expect(looker.page.locator("#none")).to_be_visible()
    looker.page.get_by_role("button", name="Clear").click()
    expect(looker.page.locator("#count")).to_have_text("10 cards")


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("kind", "Question", "2 of 10 cards"),
        ("kind", "Q/A", "3 of 10 cards"),
        ("kind", "Definition", "3 of 10 cards"),
        ("kind", "Cloze", "2 of 10 cards"),
        ("kind", "Extracted", "1 of 10 cards"),
        ("deck", "Coasts::shores", "8 of 10 cards"),
        ("deck", "Coasts", "10 cards"),
        ("tag", "type-in", "1 of 10 cards"),
        ("tag", "north", "8 of 10 cards"),
    ],
)
def test_filters(looker: Looker, name: str, value: str, count: str) -> None:
    looker.page.locator(f"#{name}").select_option(value)
    expect(looker.page.locator("#count")).to_have_text(count)


def test_a_bar_of_a_chart_filters(looker: Looker) -> None:
    bar = looker.page.locator(".bars").get_by_role("button", name="Cloze")
    bar.click()
    expect(looker.page.locator("#count")).to_have_text("2 of 10 cards")
    expect(looker.page.locator("#kind")).to_have_value("Cloze")
    expect(bar).to_have_attribute("aria-pressed", "true")
    bar.click()
    expect(looker.page.locator("#count")).to_have_text("10 cards")


def test_a_page_that_is_loaded_anew_shows_the_same(looker: Looker) -> None:
    looker.page.locator("#kind").select_option("Definition")
    looker.page.locator("#q").fill("river")
    expect(looker.page.locator("#count")).to_have_text("2 of 10 cards")
    looker.page.keyboard.press("Tab")
    looker.page.get_by_role("button", name="Dark").click()
    looker.page.reload()
    expect(looker.page.locator("#count")).to_have_text("2 of 10 cards")
    expect(looker.page.locator("html")).to_have_attribute("data-theme", "dark")
    looker.asked.pop()


# Source --------------------------------------------------------------------------------------


def test_a_sentence_leads_to_its_cards(looker: Looker) -> None:
    looker.page.get_by_text("A tidal range is the difference").click()
    assert looker.chosen() == TIDAL
    assert looker.told().startswith("Card")
    looker.page.locator("#file").select_option("shores/bank.md")
    looker.page.get_by_text("pulls at the").click()
    assert looker.chosen() == MOON
    looker.page.locator("#told").get_by_role("button", name="Card 2 of 2").click()
    assert looker.chosen() == MOON + 1


def test_a_card_leads_to_its_sentence(looker: Looker) -> None:
    looker.card(TIDAL).locator(".dg-prompt").click()
    expect(looker.page.locator(".piece.current")).to_have_text(
        "A tidal range is the difference in height between high water and low water."
    )
    looker.page.locator("#q").fill("ria")
    looker.cell(card=RIA).get_by_role("button", name="bank.md:").click()
    assert "Ria :::" in looker.current()
    expect(looker.page.locator(".piece.current").first).to_be_in_viewport()


def test_a_sentence_without_a_card_says_why(looker: Looker) -> None:
    looker.page.get_by_text("Isn't that simple?").click()
    assert looker.told() == "Chatter question"
    looker.page.get_by_text("It is read from a gauge").click()
    assert looker.told().startswith("Left out ")
    looker.page.get_by_text("How Tides Are Measured").click()
    assert looker.told() == "Context heading"


def test_a_filter_that_hides_the_card_of_a_sentence_goes(looker: Looker) -> None:
    looker.page.locator("#kind").select_option("Cloze")
    looker.page.get_by_text("A tidal range is the difference").click()
    assert looker.chosen() == TIDAL
    expect(looker.page.locator("#count")).to_have_text("10 cards")


def test_a_problem_is_shown_where_it_is(looker: Looker) -> None:
    looker.page.locator(".problems").get_by_role("button").click()
    expect(looker.page.locator("#file option:checked")).to_have_text("shores/bank.md")
    assert "options-without-key" in looker.told()
    sentence = looker.page.locator("#text").get_by_text("left without a key?")
    expect(sentence).to_be_in_viewport()
    sentence.click()
    assert looker.told().startswith("Problem ")


def test_the_legend_leads_from_one_to_the_next(looker: Looker) -> None:
    entry = looker.page.locator("#legend").get_by_role("button", name="Context")
    seen = []
    for _ in range(3):
        entry.click()
        seen.append(looker.current())
    assert seen == ["Tides for the Harbor Exam", "Multiple Choice", "How Tides Are Measured"]


def test_all_of_it_works_by_key(looker: Looker) -> None:
    page = looker.page
    for _ in range(2):
        page.keyboard.press("j")
    assert looker.chosen() == TIDAL
    assert "A tidal range" in looker.current()
    page.keyboard.press("Space")
    expect(looker.card(TIDAL).locator("hr#answer")).to_have_count(1)
    page.keyboard.press("k")
    assert looker.chosen() == NEAP
    page.locator("#page").focus()
    page.keyboard.press("j")
    assert looker.current()
    while "A tidal range" not in looker.current():
        page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert looker.chosen() == TIDAL
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_keys_come_out_of_a_card(looker: Looker) -> None:
    looker.card(NEAP).locator(".dg-prompt").click()
    looker.page.keyboard.press("j")
    expect(looker.cell(TIDAL)).to_have_class("cell current")
    looker.page.keyboard.press("Enter")
    expect(looker.card(TIDAL).locator("hr#answer")).to_have_count(1)


# Looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000, 1400])
def test_axe_has_nothing_to_say(browser: Browser, target: Path, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    with looking(
        browser, target, color_scheme=scheme, viewport=size, reduced_motion="reduce"
    ) as looker:
        looker.page.evaluate(AXE)
        looker.page.keyboard.press("j")
        for look in ("cards", "source", "summary"):
            if width < 900:
                looker.page.locator(f"[data-look={look}]").click()
            assert looker.page.evaluate(AUDIT) == [], look
        looker.page.keyboard.press("?")
        assert looker.page.evaluate(AUDIT) == [], "keys"
        looker.page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [320, 360, 700, 1000, 1400])
def test_nothing_scrolls_sideways(browser: Browser, target: Path, width: int) -> None:
    size = {"width": width, "height": 740}
    with looking(browser, target, "frame=desktop", viewport=size) as looker:
        for look in ("cards", "source", "summary"):
            if width < 900:
                looker.page.locator(f"[data-look={look}]").click()
            wide = "[...document.querySelectorAll('html, .scroll, .summary')]"
            assert looker.page.evaluate(f"{wide}.every(e => e.scrollWidth <= e.clientWidth)"), look


def test_who_wants_no_motion_gets_none(browser: Browser, target: Path) -> None:
    for wanted, some in (("no-preference", True), ("reduce", False)):
        with looking(browser, target, reduced_motion=wanted) as looker:
            times = looker.page.evaluate(
                "[...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
                ".flatMap(s => [s.transitionDuration, s.animationDuration])"
            )
            assert (set(times) != {"0s"}) is some


def test_a_text_from_right_to_left_stands_on_the_right(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    project.write("a.md", "# مدن\n\nQ: ما هي عاصمة مصر؟\nA: القاهرة\n")
    with looking(browser, written(project)) as looker:
        expect(looker.card(0).locator(".dg-prompt")).to_have_css("direction", "rtl")
        heading = looker.page.locator(".piece").first.bounding_box()
        answer = looker.page.locator(".piece").last.bounding_box()
        assert heading
        assert answer
        assert heading["x"] > answer["x"] + 200


def test_a_phone_shows_one_thing_at_a_time(browser: Browser, target: Path) -> None:
    with looking(browser, target, viewport=PHONE) as looker:
        expect(looker.page.locator("#source")).to_be_hidden()
        looker.cell(card=NEAP).get_by_role("button", name="page.txt:").click()
        expect(looker.page.locator("#source")).to_be_visible()
        expect(looker.page.locator("#cards")).to_be_hidden()
        looker.page.get_by_text("A tidal range is the difference").click()
        expect(looker.card(TIDAL).locator(".dg-prompt")).to_be_in_viewport()
        looker.page.get_by_role("button", name="Filters").click()
        looker.page.locator("#kind").select_option("Cloze")
        expect(looker.page.locator("#count")).to_have_text("2 of 10 cards")


# Many ----------------------------------------------------------------------------------------

MANY = 2000


def test_two_thousand_cards_cost_a_screen_of_them(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "coast")
    notes = (f"Q: What is the number of wave {n}?\nA: It is {n * 7}.\n" for n in range(MANY))
    project.write("waves.md", "\n".join(notes))
    with looking(browser, written(project)) as looker:
        assert looker.count() == "2,000 cards"
        for share in (0, 0.3, 0.999, 1, 0.5):
            looker.page.locator("#cards").evaluate(
                "(pane, share) => { pane.scrollTop = share * pane.scrollHeight; }", share
            )
            looker.rest()
            assert 2 <= looker.page.evaluate("frames.length") <= 12
            assert looker.page.evaluate("document.querySelectorAll('*').length") < 1500
        looker.page.locator("#cards").evaluate("p => { p.scrollTop = p.scrollHeight / 2; }")
        looker.page.wait_for_timeout(100)
        looker.rest()
        before = looker.numbers()
        looker.page.reload()
        looker.page.wait_for_selector("#runway iframe")
        looker.rest()
        assert set(looker.numbers()) & set(before)
        looker.asked.pop()
        looker.page.locator("#q").fill("wave 1777")
        expect(looker.page.locator("#count")).to_have_text("1 of 2,000 cards")
        expect(looker.card(1777).locator(".dg-prompt")).to_contain_text("wave 1777?")
        looker.card(1777).locator(".dg-prompt").click()
        expect(looker.page.locator(".piece.current").first).to_be_in_viewport()
        looker.page.locator("#q").fill("")
        expect(looker.page.locator("#count")).to_have_text("2,000 cards")
        looker.page.get_by_text("Q: What is the number of wave 1776?").click()
        expect(looker.card(1776).locator(".dg-prompt")).to_be_in_viewport()
        assert looker.page.evaluate("document.querySelectorAll('*').length") < 1500
