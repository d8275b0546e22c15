"""The headings and tags above the block that is being read."""

from deckgen.model.document import Block, Chrome, Document, Heading, Question, Tags


class Trail:
    """Headings from the title down, with the tags that each of them passes on."""

    def __init__(self, document: Document) -> None:
        self._title = document.title
        self._levels: list[tuple[int, str]] = [(0, self._title)] if self._title else []
        self._below_title = not self._title
        self._strict = not document.saved or document.markup == "markdown"
        self._tags: list[tuple[int, tuple[str, ...]]] = [(-1, document.tags)]
        self._level = -1  # of the heading that the next tags belong to

    def pass_by(self, block: Block, following: tuple[Block, ...]) -> None:
        """Take a block in. A heading of a plain page counts only if something stands below it."""
        if isinstance(block, Tags):
            self._tags.append((self._level, block.names))
        if not isinstance(block, Heading):
            return
        if block.text == self._title:
            self._below_title = True
            self._open(0, block.tags)
        elif self._below_title and (self._strict or block.level == 2 or _heads(following)):
            # Above the title stand the names of the site and its sections.
            self._levels = [(level, text) for level, text in self._levels if level < block.level]
            self._levels.append((block.level, block.text))
            self._open(block.level, block.tags)

    def _open(self, level: int, tags: tuple[str, ...]) -> None:
        self._tags = [(above, names) for above, names in self._tags if above < level]
        self._tags.append((level, tags))
        self._level = level

    @property
    def headings(self) -> tuple[str, ...]:
        """From the title down to the nearest one."""
        return tuple(text for _, text in self._levels)

    @property
    def tags(self) -> tuple[str, ...]:
        """All that the headings above pass on, each once."""
        return tuple(dict.fromkeys(name for _, names in self._tags for name in names))


def _heads(following: tuple[Block, ...]) -> bool:
    return any(not isinstance(block, Chrome | Heading | Question) for block in following)
