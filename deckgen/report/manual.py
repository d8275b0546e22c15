"""An entry of the documentation as a terminal shows it."""

import difflib
import re
from collections.abc import Iterator, Mapping

from deckgen.model.diagnostic import EnvironmentProblem

_SEVERITY = re.compile(r"\*\*(Error|Warning|Note)\.\*\* ")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\n]{1,300}\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?![\w*])")


def entry(code: str, entries: Mapping[str, str]) -> Iterator[str]:
    """What the documentation says of a code. Raises EnvironmentProblem for an unknown one."""
    if code not in entries:
        near = difflib.get_close_matches(code, entries, 1)
        hint = f"did you mean “{near[0]}”?" if near else "deckgen explain lists all codes"
        raise EnvironmentProblem(f"no message has the code “{code}”", hint)
    yield code
    yield ""
    inside = False
    for line in entries[code].splitlines():
        if line.startswith("```"):
            inside = not inside
        elif inside:
            yield f"    {line}".rstrip()
        else:
            yield _plain(line)


def codes(entries: Mapping[str, str]) -> Iterator[str]:
    """All codes, each with its severity and the beginning of its first sentence."""
    width = max(map(len, entries))
    for code, text in entries.items():
        found = _SEVERITY.match(text)
        severity = found[1].lower() if found else ""
        first = " ".join(text[found.end() if found else 0 :].split("\n\n")[0].split())
        sentence = re.split(r"(?<=[.:])\s", _plain(first))[0]
        yield f"{code:<{width}}  {severity:<7}  {sentence}"


def _plain(line: str) -> str:
    """A line without links and emphasis; in code nothing is markup."""
    parts = _LINK.sub(r"\1", line).split("`")
    return "`".join(_EMPHASIS.sub("", part) if i % 2 == 0 else part for i, part in enumerate(parts))
