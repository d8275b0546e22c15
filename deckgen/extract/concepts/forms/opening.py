"""What opens a statement and belongs into its question: ``In statistics, what is a mode?``."""

import re

_WITHIN = re.compile(
    r"(?:(?:In|Within|For|Under|At|On|During|According to) "
    r"(?!(?:fact|general|addition|turn|other|this|these|that|those|its|their|his|her|such|contrast"
    r"|short|many|most|some|both|all|each|order|one|another|particular|the (?:first|second|same"
    r"|case"
    r"|following|above|next|previous|past|end)|\d)\b)"
    r"|(?:Unlike|Like|In contrast to|As opposed to|Compared (?:to|with)) (?!(?:this|these|that"
    r"|those"
    r"|its|their|it|them|other)\b))[^,]{3,60}"
)
_ADVERB = re.compile(
    r"(?:However|Therefore|Thus|Hence|Moreover|Furthermore|Additionally|Instead|Typically|Usually"
    r"|Generally|Often|Normally|Specifically|Technically|Essentially|Finally|Similarly|Likewise"
    r"|First|Second|Third|Next|Then|Also|Traditionally|Formally|Strictly speaking|In general"
    r"|In addition|In short|In fact|In other words|Simply put|By definition|Conversely|In contrast"
    r"|By contrast|On the other hand|Today|In turn|In particular|In this sense|Again|Rather)"
)


def before_question(opening: str) -> str | None:
    """What stands before the question of a statement; None where it cannot be asked behind that."""
    if not opening or _ADVERB.fullmatch(opening):
        return ""
    return f"{opening}, " if _WITHIN.fullmatch(opening) else None


def question(before: str, asked: str) -> str:
    """The question behind its opening."""
    return f"{before}{asked[:1].lower()}{asked[1:]}" if before else asked
