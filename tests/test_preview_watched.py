"""``deckgen preview --watch``: it serves this machine alone, and follows the texts."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from deckgen import previewing
from deckgen.edges.serving import Server, serving
from deckgen.edges.watching import _is_seen
from deckgen.model.diagnostic import EnvironmentProblem
from tests.looker import Looker
from tests.project import Project, pairs
from tests.reviewer import BROWSER, chromium

EBB = ("What is an ebb?", "A falling tide.")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as started:
        started.publish("<p>one</p>", 1)
        yield started


def ask(url: str, path: str = "", method: str = "GET", host: str = "") -> tuple[int, str]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    headers = {"Host": host} if host else {}
    connection.request(method, path or parts.path, headers=headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_the_page_is_served_under_its_secret(server: Server) -> None:
    assert urlsplit(server.url).hostname == "127.0.0.1"
    assert ask(server.url) == (200, "<p>one</p>")
    server.publish("<p>two</p>", 2)
    assert ask(server.url) == (200, "<p>two</p>")


@pytest.mark.parametrize("path", ["/", "/x/", "/../etc/passwd", "/events", "//", "/?x"])
def test_nothing_else_is_served(server: Server, path: str) -> None:
    assert ask(server.url, path)[0] == 404


def test_a_secret_is_long_and_its_own(server: Server) -> None:
    with serving() as other:
        secrets = {urlsplit(each.url).path for each in (server, other)}
        assert len(secrets) == 2
        assert all(len(secret) > 20 for secret in secrets)


@pytest.mark.parametrize("host", ["example.org", "localhost", "127.0.0.1", "127.0.0.1.example.org"])
def test_another_name_that_leads_here_is_refused(server: Server, host: str) -> None:
    """So a page of the web cannot read the preview through a name of its own."""
    assert ask(server.url, host=host)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_it_takes_nothing(server: Server, method: str) -> None:
    assert ask(server.url, method=method)[0] == 501


def test_it_says_when_there_is_a_new_page_and_when_not(server: Server) -> None:
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", f"{parts.path}events/1")
    response = connection.getresponse()
    assert response.getheader("Content-Type") == "text/event-stream"
    server.fail("the lock is damaged")
    assert [response.readline() for _ in range(3)] == [
        b"event: failed\n",
        b'data: "the lock is damaged"\n',
        b"\n",
    ]
    server.publish("<p>two</p>", 2)
    assert response.readline() == b"event: built\n"
    connection.close()


def test_what_is_watched(tmp_path: Path) -> None:
    source, css = tmp_path / ".notes", tmp_path / "deckgen.toml"
    assert _is_seen(source / "a.md", source)
    assert _is_seen(source / "bio" / "a.md", source)
    assert not _is_seen(source / ".git" / "index", source)
    assert not _is_seen(source / ".a.md.swp", source)
    assert not _is_seen(tmp_path / "other.md", source)
    assert _is_seen(css, css)


def test_standard_input_and_missing_folders_are_not_watched(tmp_path: Path) -> None:
    for path, message in ((Path("-"), "standard input"), (tmp_path / "no", "no such file")):
        with pytest.raises(EnvironmentProblem, match=message):
            previewing.watch(path, time.time, print)


def test_watching_needs_its_extra(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(EnvironmentProblem, match="extra “watch”"):
        previewing.watch(project.source, time.time, print)


def test_no_file_is_written_while_watching(project: Project) -> None:
    ran = project.run("preview", "--watch", "-o", "x.html")
    assert ran.code == 2
    assert "with --watch the page is served" in ran.stderr


# The whole of it -----------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "coast")
    made.write("a.md", pairs(EBB))
    return made


@contextmanager
def watching(project: Project) -> Iterator[str]:
    """The real command at work, and where its page is."""
    command = [sys.executable, "-m", "deckgen", "preview", "--watch", "--no-open"]
    process = subprocess.Popen(
        command, cwd=project.root, stderr=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert process.stderr
    try:
        line = process.stderr.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", line), line
        yield line
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
        process.stderr.close()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_a_changed_text_is_shown_and_the_reader_stays_where_he_was(project: Project) -> None:
    with watching(project) as url, chromium() as browser:
        looker = Looker(browser, url)
        looker.page.locator("#q").fill("ebb")
        looker.page.get_by_role("button", name="Answers").click()
        expect(looker.card(0).locator(".dg-answer")).to_have_text("A falling tide.")
        project.write("a.md", pairs((EBB[0], "The sea goes out."), ("What is a ria?", "A bay.")))
        expect(looker.card(0).locator(".dg-answer")).to_have_text(
            "The sea goes out.", timeout=20_000
        )
        expect(looker.page.locator("#count")).to_have_text("1 of 2 cards")
        project.write("deckgen.toml", "deck = 3")
        expect(looker.page.locator("#alert")).to_contain_text("“deck” is no text", timeout=20_000)
        project.write("deckgen.toml", 'deck = "Sea"')
        expect(looker.page.locator("h1")).to_have_text("Sea", timeout=20_000)
        assert looker.said == []
        looker.page.context.close()
    assert project.files() == {"source/a.md", "source/deckgen.toml"}
