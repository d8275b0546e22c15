"""What a field shows of Markdown: the same as Python-Markdown, but for what is listed below."""

import re
import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.notetypes import note_types
from deckgen.render import clozes
from deckgen.render.code import CLASSES
from deckgen.render.html import text_html, words
from deckgen.render.sanitised import sanitised
from tests.test_cards_in_browser import contrast

# Ordinary Markdown, as Python-Markdown itself reads it.
ORDINARY = {
    "emphasis": "A *tide* is a **long** wave, a ***very*** _long_ one of __water__, snake_case.",
    "paragraphs": "The moon pulls.\n\nThe sun pulls too,\nbut less.\n\nSo the tides differ.",
    "line break": "Spring tide  \nNeap tide",
    "headings": "# Tides\n\nThey turn.\n\n## Spring\n\nHigh.\n\nNeap\n----\n\nLow.",
    "bullets": "- ebb\n- flow\n- slack water\n",
    "numbers": "1. ebb\n2. flow\n3. slack water\n",
    "numbers from four": "4. ebb\n5. flow\n",
    "nested by four": "- sea\n    - tide\n        - spring tide\n    - wave\n- lake\n",
    "loose list": "- ebb\n\n- flow\n\n- slack water\n",
    "item of two paragraphs": "1. The moon pulls.\n\n    The sun does too.\n\n2. The sea turns.\n",
    "code in an item": "- This:\n\n        x = 1\n\n- That.\n",
    "quote": "> The sea turns,\n> twice a day.\n>\n> > Not everywhere.\n",
    "quote with a list": "> - ebb\n> - flow\n",
    "fence": "```\nfor n in range(3):\n    print(n)  # *no* emphasis\n```",
    "fence with tildes": "~~~\n<b>&amp;</b>\n~~~",
    "fence in a text": "Run\n\n```\nx = 1\n```\n\nand look.",
    "indented code": "Run\n\n    x = 1\n    y = 2\n\nand look.",
    "inline code": "The sign `<b>` and ``a ` b`` and `*x*`.",
    "table": "| tide | height |\n|------|-------:|\n| spring | 12 m |\n| neap | 4 m |\n",
    "definitions": "Ebb\n:   The tide goes.\n\nFlow\n:   The tide comes.\n",
    "links": "[Tides](https://example.org/t 'All') and <https://example.org> and <a@example.org>",
    "reference": "[Tides][t] and [t].\n\n[t]: https://example.org/t\n",
    "rule": "Ebb\n\n---\n\nFlow\n\n* * *\n",
    "entities": "5 &lt; 6 &amp; 7 > 3 &copy; < and &",
    "html": "H<sub>2</sub>O and x<sup>2</sup> and <kbd>Esc</kbd>",
    "html block": "<div>\n<p>The <b>sea</b></p>\n</div>\n\nThe *lake*",
    "escapes": "\\*no\\* 1\\. \\# a\\_b\\_c",
    "lines": "The first line\nand the second,\nand * no list.",
}
# What is only ours: how code is coloured, how what is wide scrolls, one paragraph without its tag.
OWN = re.compile(r'<div class="dg-scroll">|</div>|</?span[^>]*>|</?div[^>]*>|</?p>')


def plainly(text: str) -> str:
    extensions = ["fenced_code", "tables", "sane_lists", "def_list", "footnotes"]
    return sanitised(markdown.markdown(text, extensions=extensions))


def compared(rendered: str) -> str:
    return " ".join(OWN.sub(" ", rendered.replace(' tabindex="0"', "")).split())


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_markdown_is_shown_as_python_markdown_shows_it(name: str) -> None:
    shown = text_html(ORDINARY[name], "markdown")
    assert compared(shown) == compared(plainly(ORDINARY[name]))


