"""An archive of XML parts, read within bounds: a small file may unpack to gigabytes."""

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree as ET

from deckgen.convert.documents import damaged, too_large

_LARGEST_PART = 32 << 20  # bytes, unpacked
_LARGEST = 128 << 20  # bytes of all parts that are read
_MOST_PARTS = 20_000
_DEEPEST = 200  # elements inside each other
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Archive:
    """The parts of a document by their names; raises Unreadable where one cannot be had."""

    def __init__(self, content: bytes, kind: str) -> None:
        self._kind = kind
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise damaged(kind) from error
        if len(self._zip.namelist()) > _MOST_PARTS:
            raise too_large(f"more than {_MOST_PARTS:,} parts")

    def names(self) -> list[str]:
        """What is in the archive."""
        return self._zip.namelist()

    def bytes(self, name: str) -> bytes:
        """The content of a part."""
        try:
            with self._zip.open(name) as part:
                content = part.read(_LARGEST_PART + 1)
        except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise damaged(self._kind) from error
        except (NotImplementedError, ValueError) as error:
            raise damaged(self._kind) from error
        self._read += len(content)
        if len(content) > _LARGEST_PART or self._read > _LARGEST:
            raise too_large(f"more than {_LARGEST >> 20} MB when it is unpacked")
        return content

    def xml(self, name: str) -> ET.Element:
        """The tree of a part; entities are not for documents, and may be bombs."""
        content = self.bytes(name)
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise damaged(self._kind)
        try:
            depth = 0
            root: ET.Element | None = None
            for event, element in ET.iterparse(io.BytesIO(content), ("start", "end")):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                if depth > _DEEPEST:
                    raise damaged(self._kind)
        except (ET.ParseError, ValueError, LookupError) as error:
            raise damaged(self._kind) from error
        if root is None:
            raise damaged(self._kind)
        return root

    def xml_or_none(self, name: str) -> ET.Element | None:
        """The tree of a part that a document need not have."""
        return self.xml(name) if name in self._zip.NameToInfo else None

    def related(self, part: str) -> dict[str, str]:
        """The targets of the relationships of a part, by their ids; names inside are resolved."""
        folder, name = posixpath.split(part)
        tree = self.xml_or_none(f"{folder}/_rels/{name}.rels")
        found: dict[str, str] = {}
        for entry in tree.iter(_RELATIONSHIP) if tree is not None else ():
            target = entry.get("Target", "")
            if entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[entry.get("Id", "")] = target
        return found
