"""A plan, a build or a check as JSON for scripts; the shapes are documented in docs/identity.md."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from deckgen.checking import Checked
from deckgen.compiler import Compiled
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.explained import Explained
from deckgen.model.lock import LockedNote, shown
from deckgen.model.note import front

_VERSION = 1


def plan_as_json(compiled: Compiled) -> str:
    """The plan of a build: notes, retired notes, note types, diagnostics."""
    return _printed(_plan(compiled))


def build_as_json(compiled: Compiled, output: Path | None) -> str:
    """What a build did: its plan, and where the package is, or null where none was written."""
    return _printed(_plan(compiled) | {"output": output.as_posix() if output else None})


def check_as_json(checked: Checked, explained: Iterable[Explained] | None) -> str:
    """What a check found: counts, diagnostics, and the lines of each source where asked for."""
    counts = Counter(d.severity.value for d in checked.problems)
    sealed = checked.sealed
    found: dict[str, Any] = {
        "version": _VERSION,
        "deck": sealed.deck.name,
        "note_count": len(sealed.changes),
        "refused_count": len(sealed.refused),
        "severities": {severity.value: counts[severity.value] for severity in Severity},
        "diagnostics": [_diagnostic(d) for d in checked.problems],
    }
    if explained is not None:
        found["sources"] = [_source(source) for source in explained]
    return _printed(found)


def _plan(compiled: Compiled) -> dict[str, Any]:
    sealed = compiled.sealed
    return {
        "version": _VERSION,
        "deck": sealed.deck.name,
        "notes": [
            {
                "state": change.state,
                **_note(change.now),
                "line": change.line,
                "was": _note(change.was) if change.was and change.state == "edited" else None,
                "moved_from": change.was.deck if change.was and change.moved else None,
                "ambiguous_with": shown(change.rival) or None,
            }
            for change in sealed.changes
        ],
        "retired": [_note(note) for note in sealed.retired],
        "refused": [_note(note) for note in sealed.refused],
        "updated_note_types": list(sealed.updated_types),
        "diagnostics": [_diagnostic(d) for d in compiled.diagnostics],
    }


def _diagnostic(problem: Diagnostic) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "hint": problem.hint,
    }


def _source(source: Explained) -> dict[str, Any]:
    return {
        "path": source.source.path,
        "lines": [
            {"line": part.line, "rule": part.rule, "role": part.role or None}
            for part in source.document.parts
        ],
        "notes": [
            {
                "line": note.origin.line,
                "front": front(note),
                "extracted": note.origin.extracted,
            }
            for note in source.notes
        ],
        "sentences": [
            {
                "line": sentence.line,
                "text": sentence.text,
                "fate": sentence.fate,
                "why": sentence.why or None,
                "fronts": list(sentence.fronts),
            }
            for sentence in source.told
        ],
    }


def _note(note: LockedNote) -> dict[str, Any]:
    return {
        "guid": note.guid,
        "kind": note.kind,
        "path": note.path,
        "deck": note.deck,
        "front": shown(note.front),
        "back": shown(note.back),
    }


def _printed(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
