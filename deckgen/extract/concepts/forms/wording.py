"""How the words of a statement are put on a card: hidden, lowered, closed with a full stop."""

import re


def hide(text: str, number: int = 1) -> str:
    """A deletion. ``}}`` inside it would end it, ``::`` would begin a hint."""
    return f"{{{{c{number}::" + text.replace("}}", "} }").replace("::", ": :") + "}}"


def inside(subject: str) -> str:
    """A subject inside a question: its article gets a small letter."""
    article = subject.split()[0].lower() in ("a", "an", "the", "your", "any", "most", "all")
    return subject[:1].lower() + subject[1:] if article else subject


def lowered(text: str) -> str:
    """Words that opened a sentence and now stand inside one."""
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    text = text.strip()
    return text[:1].upper() + text[1:].rstrip(".") + "."


_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    """
    a an the and or but of in on at by for from with to into as is are was were be been that
    which when where while if it its their this these than so can may must will not no
    """.split()
)


def content(text: str) -> frozenset[str]:
    """The words that carry meaning, plural and singular alike."""
    found = _WORD.findall(text.lower())
    return frozenset(
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
        for w in found
        if w not in _SMALL
    )
