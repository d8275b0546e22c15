"""Formulas: found in a text, and written as MathJax in Anki reads them."""

import html
import re

from deckgen.model.deletions import OPENING
from deckgen.render.shield import Keep

# "$5 and $6" is money: the opening sign touches what follows, the closing one what precedes it,
# and no digit follows the closing one (the rule of pandoc's tex_math_dollars). Around a deletion
# both may stand apart. "[$]" is Anki's older notation, which would run LaTeX on the computer.
FORMULA = re.compile(
    r"(?<!\\)\$\$(?P<block>[^$]{1,2000})\$\$"
    r"|\\\((?P<round>[^\n]{1,1000}?)\\\)"
    r"|\\\[(?P<square>[^\0]{1,2000}?)\\\]"
    r"|\[\$\$\](?P<old_block>[^\0]{1,1000}?)\[/\$\$\]|\[\$\](?P<old>[^\0]{1,1000}?)\[/\$\]"
    r"|(?<![\\$\w\[])\$(?P<inline>[^\s$](?:[^$\n]{0,300}[^\s$\\])?)\$(?![\d$])"
    r"|(?<![\\$\w\[])\$ (?P<apart>[^$\n]{0,150}\{\{c\d{1,3}::[^$\n]{1,150}) \$(?![\d$])"
)
_CLEARLY = re.compile(r"[^\W\d_]\d?'?|\d+[^\W\d_]")
_SIGN = re.compile(r"[\\^_=+<>]")
_VARIABLE = re.compile(r"[A-Z_]{2}")  # of a shell
_TWICE = re.compile(r"\{(?=\{)|\}(?=\})")
_TOKEN = re.compile(r"\{\{c\d{1,3}::|::|[{}]")


def mathjax(match: re.Match[str], keep: Keep) -> str:
    """A formula that FORMULA found, put away."""
    display = match["block"] or match["square"] or match["old_block"]
    inner = display or match["round"] or match["inline"] or match["old"] or match["apart"]
    marked = _with_deletions(inner, keep) if OPENING.search(inner) else None
    shown = marked or _spaced(html.escape(inner, quote=False))
    return keep(f"\\[{shown}\\]" if display else f"\\({shown}\\)", match[0])


def is_clear(match: re.Match[str]) -> bool:
    """Whether a formula is one in a plain text too, where ``$`` may mean a variable or money."""
    inner = match["inline"] or match["apart"]
    if not inner:
        return True
    follows = match.string[match.end() : match.end() + 1]
    formula = _CLEARLY.fullmatch(inner) or (_SIGN.search(inner) and not _VARIABLE.match(inner))
    return bool(formula) and not follows.isalnum()


def _spaced(escaped: str) -> str:
    # "}}" would end a cloze deletion around the formula; MathJax reads "} }" the same.
    return _TWICE.sub(r"\g<0> ", escaped)


def _with_deletions(inner: str, keep: Keep) -> str | None:
    """A formula with deletions in it, or None where they do not close inside of it.

    A brace of TeX that is open within a deletion is closed before the deletion is.
    """
    parts: list[str] = []
    stack: list[str] = []  # "{" of TeX, "{{" of a deletion, "::" of one that has its hint
    at = 0
    for token in _TOKEN.finditer(inner):
        if token.start() < at:
            continue
        if token.start() > at:
            parts.append(html.escape(inner[at : token.start()], quote=False))
        at = token.end()
        sign = token[0]
        if len(sign) > 2:
            stack.append("{{")
            parts.append(keep(sign, sign))
        elif sign == "{":
            stack.append(sign)
            parts.append(" {" if parts and parts[-1].endswith("{") else sign)
        elif sign == "::":
            hint = bool(stack) and stack[-1] == "{{"
            stack[-1:] = ["::"] if hint else stack[-1:]
            parts.append(keep(sign, sign) if hint else sign)
        elif stack and stack[-1] == "{":
            stack.pop()
            parts.append(" }" if parts and parts[-1].endswith("}") else sign)
        elif stack and inner.startswith("}}", token.start()):
            stack.pop()
            at = token.start() + 2
            parts.append((" " if parts and parts[-1].endswith("}") else "") + keep("}}", "}}"))
        else:
            parts.append(sign)
    if any(sign != "{" for sign in stack):
        return None
    return "".join([*parts, html.escape(inner[at:], quote=False)])
