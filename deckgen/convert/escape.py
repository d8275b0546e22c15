"""Text that shall be shown as it stands -> Markdown that shows it so.

Only what Markdown would really take for markup is escaped. What deckgen itself gives a meaning to
stays readable: ``A)``, ``1.``, ``- ``, ``[x]``, ``*B.``, ``____``, clozes, and formulas.
"""

import re
from collections.abc import Iterable

# The same formulas as the renderer knows them: nothing in them is escaped.
_FORMULA = re.compile(
    r"\$\$[^$]{1,2000}\$\$|\\\([^\n]{1,1000}?\\\)|\\\[[^\n]{1,2000}?\\\]"
    r"|(?<![\\$\w\[])\$[^\s$](?:[^$\n]{0,300}[^\s$\\])?\$(?![\d$])"
)
_SIGN = re.compile(
    r"(?P<backslash>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<entity>&(?=#?\w{1,31};))"
    r"|(?P<tag><(?=[A-Za-z/!?]))"
    r"|(?P<tick>`)"
    r"|(?P<star>(?<!\s)\*|\*(?!\s|$))"
    r"|(?P<score>(?<![_\w])_{1,2}(?!_)|(?<!_)_{1,2}(?![_\w]))"
    r"|(?P<bracket>\[(?=[\[^]))"
    r"|(?P<link>\](?=[(\[]))"
    r"|(?P<marked>=(?==\S))"
)
_MEANT = {
    "backslash": "\\\\",
    "entity": "&amp;",
    "tag": "&lt;",
    "tick": "\\`",
    "star": "\\*",
    "bracket": "&#91;",
    "link": "&#93;",
    "marked": "&#61;",
}
_RIGHT_OPTION = re.compile(r"\*\s?(?=\(?[A-Za-z][.)])")
_LINE = (
    (re.compile(r"#(?!\s?\d)"), "\\#"),
    (re.compile(r">"), "\\>"),
    (re.compile(r"\+(?=\s)"), "\\+"),
    (re.compile(r"\|"), "\\|"),
    (re.compile(r"~(?=~~)"), "&#126;"),
    (re.compile(r":(?=\s)"), "&#58;"),
    (re.compile(r"(\d{4,})\.(?=\s)"), r"\1\\."),
    (re.compile(r"\[(?=[^\]\n]{1,80}\]:)"), "&#91;"),
)


def single(texts: Iterable[str]) -> frozenset[str]:
    """The signs that come but once in a paragraph: they open nothing that could be closed."""
    joined = "".join(texts)
    return frozenset(sign for sign in "`*" if joined.count(sign) == 1)


def escaped(text: str, alone: frozenset[str], *, first: bool) -> str:
    """A piece of text as Markdown; ``first`` says that it begins a line."""
    parts: list[str] = []
    last = 0
    if first and (right := _RIGHT_OPTION.match(text)):
        parts.append(right[0])
        last = right.end()
    for formula in _FORMULA.finditer(text, last):
        parts += [_plain(text[last : formula.start()], alone), formula[0]]
        last = formula.end()
    parts.append(_plain(text[last:], alone))
    whole = "".join(parts)
    if first:
        for pattern, meant in _LINE:
            whole = pattern.sub(meant, whole, count=1) if pattern.match(whole) else whole
    return whole


def _plain(text: str, alone: frozenset[str]) -> str:
    def meant(found: re.Match[str]) -> str:
        if found.lastgroup == "score":
            return "\\_" * len(found[0])
        return found[0] if found[0] in alone else _MEANT[found.lastgroup or ""]

    return _SIGN.sub(meant, text)
