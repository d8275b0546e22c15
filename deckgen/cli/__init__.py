"""The command line: arguments in, exit code out. The one door for printing and exiting.

Exit codes: 0 fine, 1 problems in the text, 2 environment or usage. The heavy imports wait inside
the commands, so that ``--help`` stays quick.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import deckgen
from deckgen.cli.arguments import (
    AsJson,
    DeckName,
    From,
    Jobs,
    NoCache,
    Sources,
    Strict,
    TextFormat,
)

if TYPE_CHECKING:
    from deckgen.checking import Checked
    from deckgen.compiler import Compiled
    from deckgen.gathering import Means
    from deckgen.model.diagnostic import Diagnostic
    from deckgen.model.source import Inputs

app = typer.Typer(
    help="Compile study text into an Anki deck, and keep every review when the text is edited.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_MANY_FILES = 20  # fewer are built before a bar could be read


def main() -> None:
    """The entry point: environment problems end here, bugs show their traceback."""
    from deckgen.model.diagnostic import EnvironmentProblem

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 still gets its message
    try:
        app()
    except EnvironmentProblem as problem:
        from deckgen import report

        _error(report.environment(problem))
        sys.exit(2)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"deckgen {deckgen.__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The .apkg file, or a folder for it.  [default: build/<deck>.apkg]",
            show_default=False,
        ),
    ] = None,
    deck: DeckName = "",
    from_: From = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
    as_json: AsJson = False,
    strict: Strict = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> None:
    """Build the deck. Import the same file again after every build: Anki takes what changed."""
    from deckgen import compiler, report

    now = int(time.time())
    with _means(jobs, now, no_cache=no_cache) as means:
        compiled, target = compiler.build(
            _inputs(sources, from_),
            output,
            now,
            deck=deck.strip(),
            track=_tracked(quiet=quiet or as_json),
            means=means,
        )
    written = bool(compiled.sealed.changes)
    if as_json:
        typer.echo(report.build_as_json(compiled, target if written else None))
        raise typer.Exit(_code(compiled, strict=strict))
    _problems(compiled)
    if not written:
        _error("deckgen: no notes, so nothing was written")
    elif not quiet:
        for line in report.built(compiled, target):
            typer.echo(line)
    raise typer.Exit(_code(compiled, strict=strict))


@app.command()
def check(
    sources: Sources = None,
    from_: From = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", help="Only these rules of the editor; commas part them."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", help="All rules of the editor but these."),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes on style as well.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each line of the sources was taken for.")
    ] = False,
    as_json: AsJson = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Print SARIF, for code hosts.")] = False,
    strict: Strict = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what needs no thought, and show what changed.")
    ] = False,
) -> None:
    """Say what is wrong with the sources and with their cards, and count it.

    Nothing is written, but with --fix.
    """
    from deckgen import checking, fixing, report

    inputs, chosen = _inputs(sources, from_), _parted(select)
    if fix:
        mended = fixing.fix(inputs, int(time.time()), chosen, _parted(ignore))
        for line in () if as_json or as_sarif else report.mended(mended):
            typer.echo(line)
    checked, heard = checking.check(inputs, int(time.time()), chosen, _parted(ignore))
    explained = heard if explain else None
    if as_json or as_sarif:
        typer.echo(
            report.check_as_sarif(checked) if as_sarif else report.check_as_json(checked, explained)
        )
        raise typer.Exit(_code(checked, strict=strict))
    width = shutil.get_terminal_size().columns
    for one in explained or ():
        for line in report.explained(one, checked.compiled.root, width):
            typer.echo(line)
    shown = report.told(checked, notes=notes or bool(chosen), all_of_them=bool(chosen))
    _problems(checked.compiled, shown.problems)
    for line in shown.summary:
        typer.echo(line)
    raise typer.Exit(_code(checked, strict=strict))


@app.command()
def explain(
    code: Annotated[
        str, typer.Argument(help="The code of a message; all codes are listed without one.")
    ] = "",
) -> None:
    """Explain a message by its code: what it means, why it matters, and what to do."""
    from deckgen import report
    from deckgen.edges import manual

    entries = manual.entries()
    for line in report.entry(code.strip("[]"), entries) if code else report.codes(entries):
        typer.echo(line)


@app.command()
def plan(
    sources: Sources = None,
    deck: DeckName = "",
    from_: From = None,
    as_json: AsJson = False,
    strict: Strict = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> None:
    """Show what the next build and import will do. Nothing is written."""
    from deckgen import compiler, report

    inputs = _inputs(sources, from_)
    now = int(time.time())
    with _means(jobs, now, no_cache=no_cache) as means:
        compiled = compiler.compile_deck(inputs, now, deck=deck.strip(), means=means)
    if as_json:
        typer.echo(report.plan_as_json(compiled))
    else:
        _problems(compiled)
        for line in report.plan(compiled):
            typer.echo(line)
    raise typer.Exit(1 if _broken(compiled, strict=strict) else 0)


@app.command()
def preview(
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The .html file, or a folder for it.  [default: build/<deck>.html]",
            show_default=False,
        ),
    ] = None,
    deck: DeckName = "",
    from_: From = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Open no browser.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Serve the page, and renew it when a text changes.")
    ] = False,
) -> None:
    """Write a page to look at: all cards, and the sources with what became of each sentence."""
    from deckgen import previewing, report

    inputs = _inputs(sources, from_)
    if watch:
        if output:
            raise typer.BadParameter("with --watch the page is served, and no file is written")
        previewing.watch(inputs, time.time, _error, deck=deck.strip(), show=not no_open)
        return
    now, track = int(time.time()), _tracked(quiet=False)
    made = previewing.preview(inputs, output, now, deck=deck.strip(), track=track, show=not no_open)
    _problems(made.compiled)
    typer.echo(report.previewed(len(made.compiled.sealed.changes), made.target))
    raise typer.Exit(_code(made.compiled, strict=False))


@app.command()
def ids(
    sources: Sources = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take all ids out of the sources again.")
    ] = False,
) -> None:
    """Write the id of each card into the sources, as a comment that Markdown does not show.

    A card with an id keeps its reviews however much of it you rewrite. Cards that deckgen found in
    prose get none, and nothing is written into pages and documents.
    """
    from deckgen import report, source_ids

    inputs = _inputs(sources, None)
    if remove:
        changed = source_ids.remove_ids(inputs)
        passed_over: dict[str, int] = {}
    else:
        changed, passed_over, compiled = source_ids.write_ids(inputs, int(time.time()))
        _problems(compiled)
    for line in report.ids(changed, passed_over, removed=remove):
        typer.echo(line)


@app.command()
def draft(
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The Markdown file for the draft; - for standard output.  [default: -]",
            show_default=False,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Write the notes of a page as a text to edit, which is built in its place from then on.

    Each note says where it comes from and keeps its id, and so its reviews.
    """
    from deckgen import drafting, report
    from deckgen.model.source import STDIN

    target = None if output == STDIN else output
    drafted = drafting.write_draft(_inputs(sources, None), target, int(time.time()), force=force)
    _problems(drafted.compiled)
    for problem in drafted.diagnostics:
        _error(report.diagnostic(problem, drafted.compiled.root))
    if not drafted.count:
        _error("deckgen: no notes, so nothing was drafted")
        raise typer.Exit(1)
    if target is None:
        typer.echo(drafted.text, nl=False)
        return
    for line in report.drafted(drafted.count, target):
        typer.echo(line)


