"""A few seconds of the fuzzer; how to run it for longer stands in tests/fuzz/README.md."""

import pytest

from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.source import Source
from tests.fuzz.__main__ import problem, run, shrunk


def test_a_short_run_finds_nothing() -> None:
    found, tried, _ = run(seconds=4, seed=0)
    assert tried
    assert found == {}


def test_a_failure_is_found_and_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(source: Source, _deck: str) -> tuple[list[RenderedNote], list[Diagnostic]]:
        assert "x" not in source.text
        return [], []

    monkeypatch.setattr("tests.fuzz.__main__.compile_source", fragile)
    assert problem("The tide", "plain") is None
    found = problem("The tide x falls", "plain")
    assert found
    assert shrunk("The tide x falls", "plain", found[0]) == "x"
