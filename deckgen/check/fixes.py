"""What can be mended without a thought: a question mark that is missing, a stress on “not”."""

import re
from collections.abc import Callable, Iterable

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.source import Markup

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NEGATION = re.compile(r"(?<![\w*_'’-])(?:not|except|least)(?![\w*_'’-])")
# What may stand behind the words of a question on its line: an id, a tag, a comment.
_BEHIND = re.compile(
    r"(?P<text>.*?)(?P<behind>(?:\s{0,8}<!--[^<>]{0,400}-->|\s#[\w/-]{1,80}){0,4}\s*)"
)


def mended(text: str, remarks: Iterable[Diagnostic], markup: Markup) -> tuple[str, int]:
    """A text with what can be mended in the lines of some remarks, and in how many it was."""
    lines = _LINE.findall(text)
    count = 0
    for remark in remarks:
        mend = FIXES.get(remark.code)
        if mend is None or not 0 < remark.line <= len(lines):
            continue
        line = lines[remark.line - 1]
        content = line.rstrip("\r\n")
        changed = mend(content, markup)
        count += changed != content
        lines[remark.line - 1] = changed + line[len(content) :]
    return "".join(lines), count


def _with_mark(line: str, markup: Markup) -> str:
    """A question mark behind the last word; a full stop gives way."""
    found = _BEHIND.fullmatch(line)
    if not found or not found["text"].strip(" ."):
        return line
    return f"{found['text'].rstrip(' .')}?{found['behind']}"


def _stressed(line: str, markup: Markup) -> str:
    """The one negation of a line, stressed; of several, none."""
    if len(_NEGATION.findall(line)) != 1:
        return line
    return _NEGATION.sub(lambda m: f"**{m[0]}**" if markup == "markdown" else m[0].upper(), line)


FIXES: dict[str, Callable[[str, Markup], str]] = {
    "missing-question-mark": _with_mark,
    "negative-stem": _stressed,
}
