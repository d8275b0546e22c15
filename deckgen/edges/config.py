"""``deckgen.toml`` beside the sources: what the author decided once and for all."""

import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.document import Density

NAME = "deckgen.toml"
_KEYS = ("deck", "tags-from", "density")
_SOURCES_OF_TAGS = ("folders", "headings")


@dataclass(frozen=True, slots=True)
class Config:
    """``deck`` is the name of the deck in Anki, ``::`` between levels; empty for none given.

    ``tags_from`` says what else becomes a tag of a note: its ``folders``, its ``headings``;
    ``density`` how many notes are made of prose.
    """

    deck: str = ""
    tags_from: tuple[str, ...] = ()
    density: Density = "normal"


DEFAULT = Config()


def read(folder: Path) -> Config:
    """The configuration of a source folder; raises EnvironmentProblem where it makes no sense."""
    path = folder / NAME
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return DEFAULT
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(
            f"{path}: cannot be read: {error}", "save it as UTF-8 text"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise EnvironmentProblem(
            f"{path}: {error}", 'it is written like this: deck = "Biology"'
        ) from error
    for key in values:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"known keys: {', '.join(_KEYS)}"
            raise EnvironmentProblem(f"{path}: unknown key “{key}”", hint)
    deck = values.get("deck", "")
    if not isinstance(deck, str):
        raise EnvironmentProblem(f"{path}: “deck” is no text", 'write deck = "Biology"')
    tags_from = values.get("tags-from", [])
    if not isinstance(tags_from, list) or not set(map(str, tags_from)) <= set(_SOURCES_OF_TAGS):
        raise EnvironmentProblem(
            f"{path}: “tags-from” is no list of {' and '.join(_SOURCES_OF_TAGS)}",
            'write tags-from = ["folders"]',
        )
    density = values.get("density", "normal")
    if density not in get_args(Density):
        raise EnvironmentProblem(
            f"{path}: “density” is none of {', '.join(get_args(Density))}",
            'write density = "sparse"',
        )
    return Config(deck.strip(), tuple(tags_from), density)
