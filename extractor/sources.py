"""Who a fact is from: the subject of a verb of saying above it, or what stands after `according to`."""
import re
from itertools import pairwise

from extractor.proposals import Proposal
from extractor.trees import Tree

SAYING = frozenset("""say says said saying tell told announce announced report reported reports estimate estimated estimates forecast
    forecasts claim claimed claims add added state stated show showed shows shown find found predict predicted predicts calculate calculated
    reckon reckoned reckons expect expects expected warn warned note noted confirm confirmed""".split())
ACCORDING = re.compile(r"\baccording to ", re.IGNORECASE)


def says(tree: Tree, verb: int) -> bool:
    """Whether a token is a verb of saying or reporting with a speaker of its own."""
    return tree[verb].lower in SAYING and tree.is_verb(verb) and speaker(tree, verb) is not None


def speaker(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, where it is a noun."""
    named = tree.child(verb, "nsubj")
    return named if named is not None and tree.is_noun(named) and tree[named].dep != "nsubj:pass" else None


def assign(tree: Tree, facts: list[Proposal]) -> None:
    """Fill `source` of one sentence's facts."""
    spans = [(fact.start, fact.end) for fact in facts]
    found = _according(tree)
    for fact in facts:
        head = tree.head(fact.start, fact.end)
        who = found if found is not None else None if head is None else _said(tree, head)
        if who is not None and not any(start <= tree[who].start < end for start, end in spans):
            fact.source = phrase(tree, who, spans)


def phrase(tree: Tree, noun: int, spans: list[tuple[int, int]]) -> str:
    """The speaker's phrase, with its determiner."""
    start, end = tree.phrase(noun, [], spans)
    first = tree.sentence.token_at(start)
    if first and tree[first - 1].dep.startswith(("det", "nmod:poss")) and tree[first - 1].head in range(first, noun + 1):
        start = tree[first - 1].start
    return tree.sentence.text[start:end]


def _according(tree: Tree) -> int | None:
    """The noun after `according to`."""
    text, sentence = tree.sentence.text, tree.sentence
    match = ACCORDING.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    case = sentence.token_at(match.end() - 2)
    noun = tree.up(case)
    while noun is not None and noun <= case:
        noun = tree.up(noun)
    return noun if noun is not None and tree.is_noun(noun) else None


def _said(tree: Tree, head: int) -> int | None:
    """The speaker of the verb of saying that governs a token's clause, or stands beside it (`…, the firm said`)."""
    path = [head, *tree.ancestors(head)]
    for index in path:
        for child in tree.children[index]:
            if tree.dep(child) == "parataxis" and child not in path and says(tree, child):
                return speaker(tree, child)
    for below, index in pairwise(path):
        if tree.dep(below) in ("ccomp", "parataxis") and says(tree, index):
            return speaker(tree, index)
    return None
