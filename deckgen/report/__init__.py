"""Results -> text for a terminal, or JSON. The one place that words and aligns them."""

from deckgen.report.as_json import as_json
from deckgen.report.changes import built, ids, plan
from deckgen.report.diagnostics import diagnostic, environment

__all__ = ["as_json", "built", "diagnostic", "environment", "ids", "plan"]
