"""The preview in Chromium: a page from a file, what it says, asks for and shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FrameLocator, Locator, Page, Request, Route

from deckgen import previewing
from tests.project import START, Project

WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 360, "height": 740}


def written(project: Project, deck: str = "Deck") -> Path:
    """The preview of a project."""
    target = project.root / "preview.html"
    previewing.preview(project.source, target, START, deck=deck)
    return target


class Looker:
    """A page that is looked at; ``said`` is what its console says, ``asked`` what it loads."""

    def __init__(
        self, browser: Browser, url: str, kept: str = "", hear: str = "", **options: Any
    ) -> None:
        context = browser.new_context(**{"viewport": WIDE, "color_scheme": "light", **options})
        self.page: Page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.add_init_script(hear)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("dialog", lambda dialog: (self.said.append("dialog"), dialog.dismiss()))
        # What a policy refuses is no request that ever leaves the page.
        self.page.on("requestfinished", self._hear)
        context.route(re.compile("^(?!file:|http://127)"), self._refuse)
        self.page.goto(f"{url}#{kept}" if kept else url)
        self.page.wait_for_selector("#runway iframe")

    def _refuse(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.abort()

    def _hear(self, request: Request) -> None:
        if not request.url.startswith(("data:", "about:")):
            self.asked.append(request.url)

    def rest(self) -> None:
        """Wait until every cell has its card, and no other is there."""
        # What was scrolled is heard of with the next frame.
        frame = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        self.page.evaluate(frame)
        cells = "document.querySelectorAll('.cell').length"
        for _ in range(500):
            if self.page.evaluate(f"{cells} === frames.length && {cells} > 0"):
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("the cells and the frames never agreed")

    def cell(self, card: int) -> Locator:
        """The cell of a card, by its number."""
        return self.page.locator(f".cell[data-card='{card}']")

    def card(self, number: int) -> FrameLocator:
        """The inside of a card."""
        return self.page.frame_locator(f".cell[data-card='{number}'] iframe")

    def numbers(self) -> list[int]:
        """The cards in sight, in order."""
        return [
            int(number)
            for number in self.page.locator(".cell").evaluate_all(
                "cells => cells.map(cell => cell.dataset.card)"
            )
        ]

    def count(self) -> str:
        return self.page.locator("#count").inner_text()

    def current(self) -> str:
        """What of the source is the current part."""
        return " ".join(self.page.locator(".piece.current").all_inner_texts())

    def told(self) -> str:
        return self.page.locator("#told").inner_text()

    def chosen(self) -> int:
        return int(self.page.locator(".cell.current").get_attribute("data-card") or -1)


@contextmanager
def looking(browser: Browser, target: Path, kept: str = "", **options: Any) -> Iterator[Looker]:
    """Look at a page of a file; in the end it had nothing to say and asked for nothing else."""
    looker = Looker(browser, target.as_uri(), kept, **options)
    yield looker
    assert looker.said == []
    assert len(looker.asked) == 1, looker.asked
    looker.page.context.close()
