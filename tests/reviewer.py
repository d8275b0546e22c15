"""Anki's reviewer as a page in Chromium: it puts a side of a card into the page, and runs scripts.

All sides are shown in one page, as on a computer and in AnkiDroid's newer reviewer; ``anew`` loads
a page for a side, as AnkiDroid's older one does. Nothing waits for a time: what is looked at is
there when the scripts have run.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.anki_engine import Learner
from tests.project import Project

if TYPE_CHECKING:
    from anki.cards import Card

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ORIGIN = "http://reviewer.invalid/"
NIGHT = "nightMode night_mode"
_SHELL = """<!doctype html><html lang=en><meta charset=utf-8><title>Reviewer</title>
<style>{css}</style><body class="card card1 {mode}"><main id=qa dir=auto>{side}</main></body>"""
_SHOW = """([side, mode]) => {
  document.body.className = 'card card1 ' + mode;
  const qa = document.getElementById('qa');
  qa.innerHTML = side;
  for (const script of qa.querySelectorAll('script')) {
    const live = document.createElement('script');
    live.textContent = script.textContent;
    script.replaceWith(live);
  }
  scrollTo(0, 0);
}"""
_COUNT = """
window.listening = 0;
const add = document.addEventListener, remove = document.removeEventListener;
document.addEventListener = function (...all) { listening++; return add.apply(this, all); };
document.removeEventListener = function (...all) { listening--; return remove.apply(this, all); };
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """A card as Anki renders it; ``kind`` is that of its note type, ``name`` its first field."""

    kind: str
    name: str
    front: str
    back: str
    css: str


def drawn(project: Project, folder: Path) -> list[Sides]:
    """The cards of a project that was built, in the order of the text."""
    with Learner(folder) as learner:
        learner.take(project.output)
        found = learner.collection.find_cards("", order="c.due, c.ord")
        return [_sides(learner.collection.get_card(id_)) for id_ in found]


def _sides(card: "Card") -> Sides:
    shown = card.render_output()
    front = re.sub(r"\[\[type:[^]]*\]\]", "<input id=typeans>", shown.question_text)
    back = re.sub(
        r"\[\[type:[^]]*\]\]",
        "<div><code id=typeans><span class=typeGood>fj</span><span class=typeBad>u</span>"
        "<span class=typeMissed>o</span><br><span id=typearrow>&darr;</span></code></div>",
        shown.answer_text,
    )
    kind = str(card.note_type()["name"]).split()[-1]
    return Sides(kind, card.note().fields[0], front, back, shown.css)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Reviewer:
    """One page. ``errors`` is what its console had to say, ``asked`` what it tried to load."""

    def __init__(self, browser: Browser, css: str, **options: Any) -> None:
        self.errors: list[str] = []
        self.asked: list[str] = []
        self._css = css
        self._served = ""
        context = browser.new_context(**{"viewport": {"width": 360, "height": 720}, **options})
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console", lambda said: self.errors.append(said.text) if said.type != "log" else None
        )
        self.page.route("**/*", self._serve)
        self.page.add_init_script(_COUNT)
        self.anew("")

    def _serve(self, route: Route) -> None:
        if route.request.url != ORIGIN:
            self.asked.append(route.request.url)
            route.abort()
        else:
            route.fulfill(body=self._served, content_type="text/html; charset=utf-8")

    def anew(self, side: str, mode: str = "") -> None:
        """A page of its own for a side."""
        self._served = _SHELL.format(css=self._css, mode=mode, side=side)
        self.page.goto(ORIGIN)

    def show(self, side: str, mode: str = "") -> None:
        """A side in the page that is there."""
        self.page.evaluate(_SHOW, [side, mode])

    def at(self, moment: str) -> None:
        """The clock of the page, local time."""
        self.page.clock.set_fixed_time(datetime.fromisoformat(moment))

    def choices(self) -> list[str]:
        """The words of the choices as they stand there."""
        return self.page.locator(".choices > li").all_inner_texts()

    def rationales(self) -> list[str]:
        return self.page.locator(".rationales > li").all_inner_texts()

    def marked(self, mark: str) -> list[str]:
        """The words of the choices with a class, in order."""
        return self.page.locator(f".choices > li.{mark}").all_inner_texts()

    def sign(self, words: str) -> str:
        """The sign at a choice."""
        return str(
            self.page.locator(".choices > li", has_text=words).evaluate(
                "li => getComputedStyle(li, '::after').content"
            )
        )

    def listening(self) -> int:
        return int(self.page.evaluate("listening"))
