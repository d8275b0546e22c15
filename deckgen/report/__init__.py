"""Results -> text for a terminal, or JSON. The one place that words and aligns them."""

from deckgen.report.as_json import build_as_json, check_as_json, plan_as_json
from deckgen.report.as_sarif import check_as_sarif
from deckgen.report.changes import built, drafted, ids, plan, previewed, refused
from deckgen.report.checked import mended, told
from deckgen.report.diagnostics import diagnostic, environment
from deckgen.report.explained import explained
from deckgen.report.manual import codes, entry

__all__ = [
    "build_as_json",
    "built",
    "check_as_json",
    "check_as_sarif",
    "codes",
    "diagnostic",
    "drafted",
    "entry",
    "environment",
    "explained",
    "ids",
    "mended",
    "plan",
    "plan_as_json",
    "previewed",
    "refused",
    "told",
]
