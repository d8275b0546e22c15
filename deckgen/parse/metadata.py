"""Lines about a question that are no part of it: its level, its topic, its points."""

import re

from deckgen.parse import wording
from deckgen.parse.markers import bare

_POINTS = re.compile(
    rf"[(\[]\s*(?:\d+(?:[.,]\d+)?\s*{wording.POINTS}|{wording.OPTIONS_TRUE_FALSE})\s*[)\]]\.?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:difficulty(?: level)?|level(?: of difficulty)?|bloom['’]?s?(?: taxonomy)?(?: level)?"
    r"|cognitive level|taxonomy|topics?"
    r"|sub-?topic|learning (?:objective|outcome)s?|objective|skills?|standards?|references?|ref"
    r"|source|points?|marks?"
    r"|time|tags?|category|question (?:id|type)|type|id|schwierigkeit(?:sgrad)?|thema|quelle"
    r"|difficulté|thème"
    r"|dificultad|tema|dificuldade|difficoltà|argomento|niveau|moeilijkheid)\s*[:=]\s*\S.{0,120}"
    r"|[-–—]?\s?[(\[]\s?(?:exam )?(?:topic|section|domain|module)s?\b[^()\[\]]{0,60}[)\]]",
    re.IGNORECASE,
)
_LINK_ALONE = re.compile(
    r"\[[^\]\n]{1,80}\]\([^)\s]{1,300}\)|<https?://[^>\s]{1,300}>|https?://\S{1,300}"
)


def about(text: str) -> str:
    """Why a line below a question is no part of it: "metadata", "reference", or empty."""
    if _LINK_ALONE.fullmatch(text):
        return "reference"
    return "metadata" if _ABOUT.fullmatch(bare(text)) else ""


def points(text: str) -> bool:
    """Whether a text in brackets tells what a question is worth, or how to answer it."""
    return bool(_POINTS.fullmatch(text.strip()))
