"""Which files are read, and how: encodings, several paths, standard input, ids."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from deckgen.edges.encoding import decode
from tests.documents import docx, word
from tests.project import Project, Ran, pairs

SPIT = ("What is a spit?", "A bar of sand that ends in the water.")
RIA = ("What is a ria?", "A river valley that the sea has drowned.")
FOERDE = "Q: Was ist eine Förde?\nA: Ein Meeresarm, den ein Gletscher ausgeschürft hat. Größe?\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "coast")
    made.write("spit.md", pairs(SPIT))
    return made


def piped(project: Project, text: str | bytes, *arguments: str) -> Ran:
    """The real command with a text on its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "deckgen", *arguments],
        cwd=project.root,
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


# Encodings -----------------------------------------------------------------------------------

SAID = {
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "koi8_r": "koi8-r",
    "gb18030": "gb18030",
}
TEXTS = {
    "cp1252": FOERDE,
    "cp1251": "Q: Что такое фьорд?\nA: Узкий залив, вырезанный ледником, с высокими берегами.\n",
    "koi8_r": "Q: Что такое фьорд?\nA: Узкий залив, вырезанный ледником, с высокими берегами.\n",
    "gb18030": "Q: 什么是峡湾？\nA: 冰川侵蚀形成的狭长海湾，两岸是陡峭的山崖。\n",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_another_encoding_is_read_and_reported(project: Project, encoding: str) -> None:
    content = TEXTS[encoding].encode(encoding)
    (project.source / "spit.md").write_bytes(content)
    assert project.run("build") == Ran(
        0,
        "Coast: 1 note (1 new) in build/Coast.apkg\n",
        f"source/spit.md: warning: this file is no UTF-8; it was read as {SAID[encoding]} "
        "[encoding-guessed]\n"
        "  hint: look whether its letters are right on the cards, and save it as UTF-8\n",
    )
    (note,) = project.lock().notes
    assert note.front in TEXTS[encoding]
    assert project.run("ids").code == 0
    written = (project.source / "spit.md").read_bytes()
    assert written.decode(encoding).startswith(TEXTS[encoding].split("\n")[0] + " <!-- id: ")
    assert project.run("ids", "--remove").code == 0
    assert (project.source / "spit.md").read_bytes() == content


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Q: Où?\nA: Là.\n", "cp1252"),  # too short
        ("Otázka: Co je to fjord?\nOdpověď: Úzká zátoka vyhloubená ledovcem.\n", "iso8859-2"),
        ("Soru: Fiyort nedir?\nCevap: Buzulun oyduğu dar ve uzun körfez; çok diktir.\n", "cp1254"),
        ("Kérdés: Mi a fjord?\nVálasz: Keskeny tengeröböl. Őszi időben gyönyörű.\n", "cp1250"),
        ("Q: Où se trouve la forêt boréale ?\nA: Là où l'été est bref.\n", "mac_roman"),
    ],
)
def test_no_letter_is_guessed_wrongly(text: str, encoding: str) -> None:
    with suppress(UnicodeDecodeError):  # an honest error
        assert decode(text.encode(encoding)).text == text


def test_a_page_says_how_it_is_encoded(project: Project) -> None:
    html = '<meta charset="iso-8859-1"><p>Q: Was ist eine Förde?</p><p>A: Ein „Meeresarm“.</p>'
    (project.source / "spit.md").unlink()
    (project.source / "page.html").write_bytes(html.encode("cp1252"))
    assert project.run("build") == Ran(0, "Coast: 1 note (1 new) in build/Coast.apkg\n", "")
    assert project.lock().notes[0].back == "Ein „Meeresarm“."


def test_what_a_browser_saved_with_a_page_is_no_source(project: Project) -> None:
    project.write("page.html", "<p>Q: What is a ria?</p><p>A: A drowned valley.</p>")
    project.write("page_files/frame.html", "<p>Q: Ad?</p><p>A: Ad.</p>")
    project.write("loose_files/more.md", pairs(("What is a fjard?", "A low inlet.")))
    assert project.run("build").stdout == "Coast: 3 notes (3 new) in build/Coast.apkg\n"


# Several paths -------------------------------------------------------------------------------


def test_several_paths_share_the_lock_of_their_folder(project: Project) -> None:
    project.write("deep/ria.txt", pairs(RIA))
    project.write("page.html", "<p>Q: What is a fjard?</p><p>A: A low inlet.</p>")
    built = project.run("build", "source/spit.md", "source/deep", "source/page.html")
    assert built == Ran(0, "Coast: 3 notes (3 new) in build/Coast.apkg\n", "")
    paths = {note.path for note in project.lock().notes}
    assert paths == {"spit.md", "deep/ria.txt", "page.html"}
    whole = project.run("build")
    assert whole == Ran(0, "Coast: 3 notes (3 unchanged) in build/Coast.apkg\n", "")


