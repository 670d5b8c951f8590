"""Rules of the time grammar: a name, a pattern over classes of lexemes, and what it makes of a match.

A pattern is a regular expression in which a name in capitals stands for one lexeme of that class (`lexicon.CLASSES`) or
of a group of classes. White space in it means nothing.
"""
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.times.lexer import Lexeme
from extractor.times.lexicon import CODES, GROUPS
from extractor.times.readings import Reading

NAME = re.compile(r"\b(?!P<)[A-Z][A-Z0-9]+\b")


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern of class names; raises KeyError for a name that is no class."""
    def symbol(match: re.Match[str]) -> str:
        name = match.group()
        members = GROUPS.get(name, (name,))
        symbols = "".join(CODES[member] for member in members)
        return f"[{symbols}]" if len(symbols) > 1 else symbols

    return re.compile(re.sub(r"\s+", "", NAME.sub(symbol, source)))


@dataclass(slots=True)
class Match:
    """Where a rule's pattern matched: the sentence's lexemes and the groups of the pattern as lexemes."""

    lexemes: list[Lexeme]
    found: re.Match[str]
    skip: int = 0      # lexemes at its beginning that a rule leaves out of the span

    @property
    def first(self) -> int:
        """Index of the first lexeme."""
        return self.found.start()

    @property
    def end(self) -> int:
        """Index after the last lexeme."""
        return self.found.end()

    def has(self, group: str) -> bool:
        """Whether the group took part; a group that the pattern does not have did not."""
        return group in self.found.re.groupindex and self.found.group(group) is not None

    def get(self, group: str) -> Lexeme | None:
        """The first lexeme of a group."""
        return self.lexemes[self.found.start(group)] if self.has(group) and self.found.group(group) else None

    def value(self, group: str) -> object:
        """The value of a group's first lexeme, None where it took no part."""
        lexeme = self.get(group)
        return lexeme.value if lexeme else None

    def number(self, group: str) -> int | None:
        """The value of a group's first lexeme as an int."""
        value = self.value(group)
        return None if value is None else int(str(value))

    def text(self, group: str) -> str:
        """The lower-case text of a group's first lexeme, empty where it took no part."""
        lexeme = self.get(group)
        return lexeme.text if lexeme else ""

    def before(self, distance: int = 1) -> Lexeme | None:
        """The lexeme before the match."""
        at = self.first - distance
        return self.lexemes[at] if at >= 0 else None

    def after(self, distance: int = 1) -> Lexeme | None:
        """The lexeme after the match."""
        at = self.end + distance - 1
        return self.lexemes[at] if at < len(self.lexemes) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name (`date.month_day`), its pattern, and what makes a reading of a match, or None to refuse it."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[Match], Reading | None]


def rule(name: str, source: str, build: Callable[[Match], Reading | None]) -> Rule:
    """A rule from its pattern's source."""
    return Rule(name, pattern(source), build)
