"""``deckgen preview``: a deck and its sources as a page, in a file or served while they change."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.compiler import Compiled, Track, compile_deck, inputs_of, output_path
from deckgen.edges import browser, config, files, refusedfile
from deckgen.edges.media import Library
from deckgen.edges.pictures import inlined
from deckgen.edges.project import root_of
from deckgen.edges.serving import serving
from deckgen.edges.watching import changes
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.source import STDIN, Inputs
from deckgen.preview import page

if TYPE_CHECKING:
    from deckgen.model.explained import Explained

_ENDINGS = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Previewed:
    """A page that was written, what it shows, and whether a browser was opened for it."""

    compiled: Compiled
    target: Path
    opened: bool = False


def preview(
    source: Path | Inputs,
    output: Path | None,
    now: int,
    *,
    deck: str = "",
    track: Track = iter,
    show: bool = False,
) -> Previewed:
    """Write the page of some sources, and ``show`` it. Nothing else is written, no lock either.

    Raises EnvironmentProblem like ``compile_deck``, and for a file that somebody would miss.
    """
    compiled, html = _made(inputs_of(source), now, deck, track)
    target = _target(output, compiled)
    if target.exists() and not files.is_preview(target):
        raise EnvironmentProblem(
            f"{target}: this file exists, and is no preview", "give another name with --output"
        )
    files.write_all({target: html.encode()})
    opened = show and browser.show(target.resolve().as_uri())
    return Previewed(compiled, target, opened)


def watch(
    source: Path | Inputs,
    clock: Callable[[], float],
    heard: Callable[[str], None],
    *,
    deck: str = "",
    show: bool = False,
) -> None:
    """Serve the page of some sources to this machine, and make it anew whenever they change.

    ``heard`` is told where the page is, and what went wrong. It ends when the user interrupts it.
    Raises EnvironmentProblem where nothing can be watched or served.
    """
    inputs = inputs_of(source)
    if STDIN in inputs.paths:
        raise EnvironmentProblem("standard input cannot be watched", "name files or folders")
    settings = (root_of(inputs) / name for name in (config.NAME, refusedfile.NAME))
    with serving() as server:
        shown = False
        for version, _ in enumerate(changes([*inputs.paths, *settings]), 1):
            try:
                server.publish(_made(inputs, int(clock()), deck, iter, version)[1], version)
            except EnvironmentProblem as problem:
                if not shown:
                    raise
                heard(problem.message)
                server.fail(problem.message)
            if not shown:
                heard(server.url)
                shown = True
                if show:
                    browser.show(server.url)


def _made(
    inputs: Inputs, now: int, deck: str, track: Track, version: int = 0
) -> tuple[Compiled, str]:
    read: list[Explained] = []
    compiled = compile_deck(inputs, now, deck=deck, track=track, tell=read.append)
    media = inlined(Library(compiled.root), compiled.media)
    return compiled, page(compiled, read, media, version)


def _target(output: Path | None, compiled: Compiled) -> Path:
    """Where the page goes: a file that is named so, else beside the package of the deck."""
    if output is not None and output.suffix.lower() in _ENDINGS and not output.is_dir():
        return output
    package = output_path(output, compiled.sealed.deck.name, compiled.part)
    return package.with_name(package.name.removesuffix(".apkg") + ".html")
