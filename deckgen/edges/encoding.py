"""Bytes -> text: byte order mark, declaration of a page, UTF-8, detection. The home of the last.

A wrong guess puts wrong letters on cards, and nobody notices. So a guess must be a good one, or
there is none.
"""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*"
    rb"[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a page says how it is encoded
# What browsers understand by some names.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_MEANT |= {"gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "utf-16": "utf-8"}
_WESTERN = frozenset(
    "àâäáãåæçèéêëìíîïñòóôõöøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸ¿¡«»‘’“”„‚–—…€°§£·•©®™²³½¼×±µ\u00a0"
)
# Letters where no western language has them: a sign of another encoding.
_MISPLACED = re.compile(
    r"[a-z][À-ÖØ-Þ]|[^\W\d_][²³½¼¿¡£§©®×±]|[¿“„][ .,;]|[ìù](?=[^\W\d_])|(?<![aeou])ï|[õÕ](?!e)"
)
_NORTHERN, _SOUTHERN = frozenset("øØ"), frozenset("èìòùñÈ")  # never in one text
_ID = re.compile(rb"[ \t]*<!--[ \t]*id:[^<>]{0,80}-->")  # a text with ids is guessed as without
_SAMPLE = 1 << 20  # bytes that are looked at
_COHERENT = 0.2  # from here on charset-normalizer has recognised a language
_RIVAL = 0.1  # another reading that is as good as that within this is not to be told apart
_COMMON = re.compile(r"cp125\d|iso8859_[2579]|iso8859_15|koi8_[ru]")
_WIDE = ("big5", "gb", "euc", "shift", "cp932", "cp949", "johab", "iso2022")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was encoded; ``guessed`` says that nothing in the file told so."""

    text: str
    encoding: str
    guessed: bool = False


def decode(content: bytes, *, page: bool = False) -> Decoded:
    """The text of a file; raises UnicodeDecodeError, as UTF-8 does, where it cannot be told.

    ``page`` says that the file may declare its encoding as HTML does.
    """
    named = next((name for bom, name in _BOMS if content.startswith(bom)), "")
    if named:
        return Decoded(content.decode(named), named)
    if page and (declared := _declaration(content)):
        try:
            return Decoded(content.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if b"\0" in content[:65536] or not (guess := _guess(content)):
            raise
        return Decoded(content.decode(guess), guess, guessed=True)


def name(encoding: str) -> str:
    """An encoding as people call it."""
    return encoding.replace("cp125", "Windows-125").replace("_", "-")


def _declaration(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    if not found:
        return ""
    try:
        declared = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return ""
    meant = _MEANT.get(declared, declared)
    try:  # codecs such as "rot13" and "hex" are no encodings of text
        b"a".decode(meant)
    except (LookupError, UnicodeError):
        return ""
    return meant


def _guess(content: bytes) -> str:
    """The encoding of a text that is no UTF-8, if there is hardly another one; or empty."""
    from charset_normalizer import from_bytes

    if _is_broken_utf_8(content):
        return ""
    found = list(from_bytes(_ID.sub(b"", content[:_SAMPLE])))
    common = [m for m in found if _is_common(m.encoding)]
    if not common:
        return ""
    best = common[0]
    if best.coherence > _COHERENT and _is_western(content):
        return "cp1252"
    others = [m for m in common[1:] if str(m) != str(best)]
    level = best.coherence - _RIVAL
    rivals = [m for m in others if m.coherence > level]
    sure = best.coherence > max(_COHERENT, found[0].coherence - _RIVAL) and not rivals
    wide = best.encoding.startswith(_WIDE) and len(found) == 1
    if not (sure or wide):
        return ""
    try:
        content.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
    return best.encoding


def _is_broken_utf_8(content: bytes) -> bool:
    """Whether most of what is no ASCII is UTF-8: then a byte is damaged, and nothing to guess."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return good >= bad


def _is_western(content: bytes) -> bool:
    """Whether the text makes sense as Windows-1252, the letters where letters belong."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return False
    signs = {c for c in text if c > "\x7f"}
    mixed = bool(signs & _NORTHERN and signs & _SOUTHERN)
    return signs <= _WESTERN and not mixed and not _MISPLACED.search(text)


def _is_common(encoding: str) -> bool:
    """Whether files are still met in an encoding, or were after 1990."""
    return bool(_COMMON.fullmatch(encoding)) or encoding.startswith(_WIDE)
