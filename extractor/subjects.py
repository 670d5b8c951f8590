"""What a value measures, counts for or says something of: its subject.

Every rule goes from the value to one noun, or gives up: a wrong subject is worse than none. What stands beside the value is asked
first (`beside.py`), then the verb that it follows (`clauses.py`), then what it hangs on in the parse (`governors.py`).
"""
import functools
from collections.abc import Callable, Set

from extractor import beside, clauses, governors, phrases
from extractor.marks import COUNTED, Found, Marks, Sought
from extractor.pronouns import across_sentences
from extractor.proposals import Proposal
from extractor.sources import SAYING
from extractor.trees import Span, Tree

PERIODS = frozenset("day week month quarter year session time season".split())
DIVISOR = 6      # tokens that what a value is divided by may stand behind it
OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your", "whose", "each", "both", "all", "which", "who", "that"})


def find(proposal: Proposal, tree: Tree, marked: Marks, before: Tree | None = None) -> Span | None:
    """The offsets of a value's subject, None where the text names none; `before` is the sentence before it in the paragraph."""
    sought = Sought(proposal, tree, marked, tree.indices(proposal.start, proposal.end))
    head = tree.head(proposal.start, proposal.end)
    name = beside.named_before(sought) if proposal.type == "age" else None
    if name is not None or head is None:
        return name
    found = _subject(sought, head)
    if found is None:
        return None
    if isinstance(found, tuple):
        return _between(sought, *found)
    if tree.tokens[found].tag == "PRP":
        filler = proposal.type in ("ordinal", "duration") and tree.tokens[found].lower == "it"      # It was the third case
        return None if filler else across_sentences(tree, found, before)
    return _around(sought, found)


def _between(sought: Sought, first: int, last: int) -> Span | None:
    """The offsets of a phrase from its first to its last token, without `own` before it and times behind it."""
    tree, times = sought.tree, sought.marks.times
    first += tree.tokens[first].lower == "own" and first < last
    if first == last and tree.tokens[first].tag == "PRP$":
        return None                                         # where the noun after `its` was taken for a verb
    if times and any(index in times and tree.tokens[index + 1].tag == "IN" for index in range(first, last)):
        return None                                         # two minutes into stoppage time Ross headed in
    while last > first and (last in times or tree.tokens[last].tag in ("IN", "DT")):
        last -= 1
    return tree.tokens[first].start, tree.tokens[last].end


def _around(sought: Sought, noun: int) -> Span | None:
    """The offsets of a noun's phrase; None where the token is no noun that a value may be about."""
    tree, proposal, marked = sought.tree, sought.proposal, sought.marks
    while tree.deps[noun] == "flat" and tree.up(noun) in (noun - 1, noun - 2) and tree.is_noun(tree.tokens[noun].head):
        noun = tree.tokens[noun].head                              # the Dunmore XI, where the parse has the last word of a name
    if _reduced(tree, noun):
        noun += 1
    if tree.tokens[noun].lower in OWNERS or tree.tokens[noun].start < tree.body <= proposal.start:
        return None
    if tree.deps[noun] == "appos" and tree.up(noun) == noun - 1 and not sought.is_value(noun - 1):
        noun -= 1                                           # the ferry Santa Brígida
    if not tree.tokens[noun].text[0].isalnum() or tree.tokens[noun].tag in ("VBN", "VBD", "VBG"):
        return None
    if sought.is_value(noun) and noun not in marked.counted:
        return None
    if proposal.type == "age" and tree.tokens[noun].start < proposal.start:
        return _bare(tree, noun, phrases.phrase(tree, noun, marked.values, marked.dates))
    own = frozenset(sought.inside)
    return phrases.phrase(tree, noun, marked.solid, marked.dates, own | _divisor(sought) if proposal.per else own, marked.times)


def _divisor(sought: Sought) -> frozenset[int]:
    """The tokens of what a value is divided by: `a day` in `9 gallons of brine a day`."""
    tree, after = sought.tree, sought.inside.stop
    return next((frozenset({index, index + 1}) for index in range(after, min(after + DIVISOR, len(tree.tokens) - 1))
                 if tree.tokens[index].lower in ("a", "an", "per", "/", "each")), frozenset())


def _reduced(tree: Tree, noun: int) -> bool:
    """Whether the parse took the head of a compound for the subject of a clause about its first noun: `a fossil jaw found in a quarry`."""
    after = noun + 1
    if after >= len(tree.tokens) or tree.tokens[noun].tag != "NN" or tree.tokens[after].tag != "NN" or tree.deps[after] != "nsubj":
        return False
    verb = tree.up(after)
    return verb is not None and tree.deps[verb] == "acl" and tree.up(verb) == noun


