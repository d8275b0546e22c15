"""``deckgen.refused`` beside the lock: one line for each note that its author does not want."""

from bisect import insort
from collections.abc import Collection, Iterable
from pathlib import Path

from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.refusal import Refusal

NAME = "deckgen.refused"
_HEAD = (
    "# Notes that are refused for good, one a line: its GUID and its front, or its front alone.\n"
    "# Take a line out, and the note comes back. Commit this file with the sources.\n"
)
_NO_LINES = ("# ", "#\n", "<<<<<<<", "=======", ">>>>>>>", "|||||||")


def read(folder: Path) -> tuple[Refusal, ...]:
    """The refusals of a folder; none where there is no such file. A conflict of git is a union.

    Raises EnvironmentProblem where it cannot be read.
    """
    lines = _text(folder / NAME).splitlines()
    stripped = ((number, " ".join(line.split())) for number, line in enumerate(lines, 1))
    return tuple(Refusal(text, at) for at, text in stripped if text and not _is_no_line(text))


def with_lines(folder: Path, new: Iterable[str]) -> bytes:
    """The file with more lines, each in its place, so that git merges two additions."""
    kept = (_text(folder / NAME) or _HEAD).splitlines()
    above = [line for line in kept if _is_no_line(line) or not line.strip()]
    lines = [line for line in kept if not (_is_no_line(line) or not line.strip())]
    for line in new:
        if line not in lines:
            insort(lines, line)
    return "".join(f"{line}\n" for line in [*above, *lines]).encode()


def without_lines(folder: Path, numbers: Collection[int]) -> bytes:
    """The file without some of its lines, which count from 1."""
    kept = _text(folder / NAME).splitlines(keepends=True)
    return "".join(line for at, line in enumerate(kept, 1) if at not in numbers).encode()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(f"{path}: cannot be read: {error}", "save it as UTF-8") from error


def _is_no_line(text: str) -> bool:
    return f"{text}\n".startswith(_NO_LINES)
