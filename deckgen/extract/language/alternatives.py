"""A table of phrases -> the alternatives of a pattern."""


def alternatives(lines: str) -> str:
    """One alternative, or a few, on each line."""
    return "|".join(line.strip() for line in lines.strip().splitlines())
