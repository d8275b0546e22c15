"""What looks like a card and was taken for prose: reported, so that nothing is lost unseen."""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Part
from deckgen.parse import deletions, markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page

_PROSE = frozenset({"paragraph", "list", "heading"})
_ANSWER = re.compile(
    r"(?:(?:correct|right|model) )?(?:answers?|ans|back|antwort|lösung|réponse|respuesta"
    r"|risposta)\s{0,2}[:=]|A\s?:(?=\s)|A\s?:$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([^\W\d_]{5,12})\s?:\s")
_LABELS = ("question", "answer", "explanation", "definition", "correct answer", "rationale")
_ALIKE = 0.82  # of the letters of a label
_KNOWN = frozenset("questions answers explanations definitions front".split())
_DELETION = re.compile(r"\{\{?c\d{1,3}::?[^{}]{1,200}\}|\{\{c\d{1,3}::?")
_BRACES = re.compile(
    r"(?<![\w{}\\$])\{\{(?!(?:front|back|frontside|text|extra|name|title|date|time|author|tags?|cursor"
    r"|user|value|url)\}\})[^\W\d_][^\W_]{0,30}(?: [^\W_]{1,30}){0,9}\}\}(?!\})",
    re.IGNORECASE,
)
_CLOZE = "a cloze deletion"
_ROMAN = re.compile(r"(?:II|III|IV)\.\s")

# What a line looks like, and the hint of its message; empty where it looks like prose.
Look = tuple[str, str]


def find(page: Page, parts: Iterable[Part], known: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A warning for each run of such lines; ``known`` are the places that have been reported."""
    reported = {problem.line for problem in known}
    prose = [page.lines[p.line - 1] for p in parts if p.rule in _PROSE and p.line not in reported]
    outline = any(_ROMAN.match(line.text) for line in page.lines)
    looks = (_answer, _misspelt, _deletion, _asked) if outline else _LOOKS
    seen = [(line, _look(prose, i, looks)) for i, line in enumerate(prose)]
    found: list[Diagnostic] = []
    for look, group in groupby(seen, key=lambda pair: pair[1]):
        lines = [line for line, _ in group]
        if look:
            found.append(_warning(look, lines))
    return tuple(found)


def _look(
    prose: Sequence[Line], at: int, looks: Iterable[Callable[..., Look | None]]
) -> Look | None:
    return next((look for test in looks if (look := test(prose, at))), None)


def _answer(prose: Sequence[Line], at: int) -> Look | None:
    """``Answer: B``, and no question above it."""
    if _ANSWER.match(markers.bare(prose[at].text)):
        return "an answer without a question", "write its question above it"
    return None


def _misspelt(prose: Sequence[Line], at: int) -> Look | None:
    """``Anwser: B``."""
    label = _LABEL.match(f"{markers.bare(prose[at].text[:200])} ")
    word = label[1].lower() if label else ""
    if not word or word in _KNOWN or word in _LABELS:
        return None
    labels = [name for name in _LABELS if abs(len(name) - len(word)) < 2]
    near = difflib.get_close_matches(word, labels, 1, _ALIKE)
    return (f"the label “{near[0]}”", f"did you mean “{near[0].title()}:”?") if near else None


def _deletion(prose: Sequence[Line], at: int) -> Look | None:
    """``{c1::moon}``, ``{{moon}}``."""
    text = prose[at].text[:2000]
    if _DELETION.search(text) or _BRACES.search(deletions.shielded(text)):
        return _CLOZE, "write it as {{c1::what is hidden}}"
    return None


def _asked(prose: Sequence[Line], at: int) -> Look | None:
    """``4. What is a ria?``, and no answer."""
    if prose[at].text.endswith("?") and markers.numbered(prose[at].text):
        return "a question without an answer", "add a line “Answer: …” below it"
    return None


def _lettered(prose: Sequence[Line], at: int) -> Look | None:
    """``A) ...`` and ``B) ...``, and no question above them."""
    here = markers.letter(prose[at].text)
    if not here or here.style not in ("letter", "small"):
        return None
    for step in (1, -1):
        other = markers.letter(prose[at + step].text) if 0 <= at + step < len(prose) else None
        if other and other.style == here.style and ord(other.label) == ord(here.label) + step:
            return (
                "options without a question",
                "write the question above them, and its answer below",
            )
    return None


_LOOKS = (_answer, _misspelt, _deletion, _asked, _lettered)


def _warning(look: Look, lines: Sequence[Line]) -> Diagnostic:
    what, hint = look
    message = f"this looks like {what}, and no card came of it"
    if len(lines) > 1:
        message = f"{len(lines)} lines look like {what}, and no card came of them"
    at, near = lines[0].number, "{c" if what == _CLOZE else ""
    return Diagnostic("looks-like-a-card", Severity.WARNING, message, "", at, 1, hint, near=near)
