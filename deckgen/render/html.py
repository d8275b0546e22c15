"""Source text -> HTML that may be shown on a card, and HTML -> the words a reader sees."""

import html
import re
from collections.abc import Mapping

from deckgen.model.deletions import OPENING
from deckgen.model.source import Markup
from deckgen.render import clozes, code, layout, math, media, ruby
from deckgen.render.converter import converted
from deckgen.render.direct import direct
from deckgen.render.sanitised import inert, sanitised
from deckgen.render.shield import MARKS, PRIVATE, Shield, unmarked

# Commands of MathJax that reach beyond the formula; a word joiner behind the sign ends them.
_ACTIVE = re.compile(
    r"\\(?=(?:href|url|require|class|style|cssId|data|html\w*|includegraphics|unicode|bbox|script)\b)",
    re.IGNORECASE,
)
_INLINE_CODE = re.compile(r"(?<!`)(?P<tick>`{1,3})(?!`)[^`\n]{1,2000}(?P=tick)(?!`)")
_WIKI = re.compile(
    r"(?<!!)\[\[(?=[^\[\]\n]{0,300}[^\W\d_])(?P<page>[^\[\]\n|#]{0,200})"
    r"(?:#(?P<heading>[^\[\]\n|]{1,200}))?(?:\\?\|(?P<alias>[^\[\]\n]{1,200}))?\]\]"
)
_SIGNS = re.compile(
    "|".join(p.pattern for p in (math.FORMULA, media.EMBED, media.SOUND, _WIKI, ruby.READING))
)
_PLAIN_SIGNS = re.compile(
    "|".join(p.pattern for p in (math.FORMULA, media.EMBED, media.SOUND, media.PLAIN, ruby.READING))
)
_HOLDS_MORE = re.compile(r"[$\\\[{]|```|~~~")  # perhaps something to put away
_LONGEST = 200_000  # characters of one field
_MOST_SIGNS = 800  # of one kind in a field: 1,600 "[" take Python-Markdown half a second
_DEEP = re.compile(r"^(?:[ \t]{80}|(?:[ \t]{0,8}(?:>|[-*+]|\d{1,9}[.)])){24})", re.MULTILINE)
_ALONE = re.compile(r"<p>((?:(?!</?p>)[^\0])*)</p>")
_BREAKS = re.compile(r"<(?:br|hr|/p|/li|/div|/tr|/td|/th|/h\d|/pre|/dt|/dd|/blockquote)\b[^>]*>")
_ANY_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_READING = re.compile(r"<rt>([^<>]*)</rt>")
_PLACED = re.compile(r'<img src="[^"<>]*" alt="([^"<>]*)"[^<>]*>|\[sound:[^\[\]<>]*\]')
_TABLE = re.compile(r"(<table>)|(</table>)")
_PARAGRAPH_OF_CODE = re.compile(r"<p>\s*(<pre>(?:(?!</pre>)[^\0])*</pre>)\s*</p>")
_LABEL = re.compile(r"\[([^\[\]\n]{1,200})\]")
_DEEPEST = 3  # footnotes in footnotes

Definitions = Mapping[str, str]
_NONE: Definitions = {}


def text_html(text: str, markup: Markup, definitions: Definitions = _NONE) -> str:
    """Source text as safe HTML; a single paragraph comes without its ``<p>``.

    ``definitions`` are the links and footnotes that the document defines, by label. Pictures,
    sounds and videos are references, see ``media``.
    """
    text = PRIVATE.sub("", text)
    if markup == "markdown" and not _HOLDS_MORE.search(text):
        shown = direct(text)
        if shown is not None:
            return shown
    if markup == "plain" or too_dense(text):
        return _from_plain(text)
    rendered = _from_markdown(_complete(text, definitions))
    alone = _ALONE.fullmatch(rendered)
    return alone[1] if alone else rendered


