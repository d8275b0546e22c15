"""The cards in a real browser: they fit a phone, mark the key, keep quiet, and run nothing.

Chromium draws every card of a deck, front and back, in light and dark, in frames of several widths,
and a script around them measures. Where there is no Chromium these tests are skipped; CI has one.
"""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.anki_engine import Learner
from tests.project import Project

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

WIDTHS = (320, 900)
PAYLOAD = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
SOURCES = {
    "bank.txt": (
        "1. Which tide follows a new moon?\nA) spring tide\nB) neap tide\nC) storm surge\n"
        "Answer: A\nExplanation: Sun and moon pull along one line.\n\n"
        "2. Which of these are coasts?\nA) fjord\nB) ria\nC) estuary of the name "
        + "Llanfairpwllgwyngyll" * 4
        + "\nAnswer: A, B\n"
    ),
    "notes.md": (
        "# Code and tables\n\n"
        "Q: What does this print?\nA:\n```python\nprint('" + "x" * 300 + "')\n```\n\n"
        "Q: Which columns are there?\nA:\n\n"
        "| " + " | ".join(f"column {n}" for n in range(14)) + " |\n"
        "|" + "---|" * 14 + "\n| " + " | ".join("value" for _ in range(14)) + " |\n\n"
        f"Q: What is {PAYLOAD} made of?\nA: {PAYLOAD} Letters\n\n"
        "Q: ما هي عاصمة مصر؟\nA: القاهرة\n\n"
        "The {{c1::moon}} pulls at the {{c2::sea::water}}.\n"
    ),
    "page.txt": (
        "Tides for the Harbor Exam\n\nMultiple Choice\n\nWhat is a neap tide?\n\nExplanation:\n"
        "A neap tide is a tide of small range that comes after a half moon. In contrast, a spring "
        "tide has the largest range of the month.\n\nHow Tides Are Measured\n\n"
        "A tidal range is the difference in height between high water and low water.\n"
    ),
}  # fmt: skip
MEASURE = """
const frames = [...document.querySelectorAll('iframe')];
addEventListener('load', () => {
  const seen = frames.map(frame => {
    const page = frame.contentDocument, view = frame.contentWindow;
    const keys = frame.dataset.key.split(' ');
    const choices = [...page.querySelectorAll('.choices > li')];
    const right = choices.find(li => li.matches('.dg-right'))
      || choices.find((_, i) => keys.includes(String(i + 1)));  // a front says nothing
    const other = choices.find(li => li !== right && !li.matches('.dg-right'));
    const style = element => view.getComputedStyle(element);
    const look = li => style(li).borderColor + style(li).backgroundColor;
    return {
      ...frame.dataset,
      overflow: page.documentElement.scrollWidth - frame.clientWidth,
      title: page.title,
      text: page.body.innerText,
      background: style(page.body).backgroundColor,
      color: style(page.querySelector('.dg')).color,
      marked: right && other ? look(right) !== look(other) : null,
      direction: style(page.querySelector('.dg-prompt, .dg')).direction,
    };
  });
  document.body.textContent = JSON.stringify(seen);
});
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the browser shows of each side of each card, at each width, in light and dark."""
    folder = tmp_path_factory.mktemp("browser")
    project = Project(folder / "project")
    for name, text in SOURCES.items():
        project.write(name, text)
    project.build()
    frames = _frames(project.output, folder)
    page = folder / "cards.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body>{''.join(frames)}<script>{MEASURE}</script>",
        encoding="utf-8",
    )
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r"<body>(\[.*\])</body>", ran.stdout, re.DOTALL)
    assert found, ran.stdout[-500:] + ran.stderr[-500:]
    return list(json.loads(html.unescape(found[1])))


def _frames(package: Path, folder: Path) -> list[str]:
    frames: list[str] = []
    with Learner(folder) as learner:
        learner.take(package)
        collection = learner.collection
        for card_id in collection.find_cards(""):
            card = collection.get_card(card_id)
            shown = card.render_output()
            names = card.note().keys()
            key = card.note()["Key"] if "Key" in names else ""
            for side, text in (("front", shown.question_text), ("back", shown.answer_text)):
                for mode in ("", "nightMode night_mode"):
                    document = (
                        f"<!doctype html><meta charset=utf-8><style>{shown.css}</style>"
                        f"<body class='card {mode}'>{text}</body>"
                    )
                    frames += [
                        f"<iframe style='width:{width}px;height:900px' data-width={width} "
                        f"data-side={side} data-mode='{'dark' if mode else 'light'}' "
                        f"data-kind='{card.note_type()['name'].split()[-1]}' "
                        f"data-key='{key}' "
                        f'srcdoc="{html.escape(document)}"></iframe>'
                        for width in WIDTHS
                    ]
    return frames


def test_every_kind_is_drawn(seen: list[dict[str, Any]]) -> None:
    assert {s["kind"] for s in seen} == {"Question", "Concept", "Cloze"}
    assert all(s["text"].strip() for s in seen)


def test_no_card_is_wider_than_its_screen(seen: list[dict[str, Any]]) -> None:
    assert not [(s["width"], s["overflow"], s["text"][:60]) for s in seen if s["overflow"] > 0]


def test_the_key_is_marked_on_the_back_only(seen: list[dict[str, Any]]) -> None:
    marked = {(s["side"], s["marked"]) for s in seen if s["marked"] is not None}
    assert marked == {("front", False), ("back", True)}


def test_nothing_of_a_card_runs(seen: list[dict[str, Any]]) -> None:
    assert {s["title"] for s in seen} == {""}


def test_light_and_dark_are_two_looks_with_contrast(seen: list[dict[str, Any]]) -> None:
    looks = {s["mode"]: (s["background"], s["color"]) for s in seen}
    assert looks["light"] != looks["dark"]
    for background, color in looks.values():
        assert contrast(background, color) >= 7  # WCAG 2.2, level AAA for running text


def test_a_front_keeps_the_explanation_to_itself(seen: list[dict[str, Any]]) -> None:
    fronts = " ".join(s["text"] for s in seen if s["side"] == "front")
    backs = " ".join(s["text"] for s in seen if s["side"] == "back")
    assert "pull along one line" in backs
    assert "pull along one line" not in fronts


def test_arabic_runs_from_right_to_left(seen: list[dict[str, Any]]) -> None:
    assert {s["direction"] for s in seen if "عاصمة" in s["text"]} == {"rtl"}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two computed colours, as WCAG defines it."""
    lights = sorted(luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(p) / 255 for p in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