DIFFERENT = {
    # lists as GitHub and Obsidian read them
    "- a\n  - b\n    - c\n- d": "<ul> <li>a<ul> <li>b<ul> <li>c</li> </ul> </li> </ul> </li>"
    " <li>d</li> </ul>",
    "1. a\n   - b\n2. c": "<ol> <li>a<ul> <li>b</li> </ul> </li> <li>c</li> </ol>",
    "1) a\n2) b": "<ol> <li>a</li> <li>b</li> </ol>",
    "Text\n- a\n- b": "<p>Text</p> <ul> <li>a</li> <li>b</li> </ul>",
    "Text\n1. a\n2. b": "<p>Text</p> <ol> <li>a</li> <li>b</li> </ol>",
    "It was in\n1986. A year": "It was in 1986. A year",
    "- a\n# H": "<ul> <li>a</li> </ul> <h1>H</h1>",
    "- [ ] a\n- [x] b": "<ul> <li>☐ a</li> <li>☑ b</li> </ul>",
    "Text\n| a | b |\n|---|---|\n| c | d |": '<p>Text</p> <div class="dg-scroll" tabindex="0">'
    "<table> <thead> <tr> <th>a</th> <th>b</th> </tr> </thead> <tbody> <tr> <td>c</td> <td>d</td>"
    " </tr> </tbody> </table></div>",
    "- a\n  ```\n  x\n    y\n  ```": '<ul> <li> <p>a</p> <pre tabindex="0"><code>x y </code></pre>'
    " </li> </ul>",
    "> ```\n> x\n> ```\n> y": '<blockquote> <pre tabindex="0"><code>x </code></pre> <p>y</p>'
    " </blockquote>",
    # signs
    "#fff and #tag": "#fff and #tag",
    "a\\\nb": "a<br> b",
    "\\$5 \\~ \\= \\| \\<b>": "$5 ~ = | &lt;b&gt;",
    "==a *b*== c == d, x==y and y==z": "<mark>a <em>b</em></mark> c == d, x==y and y==z",
    "~~a~~ b~c": "<del>a</del> b~c",
    "H~2~O": "H~2~O",
    # quotes of Obsidian
    "> [!note] Tip\n> a": "<blockquote> <p><strong>Tip</strong></p> <p>a</p> </blockquote>",
    "> [!warning]-\n> a": "<blockquote> <p><strong>Warning</strong></p> <p>a</p> </blockquote>",
    # links
    "[a](b.md) [c](#d) [e](javascript:f)": "a c e",
    "[[Tides]] [[Tides|ebb]] [[Tides#Ebb]] [[#Ebb]] [[Tides#^a1b2]]": "Tides ebb Tides › Ebb Ebb"
    " Tides",
    "the matrix [[1, 2], [3, 4]] and [[1]]": "the matrix [[1, 2], [3, 4]] and [[1]]",
    "`[[a]]` and `==b==`": "<code>[[a]]</code> and <code>==b==</code>",
    "| a |\n|---|\n| [[b|c]] |": '<div class="dg-scroll" tabindex="0"><table> <thead> <tr>'
    " <th>a</th> </tr> </thead> <tbody> <tr> <td>c</td> </tr> </tbody> </table></div>",
    # readings
    "漢字[かんじ]と 平仮名[ひらがな]": "<ruby>漢字<rt>かんじ</rt></ruby>と"
    "<ruby>平仮名<rt>ひらがな</rt></ruby>",
    "{漢字|かん|じ} {漢字|かんじ}": "<ruby>漢<rt>かん</rt></ruby><ruby>字<rt>じ</rt></ruby>"
    " <ruby>漢字<rt>かんじ</rt></ruby>",
    "本[1] 本[book] かな[かな] {a|b}": "本[1] 本[book] かな[かな] {a|b}",
    # formulas
    "$a_i*b*c_i$": r"\(a_i*b*c_i\)",
    "It costs $5, not $6, or $3": "It costs $5, not $6, or $3",
    "a \\$x\\$ b": "a $x$ b",
    "```math\n\\frac12\n```": r"\[\frac12\]",
    "$$\na\n- b\n$$": r"\[ a - b \]",
    "`$a$`": "<code>$a$</code>",
    "[$]x^2[/$] [$$]y[/$$]": r"\(x^2\) \[y\]",
    # nothing for Anki to play or to run
    "`[sound:a.mp3]` [latex]x[/latex] [anki:tts lang=en]": "<code>&#91;sound:a.mp3]</code>"
    " &#91;latex]x[/latex] &#91;anki:tts lang=en]",
}  # fmt: skip


@pytest.mark.parametrize("text", DIFFERENT)
def test_where_python_markdown_would_show_something_else(text: str) -> None:
    assert " ".join(text_html(text, "markdown").split()) == DIFFERENT[text]