def test_only_what_was_built_retires(project: Project) -> None:
    project.write("ria.md", pairs(RIA))
    project.write("more.md", pairs(("What is a fjard?", "A low inlet."), ("Why?", "Ice.")))
    project.run("build")
    project.write("more.md", pairs(("Why?", "Ice.")))
    project.write("spit.md", "# Spits\n")
    project.write("ria.md", "# Rias\n")
    ran = project.run("build", "source/more.md", "source/ria.md")
    assert ran.code == 0
    assert ran.stdout.startswith("Retired (2): ")
    assert ran.stdout.endswith(
        "Coast: 1 note (1 unchanged, 2 retired) in build/Coast - more, ria.apkg\n"
    )
    kept = {note.path for note in project.lock().notes if not note.retired}
    assert kept == {"more.md", "spit.md"}


def test_a_path_that_is_given_twice_is_read_once(project: Project) -> None:
    ran = project.run("build", "source", "source/spit.md")
    assert ran == Ran(0, "Coast: 1 note (1 new) in build/Coast.apkg\n", "")


def test_a_lock_of_a_part_is_not_passed_over(project: Project) -> None:
    other = Project(project.root)
    (project.root / "texts").mkdir()
    (project.root / "texts" / "ria.md").write_text(pairs(RIA), encoding="utf-8")
    assert other.run("build", "texts").code == 0
    assert other.run("build", "texts", "source") == Ran(
        2,
        "",
        "deckgen: texts/deckgen.lock: this lock knows only a part of what is to be built\n"
        "  hint: build what belongs to it by itself\n",
    )


# Standard input ------------------------------------------------------------------------------


def test_a_text_on_standard_input_keeps_its_reviews(project: Project) -> None:
    project.run("build")
    assert piped(project, pairs(RIA), "build", "-") == Ran(
        0, "Coast: 1 note (1 new) in build/Coast.apkg\n", ""
    )
    edited = pairs((RIA[0], RIA[1].replace("drowned", "flooded")))
    assert piped(project, edited, "build", "-").stdout.startswith("Coast: 1 note (1 edited)")
    lock = project.root / "deckgen.lock"
    assert '"path": "-"' in lock.read_text(encoding="utf-8")
    assert piped(project, edited, "build", "-", "source/spit.md").code == 2  # a lock of its own


def test_standard_input_is_no_file_of_a_folder(project: Project) -> None:
    folder = str(project.source.name)
    project.run("build", folder)
    piped(project, pairs(RIA), "build", "-")
    ran = project.run("build", ".")
    assert "Retired" not in ran.stdout


@pytest.mark.parametrize(
    ("text", "arguments", "back"),
    [
        ("Q: Why?\nA: *Ice*.\n", (), "*Ice*."),
        ("Q: Why?\nA: *Ice*.\n", ("--from", "md"), "Ice."),
        ("# Ice\n\nQ: Why?\nA: *Ice*.\n", (), "Ice."),
        ("# Ice\n\nQ: Why?\nA: *Ice*.\n", ("--from", "txt"), "*Ice*."),
        ("<!DOCTYPE html><p>Q: Why?<p>A: <i>Ice</i>.", (), "Ice."),
        ("<p>Q: Why?<p>A: <i>Ice</i>.", ("--from", "html"), "Ice."),
    ],
)
def test_the_format_of_standard_input_is_given_or_guessed(
    project: Project, text: str, arguments: tuple[str, ...], back: str
) -> None:
    ran = piped(project, text, "plan", "-", "--json", *arguments)
    assert ran.code == 0, ran.stderr
    assert f'"back": "{back}"' in ran.stdout


def test_problems_of_standard_input(project: Project) -> None:
    assert piped(project, "Q: Why?\nA:\n", "build", "-", "--from", "md") == Ran(
        1,
        "",
        "-:1:1: error: this question has an empty answer [question-without-answer]\n"
        "  1 | Q: Why?\n"
        "    | ^\n"
        "  hint: write the answer after “A:”\n"
        "deckgen: no notes, so nothing was written\n",
    )
    assert piped(project, "", "build", "-") == Ran(
        1,
        "",
        "-: warning: this file is empty [empty-file]\n"
        "  hint: write something, or delete it\n"
        "deckgen: no notes, so nothing was written\n",
    )
    assert piped(project, pairs(RIA), "ids", "-") == Ran(
        2,
        "",
        "deckgen: ids cannot be written into standard input\n  hint: save the text to a file\n",
    )


def test_ids_are_written_into_texts_only(project: Project) -> None:
    html = "<p>Q: What is a ria?</p><p>A: A drowned valley.</p>"
    project.write("page.html", html)
    (project.source / "b.docx").write_bytes(docx(word("Q: What is a fjard?"), word("A: Low.")))
    assert project.run("ids") == Ran(
        0,
        "b.docx: 1 card without an id; it is no text to write one into\n"
        "page.html: 1 card without an id; it is no text to write one into\n"
        "1 id written into 1 file: spit.md\n",
        "",
    )
    assert project.read("page.html") == html
