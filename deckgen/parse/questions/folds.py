"""``<details><summary>Answer</summary>``: what forges fold away, as a label that banks know."""

import re
from dataclasses import replace

from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.page import names_key

_SUMMARY = re.compile(r"<summary>(?P<said>[^\0]{0,300}?)</summary>", re.IGNORECASE)
_FOLD = re.compile(r"</?details[^>]{0,60}>", re.IGNORECASE)
_OPENS = re.compile(r"<details[^>]{0,60}>", re.IGNORECASE)
_SPACING = re.compile(r"</?(?:p|br|div)\s?/?>", re.IGNORECASE)
_FIRST = re.compile(r"(?:\*\*|__)?1[.)](?:\*\*|__)?\s")  # of several answers in one fold
_TAG = re.compile(r"</?(?:p|b|i|em|strong|br|div|span|h[1-6]|u|code)\s?/?>", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:.{0,40}\b)?(?:answers?|solutions?|lösung(?:en)?|antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae]"
    r"|antwoord(?:en)?|ответ|答案)\b.{0,40}",
    re.IGNORECASE,
)


def opens(text: str) -> bool:
    """Whether a line only opens a fold."""
    return bool(_OPENS.fullmatch(text))


def closes(text: str) -> bool:
    """Whether a fold ends on this line."""
    return "</details>" in text.lower()


def names_answer(title: str) -> bool:
    """Whether the title of a fold says no more than that the answer is in it."""
    return bool(_ANSWER.fullmatch(title)) and not (markers.answer(title) or title.endswith("?"))


def question(text: str) -> tuple[str, str] | None:
    """The question in the summary on this line, and what stands behind it."""
    found = _SUMMARY.search(text)
    if not found or _FOLD.sub("", text[: found.start()]).strip():
        return None
    said = _TAG.sub("", found["said"]).strip()
    rest = _TAG.sub("", _FOLD.sub("", text[found.end() :])).strip()
    return (said, rest) if said.endswith("?") and len(said.split()) > 1 else None


def without_tags(line: Line) -> Line:
    """A line without the tags that fold and space it."""
    if line.verbatim or not (_FOLD.search(line.text) or _SPACING.search(line.text)):
        return line
    raw = _SPACING.sub("", _FOLD.sub("", line.raw))
    return replace(line, raw=raw.rstrip(), text=raw.strip())


def unquoted(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Quotes that hold a question with its answer, without the signs in front of their lines."""
    out: list[Line] = []
    quote: list[Line] = []
    for line in (*lines, None):
        if line is not None and line.text.startswith(">") and not line.verbatim:
            quote.append(line)
            continue
        bare = [_without_sign(quoted) for quoted in quote]
        answered = any(markers.answer(b.text) is not None or _is_box(b.text) for b in bare)
        out += bare if answered else quote
        quote = []
        if line is not None:
            out.append(line)
    return tuple(out)


def _without_sign(line: Line) -> Line:
    raw = line.raw.lstrip()[1:].removeprefix(" ")
    return replace(line, raw=raw.rstrip(), text=raw.strip())


def _is_box(text: str) -> bool:
    found = markers.bullet(text)
    return found is not None and found.style == "box"


def all_opened(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with their folds opened."""
    out: list[Line] = []
    below = ""  # the next line with text
    for line in reversed(lines):
        found = _SUMMARY.search(line.text) if _FIRST.match(below) and not line.verbatim else None
        said = _TAG.sub("", found["said"]).strip() if found else ""
        answers = names_key(said)
        out.append(replace(line, text=f"## {said}", raw=f"## {said}") if answers else opened(line))
        below = line.text or below
    return tuple(reversed(out))


def opened(line: Line) -> Line:
    """A line with its fold opened: the summary as ``Answer:``, what else it holds behind it."""
    found = _SUMMARY.search(line.text) if not line.verbatim else None
    if not found:
        return line
    said = _TAG.sub("", found["said"]).strip()
    rest = _TAG.sub("", _FOLD.sub("", line.text[found.end() :])).strip()
    if names_answer(said):
        label = "Answer:"
    elif markers.explanation(said) is not None or markers.answer(said):
        label = said
    else:
        return line
    return replace(line, text=f"{label} {rest}".strip())
