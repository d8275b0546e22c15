"""Hostile texts in the preview: nothing of them runs, neither in the page nor in the cards.

First as they come through the whole of deckgen, in every field, tag, heading, file name and deck;
then as if nothing had cleaned them: the frames hold by themselves. Each payload would give its page
another title.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Frame

from deckgen import compiler
from deckgen.compiler import Compiled
from deckgen.preview import page
from tests.looker import Looker, looking, written
from tests.project import START, Project
from tests.reviewer import BROWSER, chromium
from tests.test_bad_input import PAYLOADS
from tests.test_payloads_in_browser import MORE, RUN, SVG, sources

if TYPE_CHECKING:
    from deckgen.model.explained import Explained

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

LARGE = {"width": 2800, "height": 2400}  # many cards at once
POKE = """() => {
  for (const element of document.querySelectorAll('#qa *, #text *, .bars *, .problems *'))
    for (const event of ['mouseover', 'error', 'load', 'toggle', 'focus', 'start'])
      element.dispatchEvent(new Event(event, { bubbles: false, cancelable: true }));
}"""
LOOK = """() => ({
  title: document.title,
  handlers: [...document.querySelectorAll('#qa *, #text *, .bars *, .problems *')]
    .flatMap(e => [...e.attributes]).map(a => a.name)
    .filter(n => /^on|^srcdoc$|^formaction$/.test(n)),
  live: document.querySelectorAll('#qa :is(iframe, object, embed, form, base, meta)').length,
  links: [...document.querySelectorAll('#qa a')].map(a => a.protocol),
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def frames(looker: Looker) -> list[Frame]:
    return [frame for frame in looker.page.frames if frame.parent_frame]


def look_through(looker: Looker) -> int:
    """Look at every card, front and back; how many were seen."""
    seen: set[int] = set()
    pane = looker.page.locator("#cards")
    while True:
        looker.rest()
        seen |= set(looker.numbers())
        for side in ("Questions", "Answers"):
            looker.page.locator(".switch").get_by_role("button", name=side).click()
            for frame in frames(looker):
                frame.evaluate(POKE)
                found = frame.evaluate(LOOK)
                assert found["title"] == "Card"
                assert found["handlers"] == []
                assert found["live"] == 0
                assert set(found["links"]) <= {"http:", "https:", "mailto:", "file:", "about:"}
        before = pane.evaluate("p => p.scrollTop")
        pane.evaluate("p => { p.scrollTop += p.clientHeight * 1.5; }")
        if pane.evaluate("p => p.scrollTop") == before:
            return len(seen)


def test_nothing_of_a_source_runs(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    chosen = list(sources().items())[::4]
    for name, text in chosen:
        project.write(name, text)
    (project.source / "x.svg").write_text(SVG, encoding="utf-8")
    target = written(project, f"<img src=x onerror={RUN}>")
    with looking(browser, target, "summary=closed", viewport=LARGE) as looker:
        title = looker.page.title()
        assert "‹img src=x" in title or "<img src=x" in title
        assert look_through(looker) > 100
        files = looker.page.locator("#file option").count()
        assert files > 30
        for at in range(0, files, 5):
            looker.page.locator("#file").select_option(str(at))
            looker.page.evaluate(POKE)
        looker.page.locator("#summarise").click()
        for row in looker.page.locator(".problems button").all()[:20]:
            row.click()
        looker.page.locator("#q").fill("<img src=x onerror=alert(1)>")
        assert looker.page.title() == title
        assert looker.page.evaluate(LOOK)["handlers"] == []


TELL = "top.postMessage('ran', '*')"
HEAR = "addEventListener('message', e => { if (e.data === 'ran') ran = (window.ran || 0) + 1; });"
RAW = (
    *(payload.replace("alert(1)", TELL) for payload in (*PAYLOADS, *MORE)),
    f"<script>{TELL}</script>",
    f"<img src=x onerror=\"{TELL}\">",
    f"<svg onload=\"{TELL}\"></svg><details open ontoggle=\"{TELL}\"></details>",
    "<script>parent.document.title='run'</script>",
    "<script>top.location='https://example.org/'</script>",
    "<script>fetch('https://example.org/')</script>",
    "<img src=https://example.org/x.png><link rel=stylesheet href=https://example.org/x.css>",
    "<iframe src=https://example.org/></iframe>",
    f"<iframe srcdoc=\"<script>{TELL}</script>\"></iframe>",
    f"<form action=https://example.org/><input autofocus onfocus=\"{TELL}\"><button>x</form>",
    "<a href=https://example.org/ target=_top>x</a><base href=https://example.org/>",
    "<a href=https://example.org/ target=_blank>x</a>",
    f"<a href=\"javascript:{TELL}\">x</a>",
    "<object data=https://example.org/></object><embed src=https://example.org/>",
    "<style>@import 'https://example.org/x.css';body{background:url(https://example.org/x)}</style>",
    f"</main></body></html><script>{TELL}</script>",
    "<video autoplay src=https://example.org/x.mp4></video><audio src=//example.org/x></audio>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
)  # fmt: skip


def uncleaned(compiled: Compiled) -> Compiled:
    """A deck whose notes say in every field what no field may say."""
    deck = compiled.sealed.deck
    notes = tuple(
        dataclasses.replace(
            note, row=tuple(f"{value} {raw}" if value else "" for value in note.row)
        )
        for note, raw in zip(deck.notes, RAW, strict=True)
    )
    sealed = dataclasses.replace(compiled.sealed, deck=dataclasses.replace(deck, notes=notes))
    return dataclasses.replace(compiled, sealed=sealed)


def test_frames_hold_what_nobody_has_cleaned(browser: Browser, tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    waves = (f"Q: What is wave {n}?\nA: It is {n}.\n" for n in range(len(RAW)))
    project.write("a.md", "\n".join(waves))
    read: list[Explained] = []
    compiled = compiler.compile_deck(project.source, START, tell=read.append)
    target = tmp_path / "raw.html"
    target.write_text(page(uncleaned(compiled), read, {}), encoding="utf-8")
    looker = Looker(browser, target.as_uri(), "summary=closed", HEAR, viewport=LARGE)
    title = looker.page.title()
    pane = looker.page.locator("#cards")
    while True:
        looker.page.wait_for_timeout(200)
        for side in ("Answers", "Questions"):
            looker.page.locator(".switch").get_by_role("button", name=side).click()
        for number in looker.numbers():
            place = looker.cell(number).bounding_box() if "<a" in RAW[number] else None
            if place:  # links are about here
                looker.page.mouse.click(place["x"] + 60, place["y"] + 160)
        before = pane.evaluate("p => p.scrollTop")
        pane.evaluate("p => { p.scrollTop += p.clientHeight; }")
        if pane.evaluate("p => p.scrollTop") == before:
            break
    assert looker.page.evaluate("window.ran") is None
    assert looker.page.title() == title
    assert looker.page.url.split("#")[0] == target.as_uri()
    assert len(looker.page.context.pages) == 1
    assert "dialog" not in looker.said
    assert any("Content Security Policy" in said for said in looker.said)
    assert looker.asked == [target.as_uri()]
    looker.page.evaluate(TELL)
    assert looker.page.evaluate("new Promise(r => setTimeout(() => r(window.ran), 50))") == 1
    looker.page.context.close()
