"""Questions that bear the title of their quiz: ``Optics Question 3:`` is ``Question 3``.

Sites of multiple-choice questions print the title on each of them, and again over the solution
(``Optics Question 3 Detailed Solution``). It is told by coming again with another number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from deckgen.parse import wording
from deckgen.parse.lines import Line

_ENTITLED = re.compile(
    rf"(?P<title>[^\W\d].{{1,80}}?)\s(?:{wording.QUESTION}|problem|mcq)\s?#?(?P<number>\d{{1,4}})"
    r"(?:\s?[:.]|\s(?P<part>(?:(?:detailed|full|complete|step[- ]by[- ]step)\s)?"
    r"(?:solution|explanation|answer|lösung|erklärung|solución|solução|soluzione))\s?:?)?",
    re.IGNORECASE,
)


def without_titles(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, its questions and solutions without the title of the quiz."""
    lines = tuple(lines)
    found = {
        i: match
        for i, line in enumerate(lines)
        if line.text[-1:] not in "?!" and (match := _ENTITLED.fullmatch(line.text))
    }
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for match in found.values():
        numbers[match["title"].casefold()].add(match["number"])
    known = {title for title, seen in numbers.items() if len(seen) > 1}
    known |= {m["title"].casefold() for m in found.values() if m["part"]} & numbers.keys()
    return tuple(
        replace(line, text=_plain(found[i]))
        if i in found and found[i]["title"].casefold() in known
        else line
        for i, line in enumerate(lines)
    )


def _plain(found: re.Match[str]) -> str:
    return "Explanation:" if found["part"] else f"Question {found['number']}"
