"""A sentence -> the parts of it that can speak of options of their own."""

import re
from functools import lru_cache

from deckgen.extract.language.clauses import clause

_JOINT = re.compile(r";\s+(?:and\s+|but\s+|while\s+)?|,\s+(?:and|while|whereas)\s+")
_GAP = re.compile(
    r",\s+(?:and\s+)?(?=(?:(?:the|an?)\s+[\w-]+(?:\s[\w-]+)?|[A-Z][\w-]*)"
    r"\s+(?:for|by|in|to|on|how)\s)"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|this|these|those|he|she|him|his|her|you|your|we)\b|^that\b",
    re.IGNORECASE,
)
_FRONT = 3  # words of a part: a pronoun behind them need not speak of what stands in front
_LEADS = re.compile(
    r"^(?:and|but|so|now|also|likewise|yet|then again|finally|lastly"
    r"|nor)[,\s]\s*"
)
_WHOLE = re.compile(
    r"(?:while|although|though|whereas|both|neither|either|if|as|nor)\b", re.IGNORECASE
)


@lru_cache(maxsize=256)  # several rules look at one sentence
def segments(sentence: str) -> tuple[str, ...]:
    """The sentence cut at its joints, where what follows does not point back.

    ``An invoice asks for money, and a receipt shows payment.`` -> two parts.
    """
    text = sentence.strip().rstrip(".!").strip()
    parts = [text]
    if not _WHOLE.match(text):
        parts = _cut(text, _JOINT)
    found: list[str] = []
    for part in parts:
        found += _cut(part, _GAP) if clause(part) else [part]
    return tuple(found)


def opened(text: str) -> str:
    """A sentence without the "And" or "But" in front of it; "Nor" says something and stays."""
    found = _LEADS.match(text[:1].lower() + text[1:])
    if not found or found[0].startswith("nor"):
        return text
    rest = text[found.end() :]
    return rest[:1].upper() + rest[1:]


def _cut(text: str, joint: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    start = 0
    for found in joint.finditer(text):
        before, after = text[start : found.start()], text[found.end() :]
        following = re.split(r";|,\s+(?:and|while|whereas)\s", after, maxsplit=1)[0]
        if _POINTS_BACK.search(" ".join(following.split()[:_FRONT])) or (
            joint is _JOINT and not _says(before, following)
        ):
            continue
        parts.append(before)
        start = found.end()
    return [*parts, text[start:]]


def _says(before: str, after: str) -> bool:
    """Whether both sides have a verb of their own."""
    gapped = re.match(r"(?:the|an?)\s+[\w-]+,\s", after)
    return clause(before) is not None and (bool(gapped) or clause(after) is not None)
