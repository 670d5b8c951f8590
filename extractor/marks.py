"""The values and times of a sentence as tokens, for the rules that seek what a value is about."""
import re
from dataclasses import dataclass
from typing import TypeAlias

from extractor.fact import TEMPORAL
from extractor.proposals import Proposal
from extractor.relations import CHANGES
from extractor.trees import Span, Tree

Found: TypeAlias = int | tuple[int, int] | None      # the noun that heads a subject, or the first and last token of its phrase
COUNTED = frozenset({"count", "ordinal"})
AGED = re.compile(r"[^,]\s(?:aged|age of|in the)\s$")        # no aside: women aged 25, the 15-49 age group
PLACES = frozenset({"in", "from", "at", "on", "by", "for", "among", "between", "across"})
HEDGES = frozenset("about around roughly approximately nearly almost some only just over under more less than at least up to between a an "
                   "the as little many much".split())


@dataclass(slots=True)
class Marks:
    """The tokens of a sentence's values and times."""

    values: set[int]
    times: set[int]
    dates: set[int]
    counted: set[int]             # values that count a noun
    solid: set[int]               # values that no phrase holds: not `the four districts` in `deaths in the four districts`
    old: set[int]                 # values by identity that another changed from or is compared with: they share that one's subject


def marks(tree: Tree, facts: list[Proposal]) -> Marks:
    """The marks of a sentence with its facts."""
    marked = Marks(set(), set(), set(), set(), set(), set())
    for fact in facts:
        places = tree.begun(fact.start, fact.end)
        if fact.type in TEMPORAL:
            marked.times.update(places)
            if fact.type == "date":
                marked.dates.update(places)
            continue
        marked.values.update(places)
        if fact.type in COUNTED and fact.unit:
            marked.counted.update(places)
        if not inner(tree, fact):
            marked.solid.update(places)
        if fact.relation in CHANGES:
            marked.old.add(id(fact.relation_to))
    return marked


def inner(tree: Tree, fact: Proposal) -> bool:
    """Whether a value may stand within a noun's phrase: `deaths in the four districts`, `women aged 25`, `a second stroke`."""
    if fact.type == "age":
        return AGED.search(tree.sentence.text[max(0, fact.start - 12):fact.start]) is not None
    if fact.type not in COUNTED:
        return False
    if fact.type == "count" and not fact.unit:
        return False
    head = tree.head(fact.start, fact.end)
    case = "" if head is None else tree.case(head)
    return case in PLACES if fact.type == "count" else case != ""


def counted_noun(tree: Tree, proposal: Proposal) -> Span | None:
    """The noun that a count counts, without its number."""
    inside = [index for index in tree.indices(proposal.start, proposal.end) if tree.tokens[index].tag not in ("CD", "HYPH", "IN")]
    return (tree.tokens[inside[0]].start, tree.tokens[inside[-1]].end) if inside and proposal.unit else None


@dataclass(slots=True)
class Sought:
    """A value whose subject is sought: its proposal, its sentence's tree, and what is marked in it."""

    proposal: Proposal
    tree: Tree
    marks: Marks
    inside: range                 # the value's own tokens

    @property
    def old(self) -> bool:
        """Whether another value changed from this one or is compared with it."""
        return id(self.proposal) in self.marks.old

    def is_value(self, index: int) -> bool:
        """Whether a token belongs to a value or time."""
        return index in self.marks.values or index in self.marks.times

    def case(self, head: int) -> str:
        """The preposition of a value headed by a token: the parse's, else the word before the value and its hedges."""
        case = self.tree.case(head)
        first = self.inside.start - 1
        while not case and first > 0 and self.tree.tokens[first].lower in HEDGES and self.tree.tokens[first].tag not in ("TO", "IN"):
            first -= 1
        return case or (self.tree.tokens[first].lower if first >= 0 and self.tree.tokens[first].tag in ("IN", "TO") else "")
