"""The author's own CSS for the cards: a file in the source folder."""

import re
from pathlib import Path

from deckgen.model.diagnostic import EnvironmentProblem

_LARGEST = 200_000  # bytes: every phone that syncs the collection carries them
_REMOTE = re.compile(r"@import\b|url\(\s{0,20}[\"']?\s{0,20}(?:https?:)?//", re.IGNORECASE)
_ENDS_STYLE = re.compile(r"</?style\b|<!--|-->", re.IGNORECASE)
_REMARK = re.compile(r"/\*(?:(?!\*/)[^\0])*\*/")


def read(folder: Path, name: str) -> str:
    """The text of a stylesheet; raises EnvironmentProblem where no card could carry it."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise EnvironmentProblem(f"{path}: the stylesheet lies outside of the source folder", _COPY)
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        hint = "the name in “css” is relative to the source folder"
        raise EnvironmentProblem(f"{path}: there is no such stylesheet", hint) from None
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(
            f"{path}: the stylesheet cannot be read: {error}", "save it as UTF-8 text"
        ) from error
    if len(content) > _LARGEST:
        message = f"{path}: the stylesheet is larger than {_LARGEST // 1000} kB"
        raise EnvironmentProblem(message, "leave out pictures and fonts that stand in it as data")
    if found := _ENDS_STYLE.search(text):
        hint = "write CSS only, without the HTML around it"
        raise EnvironmentProblem(f"{path}: “{found[0]}” is no CSS", hint)
    if found := _REMOTE.search(_REMARK.sub("", text)):
        message = f"{path}: “{found[0]}” would load something on every card"
        raise EnvironmentProblem(message, "cards are learned without a network: leave it out")
    return text


_COPY = "copy it beside the texts"
