"""Pages: laws for any text, hostile ones in bounded time, what is left out, and where things stand.

What whole pages become stands in ``tests/cases/page-*.html``.
"""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_source
from deckgen.convert import convert, web
from deckgen.convert.escape import escaped, single
from deckgen.model.source import Foreign, Source
from deckgen.parse import parse
from deckgen.render.html import text_html, words
from tests.project import Project, Ran

PIECES = (
    """
<p> | </p> | <div class="option"> | </div> | <div hidden class="answer"> | <ul> | <ol type=A> |
<ol start=3> | <li> | <li class="correct"> | </li> | </ul> | </ol> | <dl> | <dt> | <dd> | </dl> |
<table> | <tr> | <td> | <th> | <td colspan=3 rowspan=2> | </table> | <b> | </b> | <i> | </i> |
<a href="https://x.example/a b"> | </a> | <a href="#"> | <img alt="a]b" src="c (1).png"> |
<input type=radio> | <input type=checkbox data-correct=1> | <input> | <label> | <br> | <hr> |
<details> | <summary> | Show answer | </summary> | </details> | <h1> | <h2> | </h2> | <pre> |
<code class="language-x"> | </code> | </pre> | <script type="math/tex"> | </script> | <math> |
<mfrac> | <mi>x</mi> | </math> | <nav> | </nav> | <main> | <article> | <header> | <footer> |
<title> | </title> | <svg> | <style> | </style> | <!-- | --> | <![CDATA[ | <?xml ?> | </ | < | > |
& | &amp; | &lt; | &nbsp; | &#0; | &#x1F600; | ` | ``` | * | ** | _ | __ | [ | ] | ]( | # | - | 1. |
A) | Q: What? | A: That. | Answer: A | Which is it? | {{c1::x}} | $ | $$ | \\( | | | : | é | 日本 |
word | A tide is a wave. | <q> | <ruby> | <rt> | <sub> | <button> | <select> | <textarea> |
<div class="term"> | <div class="definition"> | <div class="flashcard"> | <span class="front"> |
<span class="back"> | </span> | <div itemscope itemtype="https://schema.org/Question"> |
<p itemprop="name"> | <div itemprop="acceptedAnswer"> | <div role=radio> | <div role=radiogroup> |
<fieldset data-correct=b> | <input type=radio value=b> | <i title=Correct> |
<font size=1>
""".strip()
    .replace("|\n", "| ")
    .split(" | ")
)
GAPS = ["", " ", "\n", "\r\n", "\r", "\t", "\f", "\0", "\u2028"]


def pages() -> st.SearchStrategy[str]:
    """Any text, and small and large heaps of the pieces above."""

    def heap(seed: int) -> str:
        chance = random.Random(seed)
        size = chance.randint(10, 60)
        return "".join(chance.choice(PIECES).strip() + chance.choice(GAPS) for _ in range(size))

    return st.text(max_size=40) | st.integers().map(heap)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(pages())
def test_any_text_is_a_page_and_its_places_lie_inside(text: str) -> None:
    source = page(text)
    lines = re.split(r"\r\n|\r|\n", text)
    assert len(source.places) == source.text.count("\n") + 1 or not source.text
    for line, column in source.places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    notes, found = compile_source(source, "Deck")
    assert all(1 <= note.line <= len(lines) for note in notes)
    for problem in found:
        assert 0 <= problem.line <= len(lines)
        assert problem.caret <= max(len(problem.excerpt), 1)
    document, _ = parse(source)
    told = {part.line for part in document.parts}
    shown = source.text.split("\n")
    assert told == {n for n, line in enumerate(shown, 1) if line.strip(" \u2028\0")} or not notes


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.text("ab *_`[]()<>&#!-+.:|~=\\1{}$^", max_size=30))
def test_text_is_shown_as_it_stands(text: str) -> None:
    text = " ".join(text.split())
    # What deckgen gives a meaning to keeps it: lists, formulas, marks of right options.
    if re.search(r"[$^|]|\\[(\[]|^\W*(?:[-*+]|\d+[.)])\s|^[-=*_\s.:]+$|^\*", text):
        return
    shown = text_html(escaped(text, single([text]), first=True), "markdown")
    assert words(shown).replace(" ", "") == text.replace(" ", "")


def page(text: str) -> Source:
    source, problems = convert(Foreign("a.html", "html", text))
    assert source, problems
    return source


