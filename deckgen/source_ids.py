"""The ids of cards in the author's own files: written in, and taken out again."""

from collections import Counter
from pathlib import Path, PurePosixPath

from deckgen.compiler import Compiled, compile_deck, inputs_of
from deckgen.edges import files
from deckgen.edges.project import open_project
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.source import ENDINGS, STDIN, Inputs, Source
from deckgen.parse import ids


def write_ids(source: Path | Inputs, now: int) -> tuple[dict[str, int], dict[str, int], Compiled]:
    """Write the GUID of each card into its source; how many, by path, and what was compiled.

    Second come the cards, by path, of pages and documents, into which nothing is written. Raises
    EnvironmentProblem like ``compile_deck`` and ``write``.
    """
    inputs = inputs_of(source)
    _not_from_stdin(inputs)
    compiled = compile_deck(inputs, now)
    wanted: dict[str, dict[int, str]] = {}
    passed_over: Counter[str] = Counter()
    for change in compiled.sealed.changes:
        if change.writable and _is_text(change.now.path):
            wanted.setdefault(change.now.path, {})[change.line] = change.now.guid
        elif change.writable:
            passed_over[change.now.path] += 1
    texts = {}
    for path, names in wanted.items():
        text, encoding = files.decoded(compiled.root / path)
        texts[compiled.root / path] = ids.insert(text, names).encode(encoding)
    files.write_all(texts)
    return {path: len(names) for path, names in wanted.items()}, dict(passed_over), compiled


def remove_ids(source: Path | Inputs) -> dict[str, int]:
    """Take all ids out of the sources again; how many, by path."""
    inputs = inputs_of(source)
    _not_from_stdin(inputs)
    project = open_project(inputs)
    texts: dict[Path, bytes] = {}
    counts: dict[str, int] = {}
    for file in project.files:
        if not isinstance(files.read(file, project.relative(file))[0], Source):
            continue
        text, encoding = files.decoded(file)
        without = ids.remove(text)
        if without != text:
            texts[file] = without.encode(encoding)
            counts[project.relative(file)] = text.count("<!--") - without.count("<!--")
    files.write_all(texts)
    return counts


def _not_from_stdin(inputs: Inputs) -> None:
    if STDIN in inputs.paths:
        raise EnvironmentProblem(
            "ids cannot be written into standard input", "save the text to a file"
        )


def _is_text(path: str) -> bool:
    return ENDINGS.get(PurePosixPath(path).suffix.lower()) in ("markdown", "plain")
