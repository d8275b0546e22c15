"""Sources on the disk: which files there are, and their text or what keeps us from it."""

import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from deckgen.edges import encoding
from deckgen.edges.encoding import Decoded
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.model.source import ENDINGS, STDIN, Foreign, Format, Markup, Source, endings

# Documents that are not read, but would be missed: they are counted.
_PASSED_OVER = frozenset(
    ".doc .ppt .xls .xlsx .odt .odp .rtf .org .tex .csv .tsv .rst .adoc .mht .mhtml .ipynb "
    ".pages .key .mobi .azw3".split()
)
# What a browser saves beside a page: its pictures, and the pages inside of it.
_SAVED_WITH = ("_files", "-Dateien", "_fichiers", "_archivos")
_LONGEST_LINE = 1_000_000  # characters
_LARGEST_FILE = 64 * 1024 * 1024  # bytes
_PREVIEW = b"<!-- a preview of deckgen -->"  # at the top of such a page, which is no source
_TEXTS: dict[str, Markup] = {"markdown": "markdown", "plain": "plain"}
_PAGE_HEAD = 500  # characters in which a page on standard input shows that it is one
_LOOKED_AT = 20_000  # characters in which a text shows that it is Markdown
_MARKED = re.compile(r"^(?:#{1,6} \S|```|~~~|[-*] \[[ xX]\] |\|? ?-{3,} ?\|)|\*\*\w", re.MULTILINE)

Read = tuple[Source | Foreign | None, tuple[Diagnostic, ...]]


Writer = Callable[[BinaryIO], None]


def find(source: Path) -> tuple[tuple[Path, ...], tuple[tuple[str, int], ...]]:
    """The sources that a path stands for: itself, or the files of a folder, sorted.

    With them come the documents that were passed over, counted by their ending.

    Hidden files and folders and links that lead out of the folder are not looked at. Raises
    EnvironmentProblem where there is nothing to read.
    """
    if source == STDIN:
        return (source,), ()
    if not source.exists():
        raise EnvironmentProblem(
            f"{source}: no such file or folder",
            f"give the path of a file or of a folder; deckgen reads {endings()}",
        )
    if source.is_file():
        if source.suffix.lower() not in ENDINGS:
            raise EnvironmentProblem(
                f"{source}: deckgen does not read {source.suffix or 'files without an ending'}",
                f"it reads {endings()}; save the text as one of these",
            )
        return (source,), ()
    files: list[Path] = []
    others: Counter[str] = Counter()
    for file in walk(source):
        suffix = file.suffix.lower()
        if suffix in ENDINGS and not is_preview(file):
            files.append(file)
        elif suffix in _PASSED_OVER:
            others[suffix] += 1
    if not files:
        raise EnvironmentProblem(
            f"{source}: no sources in this folder", f"deckgen reads {endings()}"
        )
    return tuple(files), tuple(sorted(others.items()))


def is_preview(file: Path) -> bool:
    """Whether a file is a page that ``deckgen preview`` wrote: to look at, and not to learn."""
    if file.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with file.open("rb") as opened:
            return _PREVIEW in opened.read(100)
    except OSError:
        return False


def read(
    file: Path, relative: str, piped: Format | None = None, content: bytes | None = None
) -> Read:
    """The text of a file, or what is to be converted first, and the problems with it.

    ``piped`` is the format of standard input; without it, it is guessed. ``content`` are the bytes
    of the file where they are known already.
    """

    def problem(code: str, message: str, hint: str, line: int = 0, column: int = 0) -> Read:
        return None, (Diagnostic(code, Severity.ERROR, message, relative, line, column, hint),)

    try:
        relative.encode()
    except UnicodeEncodeError:
        shown = relative.encode(errors="replace").decode()
        message = f"the name of this file is no Unicode: {shown}"
        hint = "rename it; the lock could not hold its name"
        return None, (Diagnostic("unreadable-name", Severity.ERROR, message, shown, 0, 0, hint),)
    try:
        content = bytes_of(file) if content is None else content
    except OSError as error:
        return problem(
            "unreadable-file",
            f"this file cannot be read: {error.strerror}",
            "check its permissions",
        )
    if len(content) > _LARGEST_FILE:
        return problem(
            "file-too-large",
            f"this file is larger than {_LARGEST_FILE >> 20} MB",
            "split it, or leave out what is no text",
        )
    kind = ENDINGS.get(file.suffix.lower()) or piped
    if content and kind in ("docx", "pptx", "epub", "pdf"):
        return Foreign(relative, kind, content), ()
    try:
        decoded = encoding.decode(content, page=kind == "html" or file == STDIN)
    except UnicodeDecodeError as error:
        before = content[: error.start]
        if b"\0" in content[:65536]:
            return problem("binary-file", "this is no text but binary data", _BINARY_HINT)
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        byte = content[error.start] if error.start < len(content) else 0
        return problem(
            "not-utf-8",
            f"the byte 0x{byte:02X} is no UTF-8",
            "save the file as UTF-8 (in most editors: “Save with encoding”)",
            line,
            column,
        )
    text = decoded.text
    if decoded.encoding == "utf-8" and b"\0" in content[:65536]:
        return problem("binary-file", "this is no text but binary data", _BINARY_HINT)
    if not text.strip():
        return None, (_warning("empty-file", "this file is empty", relative, _EMPTY_HINT),)
    kind = kind or _guessed(text)
    warnings = (_guessed_encoding(decoded, relative),) if decoded.guessed else ()
    if kind == "html":
        return Foreign(relative, kind, text), warnings
    long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > _LONGEST_LINE), 0)
    if long:
        return problem(
            "line-too-long",
            f"this line is longer than {_LONGEST_LINE:,} characters",
            "break it into paragraphs",
            long,
            1,
        )
    return Source(relative, text, _TEXTS[kind]), warnings