def _bare(tree: Tree, noun: int, phrase: Span) -> Span:
    """A noun's phrase up to what follows the noun or name: `people aged 12` gives `people`."""
    last = noun
    while last + 1 < len(tree.tokens) and tree.is_noun(last + 1) and tree[last + 1].end <= phrase[1]:
        last += 1
    return phrase[0], tree[last].end


def _subject(sought: Sought, head: int) -> Found:
    """The noun that a value headed by a token is about: by the rule that looks closest at the value, in this order."""
    if sought.proposal.type == "age":
        aged = governors.aged(sought, head)
        return _adjacent(sought, head) if aged is None else aged
    if sought.proposal.type == "duration" and _spanning(sought.tree, head):
        return None                                         # when, not how long
    if sought.proposal.rule == "count.partitive" and sought.proposal.number == 1:
        return None                                         # one of the best
    ranked = sought.proposal.type == "ordinal" and not _counting_times(sought, head)
    for rule in _rules(sought.proposal.type, 0 if sought.old else 1 if ranked else 2):
        found = rule(sought, head)
        if found is not None:
            sought.proposal.subject_by = rule.__name__.removeprefix("_")
            nounless = sought.proposal.type == "count" and sought.proposal.rule != "count.noun" and rule in FAR
            again = nounless and found in sought.marks.counted
            return None if again else found                 # 412,000 people, 31,000 more than before
    return None


def _counting_times(sought: Sought, head: int) -> bool:
    """Whether a rank counts how long or how often something has gone on: `fell for a fifth day`."""
    return sought.tree.case(head) == "for" and sought.tree.tokens[head].lower in PERIODS


def _spanning(tree: Tree, head: int) -> bool:
    """Whether a length of time tells when something happened, not how long it took: `after nine hours`, `within a day`."""
    case, dep = tree.case(head), tree.deps[head]
    return (case in ("after", "within") and dep in ("obl", "nmod")) or (case == "in" and dep == "nmod")     # a rise in three years


def _adjacent(sought: Sought, head: int) -> tuple[int, int] | None:
    """The noun phrase before the verb that a value follows at once: `Copper rose 2 percent and zinc added 15 cents`."""
    tree, proposal = sought.tree, sought.proposal
    if tree.is_verb(head) and tree.tokens[head].text.isalpha():
        return None                                         # prices tripled
    first = sought.inside.start
    if proposal.type == "count" and first > 0 and tree.tokens[first - 1].lower in ("in", "across") and tree.deps[first - 1] == "case":
        return None                                         # mere places: in 23 countries
    verb = clauses.verb_before(tree, first, sought.marks.values, sought.marks.times)
    if verb is None and (proposal.type not in COUNTED or proposal.rule.endswith(".elided")):
        return clauses.verbless(tree, first, sought.marks.values, sought.marks.times)
    if verb is not None and tree.tokens[verb].lower.startswith("put") and tree.tokens[verb + 1].tag == "PRP":
        return None                                         # a survey put him on 44 percent
    if verb is None or (tree.tokens[verb].lower in SAYING and not tree.tokens[verb].lower.startswith("add")):
        return None
    found = clauses.subject_before(tree, verb, sought.marks.solid, sought.marks.dates)
    return None if found is not None and found[0] in sought.marks.values and not clauses.is_age(tree, found[1]) else found


def _described(sought: Sought, head: int) -> Found:
    """The noun that a value describes; where that names a change, what changes."""
    noun = beside.described(sought, head)
    return None if noun is None else governors.of_noun(sought, noun)


# The rules in the order in which they are asked: what stands beside the value first, then its clause.
NEAR = (beside.possessed, beside.taken, beside.apposed, beside.moved, beside.measured, beside.scoped, _described, beside.bracketed,
        beside.led)
FAR = (_adjacent, governors.by_clause)
# The rules that are asked for values of some types only.
TYPES: dict[Callable[[Sought, int], Found], Set[str]] = {
    beside.possessed: {"count"}, beside.taken: {"ordinal"}, beside.moved: beside.ADJECTIVES, beside.measured: {"quantity"}}


@functools.cache
def _rules(kind: str | None, far: int) -> tuple[Callable[[Sought, int], Found], ...]:
    """The rules for a type of values, with the first `far` of those about their clause."""
    return tuple(rule for rule in NEAR if rule not in TYPES or kind in TYPES[rule]) + FAR[:far]
