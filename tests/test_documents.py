"""Word, PowerPoint, EPUB and PDF: what they become, where it stands, and what is wrong."""

import sys
from pathlib import Path

import pytest

from deckgen.compiler import compile_source
from deckgen.convert import convert
from deckgen.model.source import ENDINGS, Foreign, Source
from tests.documents import archive, docx, epub, pdf, pptx, word
from tests.project import Project, Ran, pairs
from tests.test_cases import shown

QUIZ = ("1. Which bird is a corvid?", "A) The jay", "B) The wren", "Answer: A")


def source(name: str, content: bytes) -> Source:
    made, problems = convert(Foreign(name, ENDINGS[f".{name.rpartition('.')[2]}"], content))
    assert made, problems
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "birds")
    made.write("good.md", pairs(("What is a covey?", "A small flock of partridges.")))
    return made


def test_a_word_document_with_lists_that_word_counts() -> None:
    content = docx(
        word("Corvids", style="H1"),
        word("Which bird is a corvid?", level=0),
        word("The wren", level=1),
        word("The jay", level=1),
        word("Which of them hides food?", level=0),
        word("The jay", level=1),
        word("The swift", level=1),
        word("Answer Key"),
        word("1. B"),
        word("2. A"),
    )
    made = source("birds.docx", content)
    assert made.text.startswith(
        "# Corvids\n\n1. Which bird is a corvid?\nA) The wren\nB) The jay\n2. Which of them"
    )
    assert shown(made) == (
        "question, line 2\n  under: Corvids\n  Q: Which bird is a corvid?\n"
        "  [ ] The wren\n  [x] The jay\n\n"
        "question, line 5\n  under: Corvids\n  Q: Which of them hides food?\n"
        "  [x] The jay\n  [ ] The swift\n"
    )


def test_styles_tables_links_and_formulas_of_a_word_document() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>black</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>white</w:delText></w:r></w:del>"
    math = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f>'
        "<m:num><m:r><m:t>l</m:t></m:r></m:num><m:den><m:r><m:t>v</m:t></m:r></m:den></m:f></m:oMath>"
    )
    row = "".join(f"<w:tc>{word(text)}</w:tc>" for text in ("Egg", "blue"))
    made = source(
        "birds.docx",
        docx(
            word("Q: Which colour has a crow?"),
            word("A: ", run=bold + gone + math),
            f"<w:tbl><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>",
        ),
    )
    assert made.text == (
        "Q: Which colour has a crow?\n\nA: **black**$\\frac{l}{v}$\n\n"
        "|  |  |\n| --- | --- |\n| Egg | blue |\n| Egg | blue |"
    )


def test_slides_and_chapters_and_pages_are_places() -> None:
    slides = source("a.pptx", pptx(("Birds", ("Song", "Flight")), ("Quiz", QUIZ)))
    book = source("a.epub", epub("Birds", "<p>Q: What is a rookery?</p><p>A: Nests.</p>"))
    pages = source("a.pdf", pdf(("A first page of text.",), QUIZ))
    assert shown(slides).startswith("question, line 2\n  under: Birds › Quiz\n")
    assert shown(book).startswith("question, line 1\n  under: Birds\n  Q: What is a rookery?")
    assert shown(pages).startswith("question, line 2\n  Q: Which bird is a corvid?\n  [x] The jay")
    (note,) = compile_source(pages, "Deck")[0]
    assert "a.pdf, page 2" in note.row


def test_running_heads_of_a_pdf_are_no_text() -> None:
    body = ("A covey is a small flock of partridges.", "It breaks up in spring, when pairs form.")
    pages = [("The Birds of the Fields", *body, f"{n}") for n in range(1, 5)]
    made = source("a.pdf", pdf(*pages))
    assert "The Birds of the Fields   Page 1" in made.text.split("\n")
    assert shown(made).count("The Birds of the Fields") == 0


def test_problems_in_a_document_are_shown_with_their_place(project: Project) -> None:
    (project.source / "a.pptx").write_bytes(pptx(("Quiz", QUIZ[:3])))
    picture = "<w:r><w:drawing/></w:r>"
    (project.source / "b.docx").write_bytes(docx(word("Q: Who?"), word("A: He.", run=picture)))
    assert project.run("build") == Ran(
        1,
        "Birds: 2 notes (2 new, 1 problem) in build/Birds.apkg\n",
        "source/a.pptx, slide 1: error: no option of “Which bird is a corvid?” is given as right "
        "[options-without-key]\n"
        "  1 | 1. Which bird is a corvid?\n"
        "    | ^\n"
        "  hint: add a line “Answer: B” below the options, or mark the right one with ✓\n"
        "source/b.docx, paragraph 2: warning: 1 picture of this document is left out "
        "[left-out-of-document]\n"
        "  hint: say in words what a card needs of it\n",
    )


BAD = {
    "no archive": ("a.docx", b"PK nothing", "unreadable-document"),
    "another archive": ("a.pptx", archive({"x": "y"}), "unreadable-document"),
    "broken XML": ("a.docx", archive({"word/document.xml": "<w:p"}), "unreadable-document"),
    "entities": (
        "a.docx",
        archive(
            {"word/document.xml": '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'}
        ),
        "unreadable-document",
    ),
    "deep XML": (
        "a.docx",
        archive({"word/document.xml": "<a>" * 50_000 + "</a>" * 50_000}),
        "unreadable-document",
    ),
    "a zip bomb": (
        "a.docx",
        archive({"word/document.xml": "<a>" + " " * (200 << 20) + "</a>"}),
        "document-too-large",
    ),
    "an empty book": ("a.epub", epub("Birds"), "unreadable-document"),
    "no PDF": ("a.pdf", b"%PDF-1.7 nothing", "unreadable-document"),
    "a PDF of pictures": ("a.pdf", pdf((), ()), "document-without-text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_document_is_one_error(case: str) -> None:
    name, content, code = BAD[case]
    made, problems = convert(Foreign(name, ENDINGS[f".{name.rpartition('.')[2]}"], content))
    assert made is None
    assert [p.code for p in problems] == [code]


def test_without_the_extra_the_other_files_still_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.source / "a.pdf").write_bytes(pdf(QUIZ))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    compiled = project.plan()
    (problem,) = compiled.diagnostics
    assert problem.code == "documents-not-installed"
    assert problem.hint == "run: pip install 'deckgen[documents]'"
    assert len(compiled.sealed.changes) == 1


def test_nothing_is_written_into_a_document(project: Project) -> None:
    content = docx(word("Q: Who is a corvid?"), word("A: The jay."))
    (project.source / "b.docx").write_bytes(content)
    assert project.run("ids") == Ran(
        0,
        "b.docx: 1 card without an id; it is no text to write one into\n"
        "1 id written into 1 file: good.md\n",
        "",
    )
    assert (project.source / "b.docx").read_bytes() == content
