"""Rules of the time grammar: a name, a pattern over classes of lexemes, and what it makes of a match.

A pattern is a regular expression in which a name in capitals stands for one lexeme of that class (`lexicon.VOCABULARY`) or
of a group of classes. White space in it means nothing.
"""
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.times.lexer import NOTHING, Lexeme
from extractor.times.lexicon import CODES, GROUPS
from extractor.times.readings import Reading

NAME = re.compile(r"[A-Z][A-Z0-9]+")


def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern of class names; raises KeyError for a name that is no class."""
    def symbol(match: re.Match[str]) -> str:
        name = match.group()
        symbols = "".join(CODES[member] for member in GROUPS.get(name, (name,)))
        return f"[{symbols}]" if len(symbols) > 1 else symbols

    return re.compile(re.sub(r"\s+", "", NAME.sub(symbol, source)))


REPEAT = re.compile(r"[?*+]|\{(\d*)[\d,]*\}")
GROUP = re.compile(r"\((?:\?(?P<look>[=!])|\?(?:P<\w+>|:))?")
OPENING = 2     # symbols of a sentence by which the rules that can match there are told


def openings(source: str) -> frozenset[str]:
    """What a match of a compiled pattern's source can begin with: OPENING symbols, or all of a match that is shorter.

    Known in the theory of parsing as FIRST(k). What a lookahead asks for is not looked at, so some are openings of no match.
    """
    def alternatives(at: int) -> tuple[set[str], int]:
        found, at = sequence(at)
        while source[at:at + 1] == "|":
            more, at = sequence(at + 1)
            found = found | more
        return found, at

    def sequence(at: int) -> tuple[set[str], int]:
        found = {""}
        while source[at:at + 1] not in ("", "|", ")"):
            more, at = item(at)
            found = chained(found, more)
        return found, at

    def item(at: int) -> tuple[set[str], int]:
        group = GROUP.match(source, at)
        if group:
            found, end = alternatives(group.end())
            found = {""} if group.group("look") else found
        else:
            end = source.index("]", at) if source[at] == "[" else at
            found = set(source[at:end + 1].strip("[]"))
        repeat = REPEAT.match(source, end + 1)
        if repeat is None:
            return found, end + 1
        none = repeat.group() in ("?", "*") or repeat.group(1) in ("", "0")
        once = repeat.group() == "?"
        return found | ({""} if none else set()) | (set() if once else chained(found, found)), repeat.end()

    return frozenset(alternatives(0)[0])


def chained(first: set[str], second: set[str]) -> set[str]:
    """The openings of one thing after another."""
    return {(one + other)[:OPENING] for one in first for other in second}


@dataclass(slots=True)
class Match:
    """Where a rule's pattern matched: the sentence's lexemes, and the groups of the pattern as lexemes.

    A group that took no part, and what stands outside the sentence, is `NOTHING`. `skip` counts the lexemes at the
    beginning that a rule leaves out of the span.
    """

    lexemes: list[Lexeme]
    found: re.Match[str]
    groups: frozenset[str]
    skip: int = 0
    modifier: str | None = None

    @property
    def first(self) -> Lexeme:
        """The first lexeme."""
        return self.lexemes[self.found.start()]

    @property
    def begins(self) -> bool:
        """Whether the match begins the sentence."""
        return self.found.start() == 0

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return group in self.groups and self.found.start(group) >= 0

    def get(self, group: str) -> Lexeme:
        """The first lexeme of a group."""
        start, end = self.found.span(group) if group in self.groups else (0, 0)
        return self.lexemes[start] if end > start else NOTHING

    def preceding(self, group: str) -> Lexeme:
        """The lexeme before a group."""
        return self.at(self.found.start(group) - 1)

    def at(self, index: int) -> Lexeme:
        """The lexeme at an index of the sentence."""
        return self.lexemes[index] if 0 <= index < len(self.lexemes) else NOTHING

    def before(self, distance: int = 1) -> Lexeme:
        """The lexeme before the match."""
        return self.at(self.found.start() - distance)

    def after(self, distance: int = 1) -> Lexeme:
        """The lexeme after the match."""
        return self.at(self.found.end() + distance - 1)


Build = Callable[[Match], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name (`date.month_day`), its pattern, and what makes a reading of a match, or None to refuse it."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    openings: frozenset[str]      # what a match can begin with: no other place need be tried
    groups: frozenset[str]        # the names of the pattern's groups


def rule(name: str, source: str, build: Build) -> Rule:
    """A rule from its pattern's source."""
    compiled = pattern(source)
    return Rule(name, compiled, build, openings(compiled.pattern), frozenset(compiled.groupindex))