_EMPTY_HINT = "write something, or delete it"
_BINARY_HINT = "save the text as UTF-8, or move the file out of the folder"


def bytes_of(file: Path) -> bytes:
    """The bytes of a file, one more than allowed at most; raises OSError."""
    if file == STDIN:
        return sys.stdin.buffer.read(_LARGEST_FILE + 1)
    with file.open("rb") as opened:
        return opened.read(_LARGEST_FILE + 1)


def _warning(code: str, message: str, path: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, path, 0, 0, hint)


def _guessed_encoding(decoded: Decoded, relative: str) -> Diagnostic:
    message = f"this file is no UTF-8; it was read as {encoding.name(decoded.encoding)}"
    hint = "look whether its letters are right on the cards, and save it as UTF-8"
    return _warning("encoding-guessed", message, relative, hint)


def _guessed(text: str) -> Format:
    """The format of a text that has no name."""
    head = text[:_PAGE_HEAD].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype", "<html", "<head", "<body", "<?xml", "<meta")):
        return "html"
    return "markdown" if _MARKED.search(text[:_LOOKED_AT]) else "plain"


def decoded(file: Path) -> tuple[str, str]:
    """The whole text of a file that ``read`` accepts, line endings kept, and its encoding."""
    found = encoding.decode(file.read_bytes())
    return found.text, found.encoding


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds of a folder waiting; the system lets go when the process ends.

    Where a folder cannot be locked (Windows, some network disks) nothing is kept waiting: each
    file is still written whole, and the later of two builds wins.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_all(contents: Mapping[Path, bytes | Writer]) -> None:
    """Write several files, each whole or not at all, in order; nothing is touched before all fit.

    A content that is too large to hold is a function that writes it into a file.

    Raises EnvironmentProblem where one cannot be written.
    """
    written: list[tuple[Path, Path]] = []
    hint = "check the permissions and the free space; the files from before are untouched"
    target = Path()
    try:
        for target, content in contents.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise EnvironmentProblem(f"{target} is a folder", "name a file")
            _sweep(target)
            temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
            written.append((temporary, target))
            with temporary.open("wb") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    content(file)
                file.flush()
                os.fsync(file.fileno())
        for temporary, target in written:
            temporary.replace(target)
            hint = "check the permissions, and build again: every file that was written is whole"
    except OSError as error:
        message = f"{target}: cannot be written: {error.strerror or error}"
        raise EnvironmentProblem(message, hint) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what builds that were killed have left beside a file."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
        process = left.suffixes[-2].removeprefix(".") if len(left.suffixes) > 1 else ""
        if process.isdigit() and not _runs(int(process)):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether a process is alive, as far as can be told: only where asking does no harm."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def walk(folder: Path) -> list[Path]:
    """All files below a folder, by their path, without hidden ones."""
    root = folder.resolve()
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _is_passed_over(f, names))
        for name in sorted(names):
            path = Path(here) / name
            if not name.startswith(".") and path.resolve().is_relative_to(root) and path.is_file():
                found.append(path)
    return sorted(found, key=lambda p: p.relative_to(folder).as_posix())


def _is_passed_over(folder: str, files: list[str]) -> bool:
    """Whether a folder is hidden, or only holds what a browser has saved with a page."""
    if folder.startswith((".", "__")):
        return True
    ending = next((e for e in _SAVED_WITH if folder.endswith(e)), "")
    page = folder.removesuffix(ending)
    return bool(ending) and any(f"{page}{end}" in files for end in (".html", ".htm", ".xhtml"))
