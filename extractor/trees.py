"""A sentence's dependency tree: the head of a span, the clause that it stands in, and the noun phrase of a token.

Labels are those of Universal Dependencies, with subtypes (`nsubj:pass`); a token is its index in `Sentence.tokens`.
"""
from collections.abc import Iterator

from extractor.proposals import Sentence
from extractor.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PRONOUNS = frozenset({"PRP", "DT", "WP", "WDT", "EX", "PRP$", "WP$"})
EDGES = frozenset({"CC", "IN", "TO", "POS", "DT", ","})      # what a phrase neither begins nor ends with
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
VERBAL = ("VB", "MD")
# Children that are no part of what a noun phrase names, whatever its size.
OUTSIDE = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis", "cop", "nsubj", "nsubj:pass", "case", "mark", "cc:preconj", "obl",
                     "obl:unmarked", "advmod", "discourse", "dep", "expl", "aux", "ccomp", "orphan", "vocative", "list"})


# Verbs that take no object, so that their past form after a noun is no participle.
INTRANSITIVE = frozenset("""amounted rose fell grew climbed dropped slid surged jumped plunged tumbled slipped soared declined stood came went
    averaged totaled totalled rallied advanced retreated shrank dipped sank""".split())


def mend(tokens: list[Token]) -> None:
    """Make the noun before a verb its subject where the parse took the sentence for a noun phrase (`The volume of trade amounted to …`)."""
    root = next((index for index, token in enumerate(tokens) if token.head == index), None)
    if root is None or tokens[root].tag not in NOUNS:
        return
    verb = next((index for index, token in enumerate(tokens) if index > root and token.dep == "acl" and token.lower in INTRANSITIVE), None)
    if verb is not None:
        tokens[verb].head, tokens[verb].dep = verb, "ROOT"
        tokens[root].head, tokens[root].dep = verb, "nsubj"


class Tree:
    """The dependency tree of a parsed sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.tokens = sentence, sentence.tokens
        mend(self.tokens)
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index and 0 <= token.head < len(self.tokens):
                self.children[token.head].append(index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def dep(self, index: int) -> str:
        """A token's relation without its subtype."""
        return self.tokens[index].dep.partition(":")[0]

    def indices(self, start: int, end: int) -> range:
        """The tokens that stand in a span of the text, however partly."""
        first = self.sentence.token_at(start)
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def head(self, start: int, end: int) -> int | None:
        """The token that heads a span: a noun of it, else any token, whose own head lies outside."""
        inside = self.indices(start, end)
        tops = [index for index in inside if self.tokens[index].head not in inside or self.tokens[index].head == index]
        return next((index for index in tops if self.is_noun(index)), tops[0] if tops else None)

    def is_noun(self, index: int) -> bool:
        """Whether a token is a noun or name."""
        return self.tokens[index].tag in NOUNS

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb."""
        return self.tokens[index].tag.startswith(VERBAL)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of a relation, with any subtype."""
        return next((child for child in self.children[index] if self.dep(child) in deps or self.tokens[child].dep in deps), None)

    def case(self, index: int) -> str:
        """The preposition of a noun, in lower case; empty where it has none."""
        child = self.child(index, "case")
        return self.tokens[child].lower if child is not None else ""

    def up(self, index: int) -> int | None:
        """A token's head; None for the root."""
        head = self.tokens[index].head
        return None if head in (index, -1) else head

    def ancestors(self, index: int) -> Iterator[int]:
        """A token's head, its head's head, and so on to the root."""
        seen = {index}
        head = self.up(index)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.up(head)

    def root(self) -> int | None:
        """The root of the sentence; None where it has no token."""
        return next((index for index, token in enumerate(self.tokens) if token.head == index), None)

    def reach(self, index: int) -> tuple[int, int]:
        """The offsets from the first to the last character of all that hangs on a token."""
        first, last = self.tokens[index].start, self.tokens[index].end
        for child in self.children[index]:
            start, end = self.reach(child)
            first, last = min(first, start), max(last, end)
        return first, last

    def clause(self, index: int) -> int:
        """The predicate that a token belongs to: itself or its nearest ancestor that is a verb or has a subject; else the root."""
        for up in (index, *self.ancestors(index)):
            if (self.is_verb(up) and self.dep(up) not in ("aux", "cop", "case", "amod")) or self.child(up, "nsubj", "cop") is not None:
                return up
            index = up
        return index

    def phrase(self, index: int, values: list[tuple[int, int]], times: list[tuple[int, int]]) -> tuple[int, int]:
        """The offsets of a token's noun phrase: no determiner, relative clause or apposition, no time, and no other value.

        The noun that a count counts comes without its number: `28 general schools` gives `general schools`.
        """
        included = {index}
        own = [span for span in values if within(self.tokens[index], [span])]
        floor = own[0][0] if own else self.tokens[-1].end
        values = [span for span in values if span not in own]
        self._include(index, included, values, floor, top=True)
        first = last = index
        while first - 1 in included:
            first -= 1
        while first < index and (self.tokens[first].tag in EDGES or not self.tokens[first].text[0].isalnum() or within(self.tokens[first], times)):
            first += 1
        while last + 1 in included:
            last += 1
        while last > index and (self.tokens[last].tag in EDGES or not self.tokens[last].text[0].isalnum() or within(self.tokens[last], times)):
            last -= 1
        return self.tokens[first].start, self.tokens[last].end

    def _include(self, index: int, included: set[int], values: list[tuple[int, int]], floor: int, top: bool) -> None:
        """Add what belongs to a token's phrase to `included`."""
        for child in self.children[index]:
            token = self.tokens[child]
            if top and child > index + 1 and token.dep == "acl" and token.tag == "VBG" and self.tokens[child - 1].tag in NOUNS:
                included.add(child)                         # citizens studying in Russia: the participle is the nearer noun's
                self._include(child, included, values, floor, top=False)
                continue
            beside = token.dep == "appos" and child == index + 1                # the ferry Santa Brígida
            if top and not beside and (token.dep in OUTSIDE or (token.dep.startswith("det") and child < index) or token.tag in ("PRP$", "WP$")):
                continue
            if token.dep == "acl:relcl" or self.case(child) == "than" or self._holds(child, values) or (top and token.tag == "CD" and token.start >= floor):
                continue
            included.add(child)
            self._include(child, included, values, floor, top=False)

    def _holds(self, index: int, spans: list[tuple[int, int]]) -> bool:
        """Whether a token or what hangs on it lies in one of the spans."""
        return within(self.tokens[index], spans) or any(self._holds(child, spans) for child in self.children[index])


def within(token: Token, spans: list[tuple[int, int]]) -> bool:
    """Whether a token begins in one of the spans."""
    return any(start <= token.start < end for start, end in spans)
