"""The documentation of the messages, as it travels with the program."""

import re
from pathlib import Path

import deckgen
from deckgen.model.diagnostic import EnvironmentProblem

_FILES = ("diagnostics.md", "editor.md")
_HERE = Path(deckgen.__file__).parent
_HOMES = (_HERE / "docs", _HERE.parent / "docs")  # where it is installed; in a clone
_ENTRY = re.compile(r"^### `([^`]+)`$", re.MULTILINE)
_SECTION = re.compile(r"^## ", re.MULTILINE)


def entries() -> dict[str, str]:
    """The entry of each code, in Markdown. Raises EnvironmentProblem where it is not installed."""
    found: dict[str, str] = {}
    for name in _FILES:
        parts = _ENTRY.split(_text(name))
        found |= {
            code: _SECTION.split(body)[0].strip()
            for code, body in zip(parts[1::2], parts[2::2], strict=True)
        }
    return found


def _text(name: str) -> str:
    for home in _HOMES:
        if (home / name).exists():
            return (home / name).read_text(encoding="utf-8")
    raise EnvironmentProblem(f"{name} is missing from this installation", "install deckgen again")
