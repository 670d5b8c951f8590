"""A sentence's dependency tree: the head of a span, and the clause that it stands in (`phrases` has the noun phrase of a token).

Labels are those of Universal Dependencies, with subtypes (`nsubj:pass`); a token is its index in `Sentence.tokens`.
"""
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from extractor.proposals import Sentence
from extractor.retagging import NOUNS, mend, retag
from extractor.tokens import Token

Span: TypeAlias = tuple[int, int]
Places: TypeAlias = AbstractSet[int]      # indices of tokens

NOWHERE: Places = frozenset()
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NO_PREDICATES = frozenset({"aux", "cop", "case", "amod"})        # relations of a verb that is no predicate


class Bare(dict[str, str]):
    """Relations without their subtypes, worked out once each."""

    def __missing__(self, dep: str) -> str:
        self[dep] = bare = dep.partition(":")[0]
        return bare


BARE = Bare()


def circular(tokens: list[Token], before: list[int]) -> bool:
    """Whether heads that are not those of `before` run in a circle."""
    for start, token in enumerate(tokens):
        if token.head != before[start]:
            seen, index = {start}, token.head
            while index != -1 and tokens[index].head != index:
                if index in seen:
                    return True
                seen.add(index)
                index = tokens[index].head
    return False


class Tree:
    """The dependency tree of a parsed sentence, made when it is first looked at: many a sentence is asked nothing."""

    __slots__ = ("body", "children", "clauses", "deps", "ends", "grown", "heads", "joints", "phrases", "ranges", "sentence", "starts",
                 "tokens", "top")

    tokens: list[Token]
    starts: list[int]
    ends: list[int]
    deps: list[str]
    top: int | None
    children: list[list[int]]
    heads: dict[Span, int | None]
    ranges: dict[Span, range]
    clauses: dict[int, int]
    phrases: dict[int, Span]

    def __init__(self, sentence: Sentence, body: int = 0) -> None:
        """Of a parsed sentence; nothing of a dateline, which ends at the offset `body`, hangs on a word of the text after it."""
        self.sentence, self.body = sentence, body
        self.grown = False                                  # whether it has been looked at
        self.joints: list[Span] | None = None               # where its text is joined, once asked for

    def __getattr__(self, name: str) -> Any:
        if self.grown or name not in self.__slots__:
            raise AttributeError(name)
        self._grow()
        return getattr(self, name)

    def _grow(self) -> None:
        """Mend the tags and heads of the tokens, and note for each token what hangs on it."""
        self.grown = True
        self.tokens = tokens = self.sentence.tokens
        self.heads, self.ranges, self.clauses, self.phrases, self.top = {}, {}, {}, {}, None
        parsed = [token.head for token in tokens]
        retag(tokens)
        mend(tokens)
        if circular(tokens, parsed):
            for token, head in zip(tokens, parsed, strict=True):
                token.head = head
        self.starts, self.ends = [token.start for token in tokens], [token.end for token in tokens]
        self.deps = [BARE[token.dep] for token in tokens]
        children: list[list[int]] = [[] for _ in tokens]
        self.children = children
        dated = self.body if tokens and tokens[0].start < self.body else 0
        for index, token in enumerate(tokens):
            head = token.head
            if head == index:
                self.top = index if self.top is None else self.top
            elif head >= 0 and not (dated and token.start < dated <= self.starts[head]):
                children[head].append(index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def dep(self, index: int) -> str:
        """A token's relation without its subtype."""
        return self.deps[index]

    def at(self, offset: int) -> int:
        """The first token that ends after an offset; the number of tokens where there is none."""
        return bisect_right(self.ends, offset)

    def indices(self, start: int, end: int) -> range:
        """The tokens that stand in a span of the text, however partly."""
        try:
            return self.ranges[start, end]
        except KeyError:
            first = bisect_right(self.ends, start)
            self.ranges[start, end] = found = range(first, bisect_left(self.starts, end, first))
            return found

    def begun(self, start: int, end: int) -> range:
        """The tokens that begin in a span of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def head(self, start: int, end: int) -> int | None:
        """The token that heads a span: a noun of it, else any token, whose own head lies outside."""
        try:
            return self.heads[start, end]
        except KeyError:
            self.heads[start, end] = head = self._head(self.indices(start, end))
            return head

    def _head(self, inside: range) -> int | None:
        """The token that heads a range of tokens."""
        tokens, top = self.tokens, None
        for index in inside:
            token = tokens[index]
            if token.head not in inside or token.head == index:
                if token.tag in NOUNS:
                    return index
                top = index if top is None else top
        return top

    def hyphened(self, index: int) -> bool:
        """Whether a token goes on a hyphenated word: `loan-to-value`."""
        before = self.tokens[index - 1] if index else None
        return before is not None and before.text == "-" and before.end == self.tokens[index].start

    def inside(self, spans: list[Span]) -> Places:
        """The tokens that begin in some spans of the text."""
        if not spans:
            return NOWHERE
        places = set[int]()
        for start, end in spans:
            places.update(self.begun(start, end))
        return places

    def is_noun(self, index: int) -> bool:
        """Whether a token is a noun or name."""
        return self.tokens[index].tag in NOUNS

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb."""
        return self.tokens[index].tag in VERBAL

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of a relation without its subtype."""
        for child in self.children[index]:
            if self.deps[child] in deps:
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """The subject of a verb: the one after a comma where the parse has two (`A slugger with two titles, Berg entered …`)."""
        first = None
        for child in self.children[verb]:
            if self.deps[child] == "nsubj":
                if first is not None and child < verb and self.tokens[child].tag in NOUNS and self.tokens[child - 1].text == ",":
                    return child
                first = child if first is None else first
        return first

    def case(self, index: int) -> str:
        """The preposition of a noun, in lower case; empty where it has none."""
        for child in self.children[index]:
            if self.deps[child] == "case":
                return self.tokens[child].lower
        return ""

    def up(self, index: int) -> int | None:
        """A token's head; None for the root."""
        head = self.tokens[index].head
        return None if head == index or head == -1 else head

    def ancestors(self, index: int) -> Iterator[int]:
        """A token's head, its head's head, and so on to the root."""
        tokens, seen = self.tokens, {index}
        head = tokens[index].head
        while head != -1 and head not in seen:
            yield head
            seen.add(head)
            head = tokens[head].head

    def root(self) -> int | None:
        """The root of the sentence, or what hangs on its dateline where that took its place; None where it has no token."""
        if self.top is not None and self.tokens[self.top].start < self.body:
            foreign = (index for index, token in enumerate(self.tokens) if token.start >= self.body > self.tokens[token.head].start)
            return next((index for index in foreign if self.is_verb(index) or self.child(index, "nsubj") is not None), self.top)
        return self.top

    def clause(self, index: int) -> int:
        """The predicate that a token belongs to: itself or its nearest ancestor that is a verb or has a subject; else the root."""
        if index not in self.clauses:
            self.clauses[index] = self._clause(index)
        return self.clauses[index]

    def _clause(self, index: int) -> int:
        """The predicate that a token belongs to, sought along its ancestors."""
        tokens, deps, children = self.tokens, self.deps, self.children
        for _ in tokens:
            if tokens[index].tag in VERBAL and deps[index] not in NO_PREDICATES:
                return index
            if children[index] and self.child(index, "nsubj", "cop") is not None:
                return index
            head = tokens[index].head
            if head == index or head == -1:
                return index
            index = head
        return index
