"""Remembers what stands between two spaces as it was read: most of it stood in other sentences, as spaCy's tokenizer has it."""
from collections.abc import Callable
from typing import TypeVar

Read = TypeVar("Read")
LONGEST = 40           # characters that are remembered: longer ones seldom come again
MOST = 30_000          # chunks: then all are forgotten, which costs less than to keep count of their use


class Chunks(dict[str, Read]):
    """What `read` makes of a chunk of text, by the chunk. Bounded; `chunks[chunk]` reads what is not there."""

    def __init__(self, read: Callable[[str], Read]) -> None:
        self.read = read

    def __missing__(self, chunk: str) -> Read:
        found = self.read(chunk)
        if len(chunk) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[chunk] = found
        return found