PLAIN = {
    "*a* <b> & c\nd": "*a* &lt;b&gt; &amp; c<br>d",
    "a $x^2$ b": r"a \(x^2\) b",
    r"a \(x^2\) b": r"a \(x^2\) b",
    "$E=mc^2$": r"\(E=mc^2\)",
    "$x$ and $2n$": r"\(x\) and \(2n\)",
    "$HOME/$USER, US$5, $5 or $6, $PATH:$HOME": "$HOME/$USER, US$5, $5 or $6, $PATH:$HOME",
    "漢字[かんじ]": "<ruby>漢字<rt>かんじ</rt></ruby>",
    "[[a]] ==b==": "[[a]] ==b==",
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text(text: str) -> None:
    assert text_html(text, "plain") == PLAIN[text]


CLOZES = {
    r"{{c1::$\frac{a}{b^{2}}$}}": [(1, r"\(\frac{a}{b^{2} }\)")],
    r"$ {{c1::x^2}} + {{c2::y}} $": [(1, "x^2"), (2, "y")],
    r"\( \frac{ {{c1::a^{b}}} }{c} \)": [(1, "a^{b} ")],
    r"$$ {{c1::\frac{a}{b}::of what?}} $$": [(1, r"\frac{a}{b}")],
    "{{c1::`{{}}::`}}": [(1, "{{}}::")],
    "{{c1::`std::map`::type}}": [(1, "std::map")],
    "```js\nlet a = {b: {c: {{c1::1}}}}\n```": [(1, "1")],
    "{{c1::\n```js\nlet a = {b: {}};\n```\n}}": [(1, "let a = {b: {}};")],
    "{{c1::![a::b}}](x.png)}}": [(1, "[a::b}}, x.png]")],
    "{{c1::**bold** _and_ more::hint}}": [(1, "bold and more")],
    "**{{c1::bold}}**": [(1, "bold")],
    "{{c1::[a](https://example.org/b::c}} 'd::e')}}": [(1, "a")],
}


@pytest.mark.parametrize("text", CLOZES)
def test_a_deletion_hides_what_its_author_hid(text: str) -> None:
    rendered = text_html(text, "markdown")
    hidden = [(number, words(shown)) for number, shown in clozes.deletions(rendered)]
    assert hidden == [(number, " ".join(shown.split())) for number, shown in CLOZES[text]]


def test_definitions_of_the_document_reach_a_card() -> None:
    known = {"t": "[t]: https://example.org/t", "^1": "[^1]: Or [two][^2].", "^2": "[^2]: Yes."}
    shown = text_html("[Tides][T] turn.[^1]", "markdown", known)
    assert '<a href="https://example.org/t" rel="noopener noreferrer">Tides</a>' in shown
    assert "Or " in shown
    assert "#fn" not in shown
    assert text_html("No link.", "markdown", known) == "No link."


@pytest.mark.parametrize("language", ["python", "js", "c++", "C#", "sql", "bash", "json"])
def test_code_in_a_known_language_is_coloured(language: str) -> None:
    shown = text_html(f"```{language}\nreturn 'x' + 1 // null\n```", "markdown")
    assert set(re.findall(r'class="(\w+)"', shown)) & CLASSES


@pytest.mark.parametrize("language", ["", "text", "klingon", "python'><script>", "make"])
def test_code_in_no_known_language_is_plain(language: str) -> None:
    shown = text_html(f"```{language}\nreturn 'x'\n```", "markdown")
    assert shown == "<pre tabindex=\"0\"><code>return 'x'\n</code></pre>"


def test_a_source_gives_no_class_of_its_own() -> None:
    text = '<span class="dg-key k">a</span> <code class="choices">b</code> <p class="dg">c</p>'
    assert text_html(text, "markdown").count("class") == 1


def test_every_class_of_code_has_a_colour_with_contrast() -> None:
    css = note_types()["cloze"].css
    for name in CLASSES:
        assert re.search(rf"[(, ]\.{name}[,)]", css), name
    blocks = [css[css.index(start) :] for start in (":root {", ".nightMode,")]
    for block in blocks:
        colours = dict(re.findall(r"--dg-([\w-]+): (#[0-9a-f]{6})", block[: block.index("}")]))
        codes = [colour for name, colour in colours.items() if name.startswith("code-")]
        assert len(codes) == 5
        for colour in codes:
            ratio = contrast(rgb(colour), rgb(colours["sunken"]))
            assert ratio >= 4.5, (colour, ratio)  # WCAG 2.2, level AA


def rgb(colour: str) -> str:
    return " ".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))


@given(st.text(alphabet=st.sampled_from("a1 \n-*#>`$[]{}|:=~!()\\<\U000f0001漢か")))
def test_any_text_is_rendered(text: str) -> None:
    for markup in ("markdown", "plain"):
        shown = text_html(text, markup)
        assert not re.search("[\ue000-\ue00f\U000f0000-\U0010fffd]", shown)


@given(st.lists(st.sampled_from(["- a", "  - b", "    - c", "1. d", "   e", "", "f", "> - g"])))
def test_no_line_of_a_list_is_lost(lines: list[str]) -> None:
    shown = words(text_html("\n".join(lines), "markdown"))
    assert sorted(re.findall(r"[a-g]", shown)) == sorted(
        letter for line in lines for letter in re.findall(r"[a-g]", line)
    )


@pytest.mark.parametrize(
    "text",
    [
        "==a==" * 20_000, "~~a~~" * 20_000, "$a$" * 60_000, "[[a" * 250, "{漢|" * 40_000,
        "漢[か" * 700, "- a\n" * 20_000, "> " * 20 + "a", "```\n" * 40_000, "![[" * 250,
        "{{c1::" * 30_000, "[sound:" * 700, "<img " * 700, "<audio>" * 700, "\\" * 200_000,
        "  " * 99_000 + "- a", "\n".join(" " * n + "- a" for n in range(79)), "[$]" * 700,
        "<img " + "a " * 90_000, '<img src="' * 700, "| a " * 40_000, "\\(" * 30_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_text_is_rendered_in_time(text: str) -> None:
    begun = time.process_time()
    for markup in ("markdown", "plain"):
        words(text_html(text, markup))
    assert time.process_time() - begun < 8
