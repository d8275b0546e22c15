"""A question and its answer on one line: ``What is the symbol of iron? Answer: Fe``."""

import re

from deckgen.parse import markers, metadata, wording
from deckgen.parse.questions import options

# As in: Light needs a medium. F; a vacuum carries no sound. (True)
_VERDICT = re.compile(
    rf"(?<=[.!])\s*(?P<key>{wording.TRUTH}|T|F)\.?$"
    rf"|(?:\s?[.…]{{3,80}}|[\s–—-])\s?[(\[]\s?(?P<parted>{wording.TRUTH}|T|F)\s?[)\]]\.?$",
    re.IGNORECASE,
)
_VERDICT_FIRST = re.compile(
    rf"(?P<key>{wording.TRUTH}|T|F)(?:\s{{2,8}}|\s?[–—|-]\s)\s{{0,8}}(?P<text>\S.*)", re.IGNORECASE
)
_FILLED = re.compile(r"\s?\((?P<key>[^()]{1,60})\)\.?$")  # "Bolivia has ____ capitals. (two)"
# As in: What is the symbol of gold? Answer: Au
_TOLD_BEHIND = re.compile(
    rf"(?<=[?.:!_)\]\s])\s{{0,8}}(?:(?P<open>[(\[])\s?)?\*{{0,2}}(?:(?:correct|right)\s)?"
    rf"(?:answer|ans\.?|{wording.ANSWER_WORD})\s?[:=.](?:\*\*)?\s{{1,8}}(?P<key>[^\s\0][^\0]{{0,200}})$",
    re.IGNORECASE,
)
# "What is the symbol of gold? — Au"
_DASHED = re.compile(r"(?<=\?)\s{1,8}(?:[-–—]{1,2}>?|=>?|→|⇒)\s{1,8}(?P<key>\S[^?]{0,80})$")
_DASHED_WORDS = 8
_CHOOSE = re.compile(
    r"\(?(?:choose|select|pick|tick|check|mark|circle|see|use|give|name|explain)\b", re.IGNORECASE
)


def on_line(inline: str) -> tuple[str, str] | None:
    """A statement with its verdict, or a sentence with its missing word, on one line."""
    if first := _VERDICT_FIRST.match(inline):
        return first["text"], first["key"]
    if verdict := _VERDICT.search(inline):
        return inline[: verdict.start()].rstrip(" -–—"), verdict["key"] or verdict["parted"]
    filled = _FILLED.search(inline)
    if (
        filled
        and markers.BLANK.search(inline, 0, filled.start())
        and not metadata.points(filled[0])
    ):
        return inline[: filled.start()], filled["key"].strip()
    return behind(inline) or _dashed(inline)


def behind(text: str) -> tuple[str, str] | None:
    """A question and its answer, with a label, on one line."""
    found = _TOLD_BEHIND.search(text)
    if not found or not found.start() or options.run(text)[1]:
        return None
    key = found["key"].strip()
    if found["open"]:
        key = key.rstrip(".").removesuffix(")" if found["open"] == "(" else "]")
    return text[: found.start()].rstrip(), key.strip("* ")


def _dashed(text: str) -> tuple[str, str] | None:
    """A question with its answer behind a dash; a hint how to answer is none."""
    found = _DASHED.search(text)
    if not found or len(found["key"].split()) > _DASHED_WORDS or _CHOOSE.match(found["key"]):
        return None
    return text[: found.start()], found["key"].strip()
