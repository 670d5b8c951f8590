"""When a value holds: the time in its own clause, in the clause above, or in the sentence before that set the scene.

The time is a date fact of the text, so that `when` carries its resolved value. Times of saying (`said on Thursday`) date the
saying, not what is said. With `last year` beside a figure for a quarter or school year, `when` is that quarter or school year
one year back (facts.md).
"""
import re

from extractor.fact import TEMPORAL
from extractor.proposals import Proposal
from extractor.relations import CHANGES
from extractor.sources import says
from extractor.trees import Tree

RESOLVED = re.compile(r"\d{3}")                       # neither PRESENT_REF nor a day without its year
YEAR_BACK = re.compile(r"(?:the )?(?:same \w+ )?(?:(?:last|previous|prior) year|(?:a )?year (?:earlier|before|ago))", re.IGNORECASE)
FINER = re.compile(r"\d{4}-\w|\d{4}/\d{4}")           # a part of a year, or a school year
YEARS = re.compile(r"(?<![\d-])\d{4}(?=[-/]|$)")
BESIDE = 12                                           # characters: `from $2.8 billion in the year before`
ABOVE = frozenset({"xcomp", "advcl", "conj", "acl", "ccomp", "parataxis"})


def assign(tree: Tree, facts: list[Proposal], scene: str | None, start: int = 0) -> str | None:
    """Fill `when` of one sentence's values.

    `scene` is the period that the paragraph has set so far; dates before the offset `start` belong to the article's head.
    Returns the scene after the sentence.
    """
    dates = [fact for fact in facts if fact.type == "date" and RESOLVED.match(fact.date or "") and fact.start >= start]
    values = [fact for fact in facts if fact.type not in TEMPORAL]
    changed = [(value, value.relation_to) for value in values if value.relation in CHANGES and value.relation_to is not None]
    owned = {id(date): old for _, old in changed for date in dates if 0 <= date.start - old.end <= BESIDE}
    for value in values:
        head = tree.head(value.start, value.end)
        free = [date for date in dates if owned.get(id(date), value) is value]
        open_to = [(date, at) for date in free if (at := tree.head(date.start, date.end)) is not None]
        near = None if head is None else nearest(tree, value, head, open_to)
        value.when = near.date if near is not None else None if open_to else scene
    for value, old in changed:
        beside = [date for date in dates if owned.get(id(date)) is old and YEAR_BACK.fullmatch(tree.sentence.text, date.start, date.end)]
        if beside and FINER.match(value.when or ""):
            old.when = YEARS.sub(lambda year: str(int(year.group()) - 1), value.when or "")
    olds = {id(old) for _, old in changed}
    told = [value.when for value in values if value.when and id(value) not in olds]
    return told[-1] if told else None if dates else scene


def nearest(tree: Tree, value: Proposal, head: int, times: list[tuple[Proposal, int]]) -> Proposal | None:
    """The date nearest to a value in its own phrase, else in its clause, else in a clause above."""
    own = [date for date, at in times if head in tree.ancestors(at) and not any(tree.is_verb(up) for up in between(tree, at, head))]
    if own:
        return closest(value, own)
    clause: int | None = tree.clause(head)
    while clause is not None:
        inside = [date for date, at in times if tree.clause(at) == clause]
        if inside:
            return closest(value, inside)
        above = tree.up(clause)
        if above is None or tree.dep(clause) not in ABOVE or says(tree, tree.clause(above)):
            return None
        clause = tree.clause(above)
    return None


def between(tree: Tree, below: int, above: int) -> list[int]:
    """The tokens on the way up from one token to another, both left out."""
    path = []
    for index in tree.ancestors(below):
        if index == above:
            break
        path.append(index)
    return path


def closest(value: Proposal, found: list[Proposal]) -> Proposal:
    """The date with the fewest characters between it and the value; the earlier of two."""
    return min(found, key=lambda date: max(date.start - value.end, value.start - date.end))