HOSTILE = {
    "deep": "<div>" * 100_000 + "x",
    "deep lists": "<ul><li>" * 50_000 + "x",
    "deep definitions": "<dl><dt>q?<dd>" * 20_000,
    "unclosed bold": "<b>" * 30_000 + "x",
    "formatting that multiplies": "".join(f"<p><font size={n}>" for n in range(5_000)) + "x",
    "comments": "<!--" * 100_000,
    "declarations": "<![" * 100_000,
    "instructions": "<?" * 100_000,
    "angles": "<" * 200_000,
    "ends": "<a></b>" * 20_000,
    "attributes": "<a " + "x=1 " * 100_000 + ">",
    "brackets": "<p>" + "[" * 100_000,
    "tables": "<table>" * 20_000 + "x",
    "spans": "<table>" + ("<tr>" + "<td colspan=60 rowspan=60>x" * 20) * 100 + "</table>",
    "hidden answers": "<div hidden class=answer>" * 3_000 + "answer x",
    "verdicts": "<div>" + "<i>Correct</i><b>x</b>" * 10_000 + "</div>",
    "cards": "<div class=term>a</div><div class=definition>b</div>" * 8_000,
    "deep cards": "<div class=card><div class=front>q</div><div class=back>" * 8_000,
    "marked questions": "<div itemscope itemtype=x/Question><p itemprop=name>q" * 10_000,
    "formulas": "<math>" + "<mfrac>" * 20_000,
    "one line": "<p>" + "word " * 2_000_000,
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_a_hostile_page_ends(project: Project, shape: str) -> None:
    project.write("x.html", f"<h1>Sea</h1><p>Q: What?<p>A: That.{HOSTILE[shape]}")
    ran = project.run("build", timeout=60)
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.stderr
    assert ran.stdout.endswith(" in build/Coast.apkg\n") or "no notes" in ran.stderr


@pytest.fixture
def project(tmp_path) -> Project:  # type: ignore[no-untyped-def]
    return Project(tmp_path / "coast")


def test_a_page_of_too_many_elements_is_an_error(project: Project) -> None:
    project.write("x.html", "<p>Q: What?</p>" * 150_001)
    assert project.run("build") == Ran(
        1,
        "",
        "source/x.html: error: this page has more than 300,000 elements [page-too-large]\n"
        "  hint: split it\n"
        "deckgen: no notes, so nothing was written\n",
    )


def test_a_problem_on_a_page_of_one_line_shows_what_was_read(project: Project) -> None:
    filler = "<p>The tide goes out twice a day and comes back.</p>" * 40
    project.write("x.html", f"<h1>Tides</h1>{filler}<p>7. What is a neap tide?<p>A. Low<p>B. High")
    assert project.run("plan").stderr == (
        "source/x.html:1:2098: error: no option of “What is a neap tide?” is given as right "
        "[options-without-key]\n"
        "  1 | 7. What is a neap tide?\n"
        "    | ^\n"
        "  hint: add a line “Answer: B” below the options, or mark the right one with ✓\n"
    )


def test_what_is_left_out_is_accounted_for() -> None:
    source = page("<nav>Home | Tides</nav><main><h1>Tides</h1><p>Text of some length.</p></main>")
    document, _ = parse(source)
    assert (document.parts[0].rule, document.parts[0].role) == ("site", "navigation")
    assert "Home | Tides" in source.text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ol start=4 type=a><li>x<li value=9>y</ol>", "d. x\ni. y"),
        ("<ol style='list-style-type: upper-alpha'><li>x<li>y</ol>", "A. x\nB. y"),
        ("<ol reversed start=3><li>x<li>y</ol>", "3. x\n2. y"),
        ("<ol type=I><li>x<li>y</ol>", "I. x\nII. y"),
        ("<ul><li>x<ul><li>y</ul><li>z</ul>", "- x\n    - y\n- z"),
        ("<ul><li>A) x<li>B) y</ul>", "A) x\nB) y"),
        ("<p>H<sub>2</sub>O <mark>x</mark> <u>y</u>", "H<sub>2</sub>O <mark>x</mark> <u>y</u>"),
        ("<p><ruby>潮<rp>(</rp><rt>しお</rt></ruby>", "<ruby>潮<rt>しお</rt></ruby>"),
        ("<p><b>a </b><i> b</i>c", "**a** *b*c"),
        ("<p><b>x<br>y</b>", "**x**\n**y**"),
        ("<p><b>A.</b> x", "A. x"),
        ("<p>See <a href='https://a.example/x_(y)'>x</a>.", "See [x](https://a.example/x%5F%28y%29)."),
        ("<p>See <a href='/x'>x</a>, <a href='javascript:y()'>y</a>.", "See x, y."),
        ("<p><img src='data:image/png;base64,AAAA' alt='A tide'>", "![A tide]()"),
        ("<p><img src=a.gif width=1 height=1>x", "x"),
        ("<p><img src='a b.png' alt='the [sea]'>", "![the sea](a%20b.png)"),
        ("<pre>1. Which?\nA) x\nB) y</pre>", "1. Which?\nA) x\nB) y"),
        ("<pre>x = 1\n  y</pre>", "```\nx = 1\n  y\n```"),
        ("<p><code>a`b</code>", "`` a`b ``"),
        ("<p>x <b>✓</b> H<sup>+</sup>", "x ✓ H<sup>+</sup>"),
        ("<label>x <input type=radio></label><p>y", "- [ ] x\n\ny"),
        ("<div><input type=radio></div><p>y", "y"),
        ("<div><input type=radio>x<br><input type=radio> y</div>", "- [ ] x\n- [ ] y"),
        ("<p>The <input type=text> rises.", "The ____ rises."),
        ("<table><tr><td>a<td>b<tr><td>c|</table>",
         "|  |  |\n| --- | --- |\n| a | b |\n| c\\| |  |"),
        ("<dl><dt>Ebb<dd>The fall.<dd>A stream.</dl>", "Ebb\n: The fall.\n: A stream."),
        ("<details><summary>Explanation</summary>Because.</details>",
         "<!-- left out, control: Explanation -->\n\nExplanation: Because."),
        ("<script>x</script><style>y</style><p>z", "z"),
        ("<p>x<!-- y -->z<![if a]>w<![endif]>", "xzw"),
    ],
)  # fmt: skip
def test_what_an_element_becomes(html: str, markdown: str) -> None:
    assert "\n".join(web.write(html).lines) == markdown


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Tides | SeaSite</title>", "# Tides"),
        ("<title>Tides - a primer</title>", "# Tides – a primer"),
        ("<title>Sea – Tides</title><meta property='og:site_name' content='Sea'>", "# Tides"),
        ("<title>SeaSite</title><h1>Neap tides</h1>", "# Neap tides"),
        ("<title>Neap tides</title><h1>SeaSite</h1><h1>Neap tides</h1>", "## SeaSite"),
    ],
)  # fmt: skip
def test_the_title_of_a_page(head: str, title: str) -> None:
    assert title in web.write(f"{head}<p>Water moves.").lines
