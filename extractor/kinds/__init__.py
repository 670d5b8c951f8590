"""The kinds of fact, one file each, found by listing this folder.

A kind's module has a docstring (what counts, what does not, and why), `propose(sentence)`, which yields proposals,
and `EXAMPLES`, sentences with the facts of its type that they give. `name`, `score` and `code` refuse: they claim what is no fact.
"""
import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from extractor.proposals import Example, Proposal, Sentence


class Kind(Protocol):
    """What a module of this folder offers."""

    __name__: str
    EXAMPLES: tuple[Example, ...]

    def propose(self, sentence: Sentence) -> Iterable[Proposal]:
        """Yield what this kind makes of the sentence's mentions."""


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name, in alphabetical order: the order of files never matters to the result."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}
