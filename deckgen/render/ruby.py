"""Readings above characters: ``漢字[かんじ]`` as in Anki, and ``{漢字|かん|じ}`` as in Obsidian."""

import html
import re

_HAN = r"[\u3005-\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〆ヶ]"
# A number or a word in brackets is a remark; only kana and bopomofo are sure to be a reading.
_KANA = r"[\u3041-\u3096\u309d-\u309e\u30a1-\u30fe\u3105-\u312f\u02ca\u02c7\u02cb\u02d9 ]"
READING = re.compile(
    r"(?:(?<=[^\x00-\x5c\x5e-\x7f]) )?"
    rf"(?P<base>{_HAN}{{1,20}})\[(?P<reading>{_KANA}{{1,40}})\](?!\()"
    rf"|\{{(?P<braced>{_HAN}{{1,20}})(?P<readings>(?:\|[^\s|{{}}<>&]{{1,20}}){{1,20}})\}}"
)


def ruby(match: re.Match[str]) -> str:
    """The HTML of a reading that READING found; Anki's space in front of it is dropped."""
    if match["base"]:
        return _pair(match["base"], match["reading"])
    base, readings = match["braced"], match["readings"].split("|")[1:]
    if len(readings) != len(base):
        return _pair(base, "".join(readings))
    return "".join(_pair(sign, reading) for sign, reading in zip(base, readings, strict=True))


def _pair(base: str, reading: str) -> str:
    return f"<ruby>{html.escape(base)}<rt>{html.escape(reading)}</rt></ruby>"
