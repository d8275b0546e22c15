"""``deckgen.toml`` beside the sources: what the author decided once and for all."""

import difflib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from deckgen.edges import stylesheet
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.document import Density
from deckgen.model.notetype import AS_THEY_ARE, THEMES, Looks

NAME = "deckgen.toml"
_KEYS = ("deck", "tags-from", "density", "theme", "css", "select", "ignore", "ignore-in")
_SOURCES_OF_TAGS = ("folders", "headings")


@dataclass(frozen=True, slots=True)
class Config:
    """``deck`` is the name of the deck in Anki, ``::`` between levels; empty for none given.

    ``tags_from`` says what else becomes a tag of a note: its ``folders``, its ``headings``;
    ``density`` how many notes are made of prose.
    ``looks`` are the theme of the cards and the text of the author's own stylesheet. ``select`` and
    ``ignore`` name rules of the editor; ``ignore_in`` has patterns of paths, each with rules.
    """

    deck: str = ""
    tags_from: tuple[str, ...] = ()
    density: Density = "normal"
    looks: Looks = AS_THEY_ARE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignore_in: tuple[tuple[str, tuple[str, ...]], ...] = ()


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
            raise EnvironmentProblem(f"{path}: unknown key “{key}”", _meant(key, "keys", _KEYS))
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
    return Config(
        deck.strip(),
        tuple(tags_from),
        density,
        _looks(values, folder, path),
        _rules(values.get("select", []), "select", path),
        _rules(values.get("ignore", []), "ignore", path),
        _by_pattern(values.get("ignore-in", {}), path),
    )


def _by_pattern(value: object, path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise EnvironmentProblem(
            f"{path}: “ignore-in” is no table", 'write ignore-in = { "old/*" = ["long-back"] }'
        )
    return tuple((pattern, _rules(names, "ignore-in", path)) for pattern, names in value.items())


def _rules(value: object, key: str, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise EnvironmentProblem(f"{path}: “{key}” is no list of rules", f'write {key} = ["items"]')
    return tuple(value)


def _looks(values: dict[str, object], folder: Path, path: Path) -> Looks:
    theme = values.get("theme", THEMES[0])
    if theme not in THEMES:
        raise EnvironmentProblem(
            f"{path}: unknown theme “{theme}”", _meant(str(theme), "themes", THEMES)
        )
    css = values.get("css", "")
    if not isinstance(css, str):
        raise EnvironmentProblem(f"{path}: “css” is no file name", 'write css = "cards.css"')
    return Looks(str(theme), stylesheet.read(folder, css) if css else "")


def _meant(said: str, what: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(said, known, 1)
    return f"did you mean “{near[0]}”?" if near else f"known {what}: {', '.join(known)}"