def too_dense(text: str) -> bool:
    """Whether Markdown would take minutes: it is quadratic in unpaired signs, and nests by calls.

    Such a text is no person's; it is shown as it stands.
    """
    return (
        len(text) > _LONGEST
        or any(text.count(sign) > _MOST_SIGNS for sign in ("[", "<", "`", "*", "_", "!", "&"))
        or any(text.count(sign) > _MOST_SIGNS for sign in ("==", "~~", "\\"))
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
    """The words a reader sees, on one line; a picture is its description."""
    if "[sound:" in rendered or "<img" in rendered:
        rendered = _PLACED.sub(lambda m: f" [{m[1] or ''}] ", media.in_words(rendered))
    if "<" in rendered:
        rendered = _ANY_TAG.sub("", _READING.sub(r"[\1]", _BREAKS.sub(" ", rendered)))
    return " ".join(html.unescape(rendered).split())


def disarmed(rendered: str) -> str:
    """A field whose formulas can only be looked at: MathJax makes links and styles of some."""
    return _ACTIVE.sub("\\\\\u2060", rendered) if "\\" in rendered else rendered


def escape(text: str) -> str:
    """Text without any meaning as HTML, and without any to Anki."""
    return inert(html.escape(text, quote=False))


def _from_plain(text: str) -> str:
    """Plain text with its formulas, readings, pictures and sounds."""
    shield = Shield()
    put_away = text
    if not too_dense(text):
        put_away = _PLAIN_SIGNS.sub(lambda m: _sign(m, shield, plain=True), text)
    paragraphs = [escape(p).replace("\n", "<br>") for p in put_away.split("\n\n")]
    whole = paragraphs[0] if len(paragraphs) == 1 else "".join(f"<p>{p}</p>" for p in paragraphs)
    return shield.back(whole)


def _from_markdown(text: str) -> str:
    """Markdown as safe HTML, with math as MathJax knows it and the marks of clozes left alone."""
    shield = Shield()
    text = layout.without_fences(text, lambda inside, lang: _code(inside, lang, shield))
    shielded = _marks(_signs(text, shield), shield)
    rendered = direct(shielded)
    if rendered is None:
        rendered = parsed(shielded)
    return _scrolling(shield.back(rendered))


def parsed(shielded: str) -> str:
    """Markdown whose formulas are put away, by Python-Markdown and the sanitiser."""
    rendered = sanitised(media.unsourced(converted(layout.normalised(shielded))))
    return media.referring(rendered)


def _complete(text: str, definitions: Definitions) -> str:
    """The text with the definitions that it refers to."""
    used: dict[str, str] = {}
    new = [text]
    for _ in range(_DEEPEST if definitions else 0):
        labels = dict.fromkeys(m[1].lower() for part in new for m in _LABEL.finditer(part))
        wanted = {at: definitions[at] for at in labels if at in definitions and at not in used}
        used |= wanted
        new = list(wanted.values())
    return "\n\n".join([text, *used.values()])


def _signs(text: str, shield: Shield) -> str:
    """The text without what is no Markdown: formulas, embeds, wiki links, readings; not in code."""
    parts: list[str] = []
    last = 0
    for inline in _INLINE_CODE.finditer(text):
        parts.append(_SIGNS.sub(lambda m: _sign(m, shield), text[last : inline.start()]))
        parts.append(_shielded_code(inline[0], shield))
        last = inline.end()
    return "".join([*parts, _SIGNS.sub(lambda m: _sign(m, shield), text[last:])])


def _sign(match: re.Match[str], shield: Shield, *, plain: bool = False) -> str:
    """What stands in the place of one such sign; in a plain text, of what is clearly one."""
    found = match.groupdict()
    if found["embed"]:
        return shield.keep(media.embed(match), match[0])
    if found["sound"]:
        return shield.keep(media.reference(found["sound"]), match[0])
    if found["base"] or found["braced"]:
        return shield.keep(ruby.ruby(match), match[0])
    if found.get("path"):
        return shield.keep(media.reference(found["path"], found["alt"] or ""), match[0])
    if found.get("page") is not None:
        shown = found["alias"] or " › ".join(p for p in (found["page"], _heading(found)) if p)
        return shield.keep(escape(shown.strip()), match[0])
    if plain and not math.is_clear(match):
        return match[0]
    return math.mathjax(match, shield.keep)


def _heading(link: Mapping[str, str | None]) -> str:
    """The heading that a wiki link leads to; the name of a block ("^a1b2") says nothing."""
    heading = (link["heading"] or "").strip()
    return "" if heading.startswith("^") else heading.replace("#", " › ")


def _marks(text: str, shield: Shield) -> str:
    """The text with the marks of its deletions put away: no formatting comes between them."""
    parts: list[str] = []
    last = 0
    for start, end in clozes.marks(text):
        parts += [text[last:start], shield.keep(text[start:end], text[start:end])]
        last = end
    return "".join([*parts, text[last:]])


def _shielded_code(inline: str, shield: Shield) -> str:
    """Inline code; what looks like a mark of a cloze is code, unless a deletion begins in it."""
    if OPENING.search(inline):
        return inline
    return MARKS.sub(lambda m: shield.keep(unmarked(m[0]), m[0]), inline)


def _code(inside: str, language: str, shield: Shield) -> str:
    """A code fence, put away; ``math`` is a formula, as on GitHub."""
    if language == "math" and inside.strip():
        return f"$${inside.strip()}$$"
    marked = _marks(inside, shield)
    shown = unmarked(inert(code.highlighted(marked, language)))
    return shield.keep(f"<pre><code>{shown}\n</code></pre>", inside)


def _scrolling(rendered: str) -> str:
    """Wide tables and code scroll inside themselves, by keyboard as well."""
    rendered = _PARAGRAPH_OF_CODE.sub(r"\1", rendered)
    rendered = rendered.replace("<pre>", '<pre tabindex="0">')
    return _TABLE.sub(
        lambda m: '<div class="dg-scroll" tabindex="0"><table>' if m[1] else "</table></div>",
        rendered,
    )
