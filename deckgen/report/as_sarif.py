"""What a check found as SARIF 2.1.0, which code hosts show beside the lines of a change."""

import json
from typing import Any

import deckgen
from deckgen.checking import Checked
from deckgen.model.diagnostic import Diagnostic, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_IN_URI = "/-._~"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def check_as_sarif(checked: Checked) -> str:
    """All problems as one run; paths are those that a person would type."""
    root = checked.compiled.root
    codes = sorted({problem.code for problem in checked.problems})
    driver = {
        "name": "deckgen",
        "version": deckgen.__version__,
        "rules": [{"id": code} for code in codes],
    }
    results = [_result(p, (root / p.path).as_posix()) for p in checked.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps(
        {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
    )


def _result(problem: Diagnostic, path: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if problem.line and problem.unit == "line":
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    said = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    """A path as the reference of a URI, in which spaces and the like are percent-encoded."""
    signs = (chr(byte) for byte in path.encode())
    return "".join(
        c if c.isascii() and (c.isalnum() or c in _IN_URI) else f"%{ord(c):02X}" for c in signs
    )
