"""Results -> text for a terminal, or JSON. The one place that words and aligns them."""

from deckgen.report.as_json import build_as_json, check_as_json, plan_as_json
from deckgen.report.changes import built, checked, drafted, ids, plan, previewed, refused
from deckgen.report.diagnostics import diagnostic, environment
from deckgen.report.explained import explained

__all__ = [
    "build_as_json",
    "built",
    "check_as_json",
    "checked",
    "diagnostic",
    "drafted",
    "environment",
    "explained",
    "ids",
    "plan",
    "plan_as_json",
    "previewed",
    "refused",
]
