"""Source text -> HTML that may be shown on a card, and HTML -> the words a reader sees."""

import html
import re
from collections.abc import Callable
from functools import cache

import markdown
import nh3

from deckgen.model.source import Markup
from deckgen.render import clozes

# Formatting only: nothing that runs, loads, embeds, or styles the page around it.
_TAGS = frozenset(
    """
    a abbr b blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6
    hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var
    """.split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_EXTENSIONS = ["fenced_code", "tables", "sane_lists", "def_list", "footnotes"]

# "$5 and $6" is money: the opening sign touches what follows, the closing one what precedes it,
# and no digit follows the closing one (the rule of pandoc's tex_math_dollars).
_MATH = re.compile(
    r"(?<!\\)\$\$(?P<block>[^$]{1,2000})\$\$"
    r"|\\\((?P<round>[^\n]{1,1000}?)\\\)"
    r"|\\\[(?P<square>[^\0]{1,2000}?)\\\]"
    r"|(?<![\\$\w\[])\$(?P<inline>[^\s$](?:[^$\n]{0,300}[^\s$\\])?)\$(?![\d$])"
)
# Commands of MathJax that reach beyond the formula; a word joiner behind the sign ends them.
_ACTIVE = re.compile(
    r"\\(?=(?:href|url|require|class|style|cssId|data|html\w*|includegraphics|unicode|bbox|script)\b)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^(?P<fence>`{3,40}|~{3,40})[^\0]*?^(?P=fence)[ \t]*$"
    r"|(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]{1,2000}(?P=tick)(?!`)",
    re.MULTILINE,
)
_LONGEST = 200_000  # characters of one field
_MOST_SIGNS = 800  # of one kind in a field: 1,600 "[" take Python-Markdown half a second
_DEEP = re.compile(
    r"^(?:[ \t]{80}|(?:[ \t]{0,8}(?:>|[-*+]|\d{1,9}[.)])[ \t]{0,8}){24})", re.MULTILINE
)
_ALONE = re.compile(r"<p>((?:(?!</?p>)[^\0])*)</p>")
_BREAKS = re.compile(r"<(?:br|hr|/p|/li|/div|/tr|/td|/th|/h\d|/pre|/dt|/dd|/blockquote)\b[^>]*>")
_ANY_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_IMG = re.compile(r'<img alt="([^"]*)"[^>]*>')  # as Python-Markdown writes them
_TABLE = re.compile(r"(<table>)|(</table>)")


def text_html(text: str, markup: Markup) -> str:
    """Source text as safe HTML; a single paragraph comes without its ``<p>``."""
    if markup == "plain" or too_dense(text):
        paragraphs = [html.escape(p, quote=False).replace("\n", "<br>") for p in text.split("\n\n")]
        return paragraphs[0] if len(paragraphs) == 1 else "".join(f"<p>{p}</p>" for p in paragraphs)
    rendered = _from_markdown(text)
    alone = _ALONE.fullmatch(rendered)
    return alone[1] if alone else rendered


def too_dense(text: str) -> bool:
    """Whether Markdown would take minutes: it is quadratic in unpaired signs, and nests by calls.

    Such a text is no person's; it is shown as it stands.
    """
    return (
        len(text) > _LONGEST
        or any(text.count(sign) > _MOST_SIGNS for sign in "[<`*_!&")
        or bool(_DEEP.search(text))
    )


def block(rendered: str) -> str:
    """Rendered text as a block of its own, to stand beside others."""
    return (
        rendered
        if rendered.startswith(("<p", "<ul", "<ol", "<div", "<pre", "<t"))
        else f"<p>{rendered}</p>"
    )


def listing(name: str, items: list[str]) -> str:
    """Rendered items as a numbered list of a class; empty for no items."""
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f'<ol class="{name}">{inside}</ol>' if items else ""


def words(rendered: str) -> str:
    """The words a reader sees, on one line."""
    return " ".join(html.unescape(_ANY_TAG.sub("", _BREAKS.sub(" ", rendered))).split())


def disarmed(rendered: str) -> str:
    """A field whose formulas can only be looked at: MathJax makes links and styles of some."""
    return _ACTIVE.sub("\\\\\u2060", rendered)


def escape(text: str) -> str:
    """Text without any meaning as HTML."""
    return html.escape(text, quote=False)


def _from_markdown(text: str) -> str:
    """Markdown as safe HTML, with math as MathJax knows it and cloze braces left alone."""
    kept: list[str] = []

    def keep(shown: str) -> str:
        # Private-use characters pass Markdown and the sanitiser untouched.
        kept.append(shown)
        return f"\ue000{len(kept) - 1}\ue001"

    text = text.replace("\ue000", "").replace("\ue001", "")
    shielded = clozes.OPENING.sub(lambda m: keep(m[0]), _shield_math(text, keep))
    rendered = nh3.clean(
        _IMG.sub(lambda m: f"<em>{m[1]}</em>", _converter().reset().convert(shielded)),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer",
    )
    shown = re.sub("\ue000(\\d+)\ue001", lambda m: kept[int(m[1])], rendered)
    return _scrolling(shown)


def _scrolling(rendered: str) -> str:
    """Wide tables and code scroll inside themselves, by keyboard as well."""
    rendered = rendered.replace("<pre>", '<pre tabindex="0">')
    return _TABLE.sub(
        lambda m: '<div class="dg-scroll" tabindex="0"><table>' if m[1] else "</table></div>",
        rendered,
    )


def _shield_math(text: str, keep: Callable[[str], str]) -> str:
    """Formulas outside code, put away before Markdown can read them."""
    parts: list[str] = []
    last = 0
    for code in _CODE.finditer(text):
        parts += [_MATH.sub(lambda m: keep(_mathjax(m)), text[last : code.start()]), code[0]]
        last = code.end()
    parts.append(_MATH.sub(lambda m: keep(_mathjax(m)), text[last:]))
    return "".join(parts)


def _mathjax(match: re.Match[str]) -> str:
    display = match["block"] or match["square"]
    # With quotes: what looks like a formula may stand in an attribute, and must not leave it.
    inner = html.escape(display or match["round"] or match["inline"], quote=True)
    # "}}" would end a cloze deletion around the formula; MathJax reads "} }" the same.
    inner = inner.replace("}}", "} }").replace("{{", "{ {")
    return f"\\[{inner}\\]" if display else f"\\({inner}\\)"


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=_EXTENSIONS, output_format="html")
