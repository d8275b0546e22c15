"""The right option, shown a second time: below its label, or right below the options.

``✓ B) text``, ``B. text (why)`` or ``Option 2 : text``. A whole list that is printed again shows
nothing.
"""

import re
from collections.abc import Sequence

from deckgen.parse import markers
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page
from deckgen.parse.questions import options

_NAMED = re.compile(
    r"(?:(?:correct|right) )?(?:option|choice|answer|alternative|opción|opção|opzione)\s?#?\s?"
    r"\(?(?P<label>\d{1,2}|[A-Ja-j])\)?\s?[:.)–—-]\s?(?P<text>\S.*)",
    re.IGNORECASE,
)
_SAID = re.compile(r"\s?[(\[–—:;-]|\s?[.,]\s")  # what may follow an option that is shown again


def again(page: Page, at: int, found: Sequence[Marked]) -> Marked | None:
    """The option of a question that a line repeats, with what the line says behind it."""
    text = page.lines[at].text
    shown = _named(text) or markers.letter(text) or markers.ordinal(text) or _ticked(text)
    if shown is None:
        return None
    same = [o for o in found if _label(found, o) == shown.label or not shown.label]
    if not any(_repeats(shown.text, o.text) for o in same) or _list_again(page, at, shown):
        return None
    return shown


def below_label(page: Page, at: int, found: Sequence[Marked]) -> Marked | None:
    """The option that stands below "Correct answer", told by its label."""
    text = page.lines[at].text
    shown = _named(text) or markers.letter(text)
    return shown if shown and shown.label in {_label(found, o) for o in found} else None


def _named(text: str) -> Marked | None:
    """``Option 3 : text``."""
    named = _NAMED.fullmatch(markers.bare(text))
    return Marked("named", named["label"].upper(), named["text"], marked=True) if named else None


def _ticked(text: str) -> Marked | None:
    line = markers.unlettered(text)
    return line if line.marked else None


def _label(found: Sequence[Marked], option: Marked) -> str:
    return option.label or chr(ord("A") + found.index(option))


def _repeats(text: str, option: str) -> bool:
    """Whether a text is an option, or begins with it and says more."""
    text, option = text.casefold(), option.strip().casefold().rstrip(".")
    if not option or not text.startswith(option):
        return False
    rest = text[len(option) :]
    return rest in ("", ".") or bool(_SAID.match(rest))


def _list_again(page: Page, at: int, shown: Marked) -> bool:
    """Whether the next option stands on the next line."""
    below = page.next(at + 1)
    if not shown.label or below == len(page.lines):
        return False
    text = page.lines[below].text
    expected = options.following(shown.label)
    ways = (markers.letter(text), markers.ordinal(text))
    return any(way is not None and way.label in expected for way in ways)
