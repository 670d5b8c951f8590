"""Joins two facts that are the ends of one range: `5% to 7%`, `between $62 and $68`, `15 kHz to 17 kHz`.

`from X to Y` tells a change, two facts (facts.md), unless a word of range stands before it (`ranging from`, `priced from`).
"""
import re

from extractor.proposals import Proposal, Sentence

JOINT = re.compile(r"[ \u00a0]?(?:-|–|—|~|‑)[ \u00a0]?|[ \u00a0]+(?:to|through)[ \u00a0]+|-to-|[ \u00a0]+and[ \u00a0]+")
BETWEEN = re.compile(r"\bbetween(?: (?:about|around|roughly|approximately|an estimated|nearly|some))? $", re.IGNORECASE)
FROM = re.compile(r"\bfrom(?: (?:about|around|roughly|approximately|nearly|some|as low as|as little as|up to))? $", re.IGNORECASE)
RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|priced|prices|aged|sizes?|sized|start(?:s|ing)?|spread|between|homes|differ(?:s|ed)?|estimates?|anything)"
                     r"(?: (?:in|for|at|of|by|now|anywhere|widely)){0,2}(?: \w+){0,2} from(?: \w+)? $", re.IGNORECASE)
MERGED = frozenset({"money", "percent", "quantity", "age", "number", "count"})


def joint(sentence: Sentence, left: Proposal, right: Proposal) -> bool:
    """Whether two neighbouring proposals are the two ends of one range."""
    text = sentence.text
    if left.type not in MERGED or left.type != right.type or left.unit != right.unit or (left.per != right.per and left.per is not None):
        return False
    if left.number is None or right.number is None or left.number >= right.number:
        return False
    match = JOINT.fullmatch(text, left.end, right.start)
    if match is None:
        return False
    lead = text[max(sentence.start, left.start - 60):left.start]
    if match.group().strip() == "and":
        return BETWEEN.search(lead) is not None
    return FROM.search(lead) is None or RANGING.search(lead) is not None


def join(sentence: Sentence, proposals: list[Proposal]) -> list[Proposal]:
    """The sentence's proposals in text order with the ends of ranges merged into one."""
    merged: list[Proposal] = []
    for proposal in proposals:
        if merged and joint(sentence, merged[-1], proposal):
            left = merged[-1]
            left.end, left.low, left.high, left.number, left.per = proposal.end, left.number, proposal.number, None, proposal.per
            left.rule += "+range"
        else:
            merged.append(proposal)
    return merged
