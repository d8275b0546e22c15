"""Formulas of a page -> TeX: what MathJax, KaTeX and MathML leave in a page that was saved."""

import re
from dataclasses import dataclass

from deckgen.convert.web.dom import Element, Text

_WRAPPER = re.compile(r"^\{\\(?:displaystyle|textstyle) ?(?P<inside>[^\0]*)\}$")
_LONGEST = 1000  # characters of one formula
_DRAWN = frozenset(
    "mathjax mathjax_preview mathjax_display mathjax_svg mjx-chtml mathjax_error".split()
)
_SCRIPTS = {"msup": "^", "msub": "_", "mover": "^", "munder": "_"}
_BOTH = frozenset(("msubsup", "munderover"))
_NAMES = {
    "∑": r"\sum ", "∏": r"\prod ", "∫": r"\int ", "√": r"\surd ", "∞": r"\infty ", "±": r"\pm ",
    "×": r"\times ", "⋅": r"\cdot ", "·": r"\cdot ", "÷": r"\div ", "≤": r"\le ", "≥": r"\ge ",
    "≠": r"\ne ", "≈": r"\approx ", "→": r"\to ", "⇒": r"\Rightarrow ", "∈": r"\in ",
    "∂": r"\partial ", "∇": r"\nabla ", "−": "-", "′": "'", "\u2061": "", "\u2062": "",
    "%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "{": r"\{", "}": r"\}", "$": r"\text{USD}",
    "\\": r"\backslash ",
}  # fmt: skip
_FUNCTIONS = frozenset("sin cos tan log ln exp lim max min det".split())


@dataclass(frozen=True, slots=True)
class Formula:
    """TeX, and whether it stands on a line of its own."""

    tex: str
    display: bool


def formula(element: Element) -> Formula | None:
    """The formula that an element is, or None."""
    name, classes = element.name, element.classes
    if name == "script" and element.get("type").lower().startswith("math/tex"):
        tex = "".join(c.data for c in element.children if isinstance(c, Text))
        return _formula(tex, display="mode=display" in element.get("type").lower())
    if name == "math":
        return _formula(_tex_of(element), display=element.get("display") == "block")
    if "katex-display" in classes or "katex" in classes or name == "mjx-container":
        math = element.find("math")
        display = "katex-display" in classes or element.get("display") == "true"
        return _formula(_tex_of(math), display=display) if math else None
    if "mwe-math-element" in classes:
        math = element.find("math")
        return _formula(_tex_of(math), display=math.get("display") == "block") if math else None
    if name == "img" and set(classes) & {"tex", "latex", "math", "mwe-math-fallback-image-inline"}:
        return _formula(element.get("alt").strip("$ "), display=False)
    return None


def is_drawn(element: Element) -> bool:
    """Whether an element is only the picture that MathJax drew of the script beside it."""
    return bool(_DRAWN & set(element.classes)) and not element.find("math")


def drawn(parent: Element) -> frozenset[int]:
    """The ids of the drawings in an element whose scripts stand behind them, MathML or not."""
    found: set[int] = set()
    before: Element | None = None
    for child in parent.children:
        if isinstance(child, Element):
            if child.name == "script" and before is not None and formula(child):
                found |= {id(before)} if _DRAWN & set(before.classes) else set()
            before = child
    return frozenset(found)


def _formula(tex: str, *, display: bool) -> Formula | None:
    tex = " ".join(tex.split())
    wrapped = _WRAPPER.match(tex)
    tex = wrapped["inside"].strip() if wrapped else tex
    if not tex or len(tex) > _LONGEST:
        return None
    return Formula(tex, display)


def _tex_of(math: Element) -> str:
    """The source that a MathML formula carries with it, or else one made of its parts."""
    for part in math.elements():
        if part.name == "annotation" and "tex" in part.get("encoding").lower():
            return part.text()
    return math.get("alttext") or _tex(math)


def _tex(element: Element) -> str:
    name = element.name
    if name in ("annotation", "annotation-xml", "mphantom"):
        return ""
    inside = [c for c in element.children if isinstance(c, Element)]
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return _token(name, element.text())
    parts = [_tex(child) for child in inside]
    if name == "mfrac" and len(parts) == 2:
        return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
    if name == "msqrt":
        return rf"\sqrt{{{''.join(parts)}}}"
    if name == "mroot" and len(parts) == 2:
        return rf"\sqrt[{parts[1]}]{{{parts[0]}}}"
    if name in _SCRIPTS and len(parts) == 2:
        return f"{{{parts[0]}}}{_SCRIPTS[name]}{{{parts[1]}}}"
    if name in _BOTH and len(parts) == 3:
        return f"{{{parts[0]}}}_{{{parts[1]}}}^{{{parts[2]}}}"
    if name == "mtable":
        rows = r" \\ ".join(parts)
        return rf"\begin{{matrix}}{rows}\end{{matrix}}"
    if name == "mtr":
        return " & ".join(parts)
    if name == "mfenced":
        opening, closing = element.get("open") or "(", element.get("close") or ")"
        return f"{_named(opening)}{','.join(parts)}{_named(closing)}"
    return "".join(parts)


def _token(name: str, text: str) -> str:
    if name == "mtext":
        return rf"\text{{{_named(text)}}}" if text else " "
    if text in _FUNCTIONS:
        return rf"\{text} "
    if name == "mi" and len(text) > 1 and text.isalpha():
        return rf"\mathrm{{{text}}}"
    return _named(text)


def _named(text: str) -> str:
    return "".join(_NAMES.get(sign, sign) for sign in text)
