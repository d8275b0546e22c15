"""deckgen beside the usual pipeline, the writer's floor, and Anki itself: one table for each size.

Every work is a process of its own. Rounds take turns, so that a busy machine is unfair to all of
them alike; the medians of the rounds are shown.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import sources

ROUNDS = {1_000: 5, 10_000: 3}  # larger ones run once
COLD = {"deckgen, on one core": ("--jobs", "1"), "deckgen, first build": ()}
_ANKI = "Anki imports the result"
_AGAIN = "Anki imports it again"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock, seconds of all cores, MiB at its peak."""

    wall: float
    cpu: float
    peak: float = 0.0


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            table(size, _measured(size, Path(folder)))


def table(size: int, costs: dict[str, list[Cost]]) -> None:
    """Medians, and their ratios to Anki's first import and to its second one.

    The ratios stand twice: by the clock, and by the seconds of all cores, which a busy machine
    disturbs less.
    """
    rows = {name: _median(found) for name, found in costs.items()}
    first, again = rows[_ANKI], rows[_AGAIN]
    print(f"\n{size:,} notes, medians of {len(costs[_ANKI])}")
    above = f"{'':<26} {'seconds':>15} {'µs/note':>8} {'x import':>15}"
    print(f"{above} {'x import again':>15} {'peak':>5}")
    pair = f"{'clock':>7} {'cores':>7}"
    print(f"{'work':<26} {pair} {'cores':>8} {pair} {pair} {'MiB':>5}")
    for name, cost in rows.items():
        figures = f"{cost.wall:>7.2f} {cost.cpu:>7.2f} {cost.cpu / size * 1e6:>8.1f}"
        ratios = " ".join(
            f"{cost.wall / anki.wall:>7.2f} {cost.cpu / anki.cpu:>7.2f}" for anki in (first, again)
        )
        peak = f"{cost.peak:>5.0f}" if cost.peak else ""
        print(f"{name:<26} {figures} {ratios} {peak}".rstrip())


def _measured(size: int, folder: Path) -> dict[str, list[Cost]]:
    source, deck = folder / "source", folder / "deck.apkg"
    sources.write(source, size)
    costs: dict[str, list[Cost]] = {}

    def take(name: str, work: Callable[[], Cost]) -> None:
        costs.setdefault(name, []).append(work())

    for _ in range(ROUNDS.get(size, 1)):
        take("usual pipeline", lambda: _process("bench.usual", source, folder / "usual.apkg"))
        for name, options in COLD.items():
            _forget(source, folder)
            take(name, lambda options=options: _build(source, deck, *options))
        take("deckgen, nothing changed", lambda: _build(source, deck))
        sources.edit(source / "chapter-00000.md")
        take("deckgen, one file edited", lambda: _build(source, deck))
        take("writer's floor", lambda: _process("bench.floor", deck, folder / "floor.apkg"))
        first, again = _told("bench.anki_import", deck)
        take(_ANKI, lambda first=first: first)
        take(_AGAIN, lambda again=again: again)
    return costs


def _forget(source: Path, folder: Path) -> None:
    """Everything is new again: no lock, no cache."""
    (source / "deckgen.lock").unlink(missing_ok=True)
    shutil.rmtree(folder / "cache", ignore_errors=True)


def _build(source: Path, deck: Path, *options: str) -> Cost:
    command = ("build", source, "--output", deck, "--quiet", *options)
    return _process("deckgen", *command, cache=deck.parent / "cache")


def _process(module: str, *arguments: object, cache: Path = Path()) -> Cost:
    """What one process and its own workers take, from its start to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        env=os.environ | {"DECKGEN_CACHE": str(cache)},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, module)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _told(module: str, *arguments: object) -> list[Cost]:
    """What a process says of its own parts, its start left out."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Cost(**cost) for cost in json.loads(told)]


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.peak for cost in costs),
    )


def clocked(work: Callable[[], object]) -> Cost:
    """What a work takes in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)
