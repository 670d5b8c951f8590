"""Values that the parse hung where they cannot belong: on a date, or on a noun over its preposition.

They are hung on what that date or noun hangs on, before anything is asked about them.
"""
from extractor.proposals import Proposal
from extractor.trees import Tree

CROSSED = frozenset({"to", "from", "in", "on", "at", "by", "for", "with"})


def settle(tree: Tree, facts: list[Proposal]) -> None:
    """Hang a sentence's values elsewhere that the parse hung on a date or over a preposition."""
    for fact in facts:
        if fact.type == "date":
            detach(tree, fact.start, fact.end)
        elif fact.type != "recurrence":
            head = tree.head(fact.start, fact.end)
            noun = -1 if head is None else tree.tokens[head].head
            if head is not None and noun > head:
                raise_over(tree, head, noun)


def detach(tree: Tree, start: int, end: int) -> None:
    """Hang figures that the parse hung on a date on what the date hangs on: `four times this year`, `for 2025 to 1.1 percent`."""
    inside = tree.indices(start, end)
    hung: list[int] = []
    for date in inside:
        if tree.children[date]:
            hung += [child for child in tree.children[date] if child not in inside and figure(tree, child)]
    if not hung:
        return
    top = next((index for index in inside if tree.tokens[index].head not in inside), None)
    above = None if top is None else tree.up(top)
    for child in hung:
        if above is not None and child != above:
            hang(tree, child, above)


def raise_over(tree: Tree, head: int, noun: int) -> None:
    """Hang a value on what a noun behind it hangs on, where the parse hung it on that over its preposition.

    `carried it 9 miles to the sea`
    """
    for child in tree.children[noun]:
        if head < child and tree.deps[child] == "case" and tree.tokens[child].lower in CROSSED:
            above = tree.up(noun)
            if above is not None and above != head:
                hang(tree, head, above)
            return


def hang(tree: Tree, index: int, above: int) -> None:
    """Hang a token on another, as its adverbial."""
    below = tree.tokens[index].head
    tree.children[below] = [other for other in tree.children[below] if other != index]
    tree.children[above] = sorted([*tree.children[above], index])
    tree.tokens[index].head = above
    tree.tokens[index].dep = tree.deps[index] = "obl"


def figure(tree: Tree, index: int) -> bool:
    """Whether a token is a figure or has one for its number."""
    return tree.tokens[index].tag in ("CD", "$") or tree.child(index, "nummod") is not None
