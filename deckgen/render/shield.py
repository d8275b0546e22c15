"""What Markdown must not read is put away, and put back when all is rendered and sanitised.

Each thing that is kept leaves one private character in its place. That character passes Markdown,
the highlighter and the sanitiser untouched.
"""

import html
import re
from collections.abc import Callable

_FIRST = 0xF0000
_LAST = 0x10FFFD
PRIVATE = re.compile("[\ue000-\ue00f\U000f0000-\U0010fffd]")
_KEPT = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
MARKS = re.compile(r"\{\{|\}\}|::")
_IN_ATTRIBUTES = {ord("{"): "&#123;", ord("}"): "&#125;", ord(":"): "&#58;"}


class Shield:
    """The things that were put away from one text."""

    def __init__(self) -> None:
        self._kept: list[tuple[str, str]] = []

    def keep(self, shown: str, written: str) -> str:
        """Put safe HTML away; ``written`` is what it was, for where no HTML may stand."""
        if len(self._kept) > _LAST - _FIRST:
            return html.escape(written)
        self._kept.append((shown, written))
        return chr(_FIRST + len(self._kept) - 1)

    def back(self, rendered: str) -> str:
        """The HTML with all that was put away. In an attribute it is text again, and inert."""
        inert = _TAG.sub(lambda tag: unmarked(_KEPT.sub(self._as_text, tag[0])), rendered)
        return _KEPT.sub(self._as_html, inert)

    def written(self, text: str) -> str:
        """A text as it was before things were put away."""
        return _KEPT.sub(lambda m: self.written(self._kept[ord(m[0]) - _FIRST][1]), text)

    def _as_html(self, match: re.Match[str]) -> str:
        # What is kept may hold what was kept before it: a deletion in a formula.
        return _KEPT.sub(self._as_html, self._kept[ord(match[0]) - _FIRST][0])

    def _as_text(self, match: re.Match[str]) -> str:
        return attribute(self.written(match[0]))


Keep = Callable[[str, str], str]


def unmarked(escaped: str) -> str:
    """HTML in which nothing is a mark of a cloze: a browser shows the same."""
    return MARKS.sub(lambda m: f"{m[0][0]}&#{ord(m[0][0])};", escaped)


def attribute(text: str) -> str:
    """A text as the value of an attribute, without anything that Anki would take for a cloze."""
    return html.escape(text, quote=True).translate(_IN_ATTRIBUTES)
