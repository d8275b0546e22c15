"""``<details><summary>Answer</summary>``: what forges fold away, as a label that banks know."""

import re
from dataclasses import replace

from deckgen.parse import markers
from deckgen.parse.lines import Line

_SUMMARY = re.compile(r"<summary>(?P<said>[^\0]{0,300}?)</summary>", re.IGNORECASE)
_FOLD = re.compile(r"</?details[^>]{0,60}>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|b|i|em|strong|br|div|span|h[1-6]|u|code)\s?/?>", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:.{0,40}\b)?(?:answers?|solutions?|lösung(?:en)?|antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae]"
    r"|antwoord(?:en)?|ответ|答案)\b.{0,40}",
    re.IGNORECASE,
)


def opened(line: Line) -> Line:
    """A line with its fold opened: the summary as ``Answer:``, what else it holds behind it."""
    found = _SUMMARY.search(line.text) if not line.verbatim else None
    if not found:
        return line
    said = _TAG.sub("", found["said"]).strip()
    rest = _TAG.sub("", _FOLD.sub("", line.text[found.end() :])).strip()
    if markers.explanation(said) is not None or (markers.answer(said) or "") != "":
        label = said
    elif _ANSWER.fullmatch(said) and not said.endswith("?"):
        label = "Answer:"
    else:
        return line
    return replace(line, text=f"{label} {rest}".strip())
