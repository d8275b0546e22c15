"""The preview without a browser: what became of each text, what is counted, what the page holds."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from deckgen import cli, compiler
from deckgen.compiler import Compiled
from deckgen.edges import pictures
from deckgen.edges.media import Library
from deckgen.model.explained import Explained
from deckgen.preview import charts, page
from deckgen.preview.data import Looked, looked
from deckgen.preview.places import Finder
from deckgen.preview.sources import View, troubled
from tests.documents import docx, word
from tests.project import START, Project, pairs

ROOT = Path(__file__).parent.parent
ARTICLE = (
    "# Tides\n\n## Range\n\n"
    "A tidal range is the difference in height between high\nwater and low water. Isn't that "
    "simple? They fill a harbor twice a day.\n\n"
    "Q: What is an ebb?\nA: A falling tide.\n\n"
    "## Left over\n\n1. Which of these is left without a key?\nA) One\nB) Two\nC) Three\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "coast")


def shown(project: Project) -> tuple[Compiled, list[Explained], Looked]:
    read: list[Explained] = []
    compiled = compiler.compile_deck(project.source, START, deck="Coast", tell=read.append)
    return compiled, read, looked(compiled, read, ())


def told(view: View) -> list[tuple[str, str, str]]:
    """Fate, reason and text of each mark, in the order of the text."""
    texts: dict[int, list[str]] = {}
    for line in view.lines:
        for piece in line:
            if piece.mark >= 0:
                texts.setdefault(piece.mark, []).append(piece.text)
    return [
        (view.marks[mark].fate, view.marks[mark].why, " ".join(parts))
        for mark, parts in texts.items()
    ]


# Sources -------------------------------------------------------------------------------------


def test_each_sentence_has_its_fate(project: Project) -> None:
    project.write("tides.md", ARTICLE)
    _, _, found = shown(project)
    (view,) = found.views
    assert told(view) == [
        ("context", "heading", "# Tides"),
        ("context", "heading", "## Range"),
        (
            "card",
            "found in prose",
            "A tidal range is the difference in height between high water and low water.",
        ),
        ("chatter", "question", "Isn't that simple?"),
        (
            "left out",
            "it points back to what was not found",
            "They fill a harbor twice a day.",
        ),
        ("card", "question and answer", "Q: What is an ebb? A: A falling tide."),
        ("context", "heading", "## Left over"),
        (
            "problem",
            "no option of “Which of these is left without a key?” is given as right",
            "1. Which of these is left without a key? A) One B) Two C) Three",
        ),
    ]


def test_every_sign_of_a_source_is_shown_once(project: Project) -> None:
    for name, text in {
        "a.md": ARTICLE,
        "b.txt": "Tide\r\n\r\n\tEbb  :: a\u00a0falling tide\n",
    }.items():
        project.write(name, text)
    _, read, found = shown(project)
    for each, view in zip(read, found.views, strict=True):
        lines = ["".join(piece.text for piece in line) for line in view.lines]
        assert "\n".join(lines) == each.source.text.replace("\r\n", "\n")


def test_marks_and_notes_know_each_other(project: Project) -> None:
    project.write("tides.md", ARTICLE)
    _, _, found = shown(project)
    for at, note in enumerate(found.notes):
        assert at in found.views[note["source"]].marks[note["mark"]].notes


def test_a_note_that_is_refused_is_left_out(project: Project) -> None:
    project.write("a.md", pairs(("What is an ebb?", "A falling tide.")))
    project.write("deckgen.refused", "What is an ebb?\n")
    _, _, found = shown(project)
    assert [mark.fate for view in found.views for mark in view.marks] == ["left out"]


def test_a_note_that_stands_there_twice_is_a_problem(project: Project) -> None:
    project.write("a.md", pairs(("What is an ebb?", "A falling tide.")))
    project.write("b.md", pairs(("What is an ebb?", "A falling tide.")))
    _, _, found = shown(project)
    assert [mark.fate for view in found.views for mark in view.marks] == ["card", "problem"]
    assert found.views[1].troubles[0].problem.code == "duplicate-note"


def test_a_problem_belongs_to_the_notes_of_its_line(project: Project) -> None:
    project.write(
        "a.md", pairs(("What is an ebb? ![x](no.png)", "Low."), ("What is a ria?", "A bay."))
    )
    _, _, found = shown(project)
    assert {at: [p.code for p in ps] for at, ps in troubled(found.views).items()} == {
        0: ["media-missing"]
    }
    assert [len(note["problems"]) for note in found.notes] == [1, 0]


def test_a_converted_document_is_shown_as_text(project: Project) -> None:
    (project.source / "a.docx").write_bytes(
        docx(word("Q: What is an ebb?"), word("A: A falling tide."))
    )
    project.write(
        "b.html", "<html><body><h1>Tides</h1><p>Q: What is a ria?</p><p>A: A bay.</p></body></html>"
    )
    _, _, found = shown(project)
    cards = [(fate, text) for view in found.views for fate, _, text in told(view) if fate == "card"]
    assert len(cards) == 2
    assert found.views[0].unit == "paragraph"


def test_the_sample_has_hardly_a_word_without_a_fate() -> None:
    read: list[Explained] = []
    compiled = compiler.compile_deck(ROOT / "source", START, tell=read.append)
    for view in looked(compiled, read, ()).views:
        words = sum(len(piece.text.split()) for line in view.lines for piece in line)
        assert sum(view.words().values()) == words
        assert view.words()["card"] > words / 2


@given(
    words=st.lists(st.text("abcéß漢.,*_ \t\u00a0-", min_size=1, max_size=6), max_size=30),
    breaks=st.lists(
        st.sampled_from(["\n", " ", "-\n", "\u00ad\n", "\u200b"]), min_size=30, max_size=30
    ),
)
def test_a_sentence_is_found_however_its_lines_break(words: list[str], breaks: list[str]) -> None:
    text = "".join(word + gap for word, gap in zip(words, breaks, strict=False))
    lines = text.split("\n")
    spans = Finder(lines).find(" ".join(words), 1)
    letters = "".join(c for c in " ".join(words) if c.isalnum())
    said = "".join(lines[n - 1][begin:end] for n, begin, end in spans)
    assert "".join(c for c in said if c.isalnum()) == letters
    assert all(0 <= begin < end <= len(lines[n - 1]) for n, begin, end in spans)


def test_what_is_not_there_is_not_found() -> None:
    assert Finder(["An ebb is low."]).find("A flood is high.", 1) == ()
    assert Finder(["…"]).find("…", 1) == ()
    finder = Finder(["Ebb. Ebb."])
    assert [finder.find("Ebb.", 1), finder.find("Ebb.", 1), finder.find("Ebb.", 1)] == [
        ((1, 0, 4),),
        ((1, 5, 9),),
        (),
    ]


# Summary -------------------------------------------------------------------------------------


def test_the_summary_counts(project: Project) -> None:
    project.write("tides.md", ARTICLE + "\n## More\n\nRia ::: a bay\n\nThe {{c1::moon}} pulls.\n")
    _, _, found = shown(project)
    assert dict(found.kinds) == {"Q/A": 1, "Definition": 2, "Cloze": 1, "Extracted": 1}
    assert dict(found.decks) == {"Coast": 4}
    assert sorted(found.lengths) == [1, 1, 2, 3, 10]


def test_charts_say_their_figures_in_words() -> None:
    assert re.findall(r">(\d+|[a-z]+)<", charts.bars({"ebb": 3, "flood": 1}, "deck")) == [
        "ebb", "3", "flood", "1",
    ]  # fmt: skip
    assert 'width="33.33"' in charts.bars({"ebb": 3, "flood": 1}, "deck")
    covered = charts.coverage([("a/b.md", {"card": 3, "chatter": 1})])
    assert ">b.md<" in covered
    assert "75 % card, 25 % chatter" in covered
    assert charts.coverage([("a.md", {})]).count("no text") == 1
    assert re.findall(r'figure">(\d*)<', charts.lengths([1, 1, 4, 99])) == [
        "2", "", "1", "", "", "", "1",
    ]  # fmt: skip


def test_names_in_charts_are_text() -> None:
    assert "<img" not in charts.bars({"<img src=x>": 1}, "deck")
    assert "<img" not in charts.coverage([("<img src=x>.md", {"card": 1})])


# Page ----------------------------------------------------------------------------------------


def made(project: Project, version: int = 0) -> str:
    compiled, read, _ = shown(project)
    return page(compiled, read, {}, version)


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def policy_of(html: str) -> str:
    found = re.search(r'Security-Policy" content="([^"]*)"', html)
    assert found
    return found[1].replace("&#x27;", "'")


def digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_the_policy_names_what_may_run_and_nothing_else(project: Project) -> None:
    project.write("a.md", ARTICLE + "\n## More\n\n1. Which?\nA) One\nB) Two\nAnswer: A\n")
    html = made(project)
    scripts = data_of(html)["scripts"]
    own = html.rsplit("<script>", 1)[1].split("</script>")[0]
    frame = data_of(html)["shells"][0].rsplit("<script>", 1)[1].split("</script>")[0]
    wanted = {digest(script) for script in (own, frame, *scripts)}
    assert set(re.findall(r"'sha256-([^']+)'", policy_of(html))) == wanted
    assert "default-src 'none'" in policy_of(html)
    assert "unsafe-eval" not in policy_of(html)
    assert "connect-src" not in policy_of(html)
    assert "connect-src 'self'" in policy_of(made(project, 1))


def test_no_script_of_a_template_holds_a_field() -> None:
    """Their digests are known before any note is."""
    from deckgen.notetypes import note_types
    from deckgen.preview.page import card_scripts

    scripts = card_scripts(note_types().values())
    assert len(scripts) == 3
    assert not any("{{" in script for script in scripts)


def test_data_stays_data(project: Project) -> None:
    wild = "</script><script>alert(1)</script><!--<script>"
    project.write("a.md", pairs((f"What is {wild}?", f"It is {wild} \u2028 \u2029")))
    html = made(project)
    assert html.count("<script") == 2
    assert "alert(1)" in json.dumps(data_of(html))


def test_a_page_is_the_same_for_the_same_texts(project: Project) -> None:
    project.write("a.md", ARTICLE)
    assert made(project) == made(project)


def test_scripts_stand_in_the_page_once(project: Project) -> None:
    bank = "\n\n".join(f"{n}. Which {n}?\nA) One\nB) Two\nAnswer: A" for n in range(1, 40))
    project.write("a.txt", bank)
    assert made(project).count("Shuffles the choices") == 1


# Pictures ------------------------------------------------------------------------------------


def test_pictures_and_sounds_travel_in_the_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("a.md", pairs(("What is it? ![x](a.png) [sound:b.mp3]", "![y](c.png)")))
    for name in ("a.png", "b.mp3", "c.png"):
        (project.source / name).write_bytes(name.encode() * 10)
    compiled, _, _ = shown(project)
    library = Library(compiled.root)
    found = pictures.inlined(library, compiled.media)
    assert sorted(url.split(";")[0] for url in found.values()) == [
        "data:audio/mpeg", "data:image/png", "data:image/png",
    ]  # fmt: skip
    monkeypatch.setattr(pictures, "_MOST", 120)
    assert len(pictures.inlined(library, compiled.media)) == 2
    monkeypatch.setattr(pictures, "_LARGEST", 49)
    assert pictures.inlined(library, compiled.media) == {}


# Command -------------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, ["preview", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: urls.append(url) or True)
    return urls


def test_a_page_is_written_and_opened_and_nothing_else(
    project: Project, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("a.md", pairs(("What is an ebb?", "A falling tide.")))
    monkeypatch.chdir(project.root)
    assert run() == (0, "1 note to look at in build/Coast.html\n")
    assert project.files() == {"source/a.md", "build/Coast.html"}
    assert opened == [(project.root / "build" / "Coast.html").as_uri()]
    assert run("--no-open", "-o", "other.html", "--deck", "Sea") == (
        0,
        "1 note to look at in other.html\n",
    )
    assert len(opened) == 1
    assert "<title>Sea · deckgen preview</title>" in (project.root / "other.html").read_text()


def test_a_file_that_somebody_would_miss_is_not_overwritten(project: Project) -> None:
    project.write("a.html", "<p>Q: What is an ebb?</p><p>A: Low.</p>")
    before = project.read("a.html")
    ran = project.run("preview", "--no-open", "-o", "source/a.html")
    assert ran.code == 2
    assert "source/a.html: this file exists, and is no preview" in ran.stderr
    assert project.read("a.html") == before


def test_a_preview_is_no_source(project: Project) -> None:
    project.write("a.md", pairs(("What is an ebb?", "A falling tide.")))
    for _ in range(2):
        assert project.run("preview", "--no-open", "-o", "source/look.html").code == 0
    assert {change.now.path for change in project.plan().sealed.changes} == {"a.md"}


def test_a_page_without_cards_still_shows_the_text(project: Project) -> None:
    project.write("a.md", "Q: What is an ebb?\n")
    ran = project.run("preview", "--no-open")
    assert ran.code == 1
    assert "question-without-answer" in ran.stderr
    html = (project.root / "build" / "Coast.html").read_text(encoding="utf-8")
    assert data_of(html)["cards"] == []
    assert data_of(html)["sources"][0]["marks"][0][0] == "problem"


def test_the_files_of_the_page_are_in_the_wheel(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    built = subprocess.run([*command, str(tmp_path), str(ROOT)], capture_output=True, text=True)
    if built.returncode:
        pytest.skip("no wheel can be built here")
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("deckgen/preview/assets", "deckgen/assets"):
        files = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert files
        assert files <= names