@app.command()
def refuse(
    notes: Annotated[
        list[str],
        typer.Argument(help="The GUID of a note, its front, or the beginning of its front."),
    ],
    source: Annotated[
        Path,
        typer.Option("--source", "-s", help="The folder or file that the notes are from."),
    ] = Path("source"),
    undo: Annotated[bool, typer.Option("--undo", help="Take the notes back.")] = False,
) -> None:
    """Keep notes out of the deck for good, without touching their page.

    They are listed in deckgen.refused beside the lock; a line taken out brings its note back.
    """
    from deckgen import refusing, report

    if undo:
        done = refusing.take_back(notes, source)
    else:
        done = refusing.refuse(notes, source, int(time.time()))
    for line in report.refused(done.lines, done.path, undo=undo):
        typer.echo(line)


@contextmanager
def _means(jobs: int, now: int, *, no_cache: bool) -> Iterator["Means"]:
    """The processes and the cache of a command; what is new is stored in the end."""
    from deckgen.edges import cache
    from deckgen.gathering import Means

    kept = None if no_cache else cache.Cache(cache.folder(), now)
    yield Means(jobs or os.cpu_count() or 1, kept)
    if kept:
        kept.close()
        for remark in kept.remarks:
            _error(f"deckgen: {remark}")


def _inputs(sources: list[Path] | None, text_format: TextFormat | None) -> "Inputs":
    from deckgen.model.source import ENDINGS, Inputs

    paths = tuple(sources or [Path("source")])
    return Inputs(paths, ENDINGS[f".{text_format}"] if text_format else None)


def _parted(names: list[str] | None) -> tuple[str, ...]:
    """The names that options give, which commas and spaces part."""
    return tuple(name for text in names or () for name in text.replace(",", " ").split())


def _problems(compiled: "Compiled", problems: "tuple[Diagnostic, ...] | None" = None) -> None:
    from deckgen import report

    colours = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    colours = colours and os.environ.get("TERM") != "dumb"
    for problem in compiled.diagnostics if problems is None else problems:
        _error(report.diagnostic(problem, compiled.root, colours=colours))


def _broken(found: "Compiled | Checked", *, strict: bool) -> bool:
    return found.doubtful if strict else found.broken


def _code(found: "Compiled | Checked", *, strict: bool) -> int:
    return 1 if _broken(found, strict=strict) or not found.sealed.changes else 0


def _tracked(*, quiet: bool) -> Callable[[Iterable[Path]], Iterable[Path]]:
    def track(items: Iterable[Path]) -> Iterable[Path]:
        listed = list(items)
        if quiet or len(listed) < _MANY_FILES or not sys.stderr.isatty():
            yield from listed
            return
        with typer.progressbar(listed, label="reading", file=sys.stderr) as bar:
            yield from bar

    return track


def _error(text: str) -> None:
    typer.echo(text, err=True)
