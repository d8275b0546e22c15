"""The looks of every kind of card in a real browser: accessible, narrow, dark, from right to left.

axe-core comes with a package of the test environment; nothing is loaded from anywhere.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser

from deckgen.model.notetype import THEMES
from deckgen.notetypes import note_types, restyled
from tests.project import Project
from tests.reviewer import BROWSER, NIGHT, Reviewer, Sides, chromium, drawn
from tests.test_cards_in_browser import contrast

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AUDIT = """async () => (await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {'page-has-heading-one': {enabled: false}},
})).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))"""
SOURCES = {
    "Shores/bank.md": (
        "# Shores of the North\n\n"
        "1. Which landform **ties** an island to the shore?\n"
        "A) A `spit`\nB) A tombolo\nC) A [reef](https://example.org/reef)\nD) None of these\n"
        "Answer: B\nExplanation: A tombolo is made of *sand*.\n\n"
        "2. Which are coasts?\n- [x] A fjord\n- [ ] A lake\n- [x] A ria of the name "
        + "Llanfairpwllgwyngyll" * 3
        + "\n\n3. A ria is a drowned valley.\nAnswer: True\n\n"
        "4. أي من هذه المدن عاصمة؟\nA) القاهرة\nB) الإسكندرية\nC) أسوان\nAnswer: A\n"
    ),
    "Shores/gift.txt": "Which coast did ice carve? {=A fjord #Ice did.~A ria #A river did.}\n",
    "notes.md": (
        "# Notes\n\n## Code and tables\n\n"
        "Q: What does this print?\nA:\n```python\ndef tide(hours):\n    # twice a day\n"
        "    return 'high' if hours % 12.42 < 6 else " + "'low' + " * 30 + "''\n```\n\n"
        "Q: Which columns are there?\nA:\n\n"
        "| " + " | ".join(f"column {n}" for n in range(14)) + " |\n"
        "|" + "---|" * 14 + "\n| " + " | ".join("value" for _ in range(14)) + " |\n\n"
        "Q: What are the kinds of shores?\nA:\n- Steep ones\n- Flat ones\n    - of sand\n"
        "    - of mud\n\n"
        "Ria ::: a river valley that the sea has drowned\n\n"
        "Q: ما هي عاصمة مصر؟\nA: القاهرة\n\n"
        "Q: 潮[しお]の満[み]ち引[ひ]きを何[なに]と言[い]いますか。\nA: 潮汐[ちょうせき]\n\n"
        "Q: Which coast is this? ![steep walls](fjord.svg)\nA: A fjord.\n\n"
        "The {{c1::moon}} pulls at the {{c2::sea::water}}.\n\n"
        "Q: What is a narrow inlet called? #type-in\nA: fjord\n\n"
        "The strait is called {{c1::Kattegat}}. #type-in\n"
    ),
    "page.txt": (
        "Tides for the Harbor Exam\n\nMultiple Choice\n\nWhat is a neap tide?\n\nExplanation:\n"
        "A neap tide is a tide of small range that comes after a half moon. In contrast, a spring "
        "tide has the largest range of the month.\n\nHow Tides Are Measured\n\n"
        "A tidal range is the difference in height between high water and low water.\n"
    ),
}  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><path d="M0 0h9v9"/></svg>'


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> list[Sides]:
    folder = tmp_path_factory.mktemp("looks")
    project = Project(folder / "project")
    for name, text in SOURCES.items():
        project.write(name, text)
    (project.source / "fjord.svg").write_text(SVG, encoding="utf-8")
    project.build(deck="Coasts::Tides")
    made = drawn(project, folder)
    assert {card.kind for card in made} == {"Question", "Concept", "Cloze"}
    assert len(made) >= 18
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def opened(browser: Browser, css: str, **options: Any) -> Reviewer:
    reviewer = Reviewer(browser, css, **options)
    reviewer.page.evaluate(AXE)
    return reviewer


def sides(cards: list[Sides]) -> Iterator[tuple[str, str]]:
    for card in cards:
        yield f"front of {card.name[:50]}", card.front
        yield f"back of {card.name[:50]}", card.back


def test_axe_would_say_something(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css)
    reviewer.show(
        '<section class="dg dg-context" style="color:#aaa">grey<img src="data:,"></section>'
    )
    assert [said.split(":")[0] for said in reviewer.page.evaluate(AUDIT)] == [
        "color-contrast",
        "image-alt",
    ]
    reviewer.page.context.close()


# Ink on paper, for what stands in generated content, which axe does not see.
PAIRS = (
    *(f"{ink} on {paper}" for ink in ("ink", "muted", "accent") for paper in ("paper", "surface")),
    "ink on sunken", "muted on sunken", "ink on accent-soft", "ink on wrong-soft",
    "accent on accent-soft", "wrong on wrong-soft", "on-accent on accent", "on-accent on wrong",
    *(f"code-{part} on sunken" for part in ("word", "name", "text", "number", "remark")),
)  # fmt: skip


@pytest.mark.parametrize("mode", ["", NIGHT])
@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_has_contrast(
    browser: Browser, cards: list[Sides], theme: str, mode: str
) -> None:
    css = restyled(note_types()["question"], theme, "").css
    reviewer = Reviewer(browser, css)
    reviewer.show("<i>x</i>", mode)
    wanted = 7 if theme == "contrast" else 4.5
    for pair in PAIRS:
        ink, paper = pair.split(" on ")
        drawn_as = reviewer.page.locator("i").evaluate(
            """(e, [ink, paper]) => {
              e.style.color = `var(--dg-${ink})`;
              e.style.backgroundColor = `var(--dg-${paper})`;
              const style = getComputedStyle(e);
              return [style.color, style.backgroundColor];
            }""",
            [ink, paper],
        )
        assert contrast(*drawn_as) >= wanted, pair
    reviewer.page.context.close()


@pytest.mark.parametrize("mode", ["", NIGHT])
@pytest.mark.parametrize("theme", THEMES)
def test_axe_has_nothing_to_say(
    browser: Browser, cards: list[Sides], theme: str, mode: str
) -> None:
    css = restyled(note_types()["question"], theme, "").css
    reviewer = opened(browser, css, reduced_motion="reduce")
    shown = cards if theme == THEMES[0] else [c for c in cards if c.kind == "Question"][:3]
    for name, side in sides(shown):
        reviewer.show(side, mode)
        for key in "12":
            reviewer.page.keyboard.press(key)
        for fold in reviewer.page.locator("summary").all():
            fold.click()
        assert reviewer.page.evaluate(AUDIT) == [], name
    reviewer.page.context.close()


def test_a_phone_of_320_pixels_never_scrolls_sideways(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css, viewport={"width": 320, "height": 640})
    for name, side in sides(cards):
        reviewer.show(side)
        width = reviewer.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, name
    reviewer.page.context.close()


def test_wide_things_scroll_inside_themselves(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css)
    for words, inside in (("print", "pre"), ("columns", ".dg-scroll")):
        (card,) = (c for c in cards if words in c.name)
        reviewer.show(card.back)
        wide = reviewer.page.locator(f".dg-answer {inside}")
        assert wide.evaluate("e => e.scrollWidth > e.clientWidth")
        assert wide.evaluate("e => getComputedStyle(e).overflowX") == "auto"
    reviewer.page.context.close()


def test_a_picture_fits_its_card(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css)
    (card,) = (c for c in cards if "steep walls" in c.front)
    side = card.front.replace('src="', 'width="1600" height="900" src="data:image/svg+xml,')
    reviewer.show(side)
    box = reviewer.page.locator(".dg-prompt img").bounding_box()
    assert box
    assert box["width"] < 360
    reviewer.page.context.close()


def test_arabic_runs_from_right_to_left(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css)
    for card in (c for c in cards if "عاصمة" in c.name):
        reviewer.show(card.back)
        prompt = reviewer.page.locator(".dg-prompt")
        assert prompt.evaluate("e => getComputedStyle(e).direction") == "rtl"
        for choice in reviewer.page.locator(".choices > li").all():
            letter = "li => getComputedStyle(li, '::before').right"
            assert float(choice.evaluate(letter).removesuffix("px")) < 30
    reviewer.page.context.close()


def test_night_comes_from_ankis_classes_alone(browser: Browser, cards: list[Sides]) -> None:
    reviewer = opened(browser, cards[0].css, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    seen = {}
    for mode in ("", "nightMode", "night_mode", NIGHT):
        reviewer.show(cards[0].front, mode)
        seen[mode] = reviewer.page.evaluate(paper)
    assert seen["nightMode"] == seen["night_mode"] == seen[NIGHT] != seen[""]
    reviewer.page.context.close()


def test_who_wants_no_motion_gets_none(browser: Browser, cards: list[Sides]) -> None:
    for wanted, some in (("no-preference", True), ("reduce", False)):
        reviewer = opened(browser, cards[0].css, reduced_motion=wanted)
        reviewer.show(cards[0].front)
        times = reviewer.page.evaluate(
            """[...document.querySelectorAll('.dg *')].flatMap(e => ['', '::before', '::after']
              .map(p => getComputedStyle(e, p || null)))
              .flatMap(s => [s.transitionDuration, s.animationDuration].join(', ').split(', '))"""
        )
        assert (set(times) != {"0s"}) is some
        reviewer.page.context.close()


def test_the_context_is_there_and_gives_no_answer_away(
    browser: Browser, cards: list[Sides]
) -> None:
    reviewer = opened(browser, cards[0].css)
    context = reviewer.page.locator(".dg-context")
    reviewer.show(cards[0].front)
    assert context.inner_text() == "Coasts › Tides › Shores Shores of the North"
    (neap,) = (c for c in cards if "neap tide" in c.name)
    reviewer.show(neap.front)
    reviewer.show(neap.back)  # the script of the deck runs twice
    assert context.inner_text() == "Coasts › Tides Tides for the Harbor Exam"
    reviewer.page.context.close()
