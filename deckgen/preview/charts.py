"""Small charts: labels and figures as text, the bars between them as SVG of our own."""

import html
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from deckgen.preview.sources import Fate

FATES: tuple[Fate, ...] = ("card", "context", "chatter", "left out", "problem")
_BINS = ((1, "1"), (3, "2–3"), (7, "4–7"), (15, "8–15"), (30, "16–30"), (60, "31–60"))
_LAST = "over 60"
_WIDE, _HIGH = 100, 8
_TALL = 40


def bars(counts: Mapping[str, int], filters: str, short: Callable[[str], str] = str) -> str:
    """A bar for each name; ``filters`` is what a click on a name filters.

    ``short`` gives what is shown of a name, for want of room.
    """
    longest = max(counts.values(), default=0)
    rows = [
        f'<li><button type="button" data-filter="{filters}" data-value="{html.escape(name)}"'
        f' title="{html.escape(name)}">{html.escape(short(name))}</button>'
        f'{_svg([("bar", _share(count, longest))])}<span class="figure">{count}</span></li>'
        for name, count in counts.items()
    ]
    return f'<ul class="bars">{"".join(rows)}</ul>'


def lengths(words: Iterable[int]) -> str:
    """How long the answers are: a column for each span of words."""
    counts = Counter(_bin(n) for n in words)
    names = [name for _, name in _BINS] + [_LAST]
    most = max(counts.values(), default=0)
    columns = [
        f'<li><span class="figure">{counts[name] or ""}</span>{_column(counts[name], most)}'
        f'<span class="label">{name}</span></li>'
        for name in names
    ]
    return f'<ol class="columns">{"".join(columns)}</ol>'


def coverage(files: Sequence[tuple[str, Mapping[Fate, int]]]) -> str:
    """What became of the words of each file, as parts of one bar."""
    rows: list[str] = []
    for at, (path, words) in enumerate(files):
        total = sum(words.values())
        parts = [(_class(fate), _share(words.get(fate, 0), total)) for fate in FATES]
        told = ", ".join(f"{_percent(words[f], total)} {f}" for f in FATES if words.get(f))
        rows.append(
            f'<li><button type="button" data-source="{at}" title="{html.escape(path)}">'
            f"{html.escape(PurePosixPath(path).name)}</button>"
            f'{_svg(parts)}<span class="figure">{_percent(words.get("card", 0), total)}</span>'
            f'<span class="spoken">{told or "no text"}</span></li>'
        )
    return f'<ul class="bars stacked">{"".join(rows)}</ul>'


def _bin(words: int) -> str:
    return next((name for last, name in _BINS if words <= last), _LAST)


def _share(count: int, total: int) -> float:
    return _WIDE * count / total if total else 0.0


def _percent(count: int, total: int) -> str:
    return f"{round(100 * count / total)} %" if total else "–"


def _class(fate: Fate) -> str:
    return fate.replace(" ", "-")


def _svg(parts: Iterable[tuple[str, float]]) -> str:
    """Parts of a bar side by side; ``preserveAspectRatio`` lets it be as long as its place."""
    drawn: list[str] = []
    left = 0.0
    for name, width in parts:
        if width:
            drawn.append(
                f'<rect class="{name}" x="{left:.2f}" width="{width:.2f}" height="{_HIGH}"/>'
            )
        left += width
    return (
        f'<svg viewBox="0 0 {_WIDE} {_HIGH}" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(drawn)}</svg>"
    )


def _column(count: int, most: int) -> str:
    high = _TALL * count / most if most else 0.0
    return (
        f'<svg viewBox="0 0 10 {_TALL}" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="bar" y="{_TALL - high:.2f}" width="10" height="{high:.2f}"/></svg>'
    )
