"""``python -m bench [SIZE ...]``: start-up, builds beside Anki's import, identification by size."""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import editor, notes, speed
from deckgen.identify import identify

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000, 100_000)
RUNS = 5


def main() -> None:
    processes()  # first, for its peak of memory counts what the parent holds at a fork
    speed.main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])
    identification()
    editing()


def editing() -> None:
    print("\nthe editor, half items and half cards")
    print(f"{'notes':>9} {'s':>8} {'µs/note':>8}")
    for size in SIZES:
        made = editor.pages(size)
        seconds = timed(lambda made=made: editor.read(made))
        print(f"{size:>9,} {seconds:>8.2f} {seconds / size * 1e6:>8.1f}")


def identification() -> None:
    print("\nidentification, 10% of the notes edited")
    print(f"{'notes':>9} {'s':>8} {'µs/note':>8}")
    for size in SIZES:
        before = notes.collection(size)
        now, lock = notes.edited(before, 0.1), notes.locked(before)
        seconds = timed(lambda now=now, lock=lock: identify(now, lock, ()))
        print(f"{size:>9,} {seconds:>8.2f} {seconds / size * 1e6:>8.1f}")


def processes() -> None:
    """Whole processes, beside a Python that does nothing: machines differ, ratios less."""
    bare = [sys.executable, "-c", "pass"]
    deckgen = [sys.executable, "-m", "deckgen"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        shutil.copytree(ROOT / "source", source, ignore=shutil.ignore_patterns("*.lock"))
        build = [*deckgen, "build", str(source), "--output", f"{folder}/deck.apkg", "--quiet"]
        floor = median(bare)
        print("whole processes, medians")
        print(f"{'command':<22} {'s':>7} {'x python':>9}")
        for name, command in (
            ("python -c pass", bare),
            ("deckgen --version", [*deckgen, "--version"]),
            ("deckgen --help", [*deckgen, "--help"]),
            ("build the sample", build),
        ):
            seconds = median(command)
            print(f"{name:<22} {seconds:>7.3f} {seconds / floor:>9.1f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of these: {peak:.0f} MiB")


def median(command: list[str]) -> float:
    return statistics.median(
        timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(RUNS)
    )


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


main()
