"""Joins two facts that are the ends of one range, and gives a bare end the unit of the other.

`5% to 7%`, `between $62 and $68`, `15 kHz to 17 kHz` are one fact. `from X to Y` tells a change, two facts (facts.md),
unless a word of range stands before it (`ranging from`, `priced from`); so does `rose 18 cents to 52 cents`.
"""
import re
from itertools import pairwise

from extractor.currencies import HUNDREDTH
from extractor.elision import HEDGES
from extractor.numerals import HUNDRED
from extractor.proposals import NumberMention, Proposal, Sentence
from extractor.sequences import SCALED, changing

JOINT = re.compile(r"[ \u00a0]?(?:-|–|—|~|‑)[ \u00a0]?|[ \u00a0]+(?:up )?(?:to|through)[ \u00a0]+|-to-|[ \u00a0]+and[ \u00a0]+")
BETWEEN = re.compile(r"\bbetween(?: (?:about|around|roughly|approximately|an estimated|nearly|some))? $", re.IGNORECASE)
FROM = re.compile(r"\bfrom(?: (?:about|around|roughly|approximately|nearly|some|as low as|as little as|up to))? $", re.IGNORECASE)
RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|priced|prices?|pricing|aged|sizes?|sized|start(?:s|ing)?|spread"
    r"|differ(?:s|ed)?|estimates?"
    r"|anything|everything|span(?:s|ning|ned)?|sentences?|fines?|penalties)(?: [\w-]+){0,4} from(?: \w+)? $", re.IGNORECASE)
# `will rise 3% to 5%` tells a range, `rose 3% to 5%` a change and the level reached; May is a month.
EXPECTED = re.compile(r"\b(?:[Ww]ill|[Ww]ould|[Cc]ould|may|[Mm]ight|[Ss]hould|[Cc]an|to) (?:\w+ ){0,2}(?:by )?$")
BY = re.compile(r"\bby (?:about |around |between )?$")
CLOSE = 3   # times: `by 5% to 10%` is a range, `by 0.25% to 4%` a change and its level
MERGED = frozenset({"money", "percent", "quantity", "age", "number", "count"})
# Between a value with its unit and a bare one that shares it: `from 240 pounds to 225`.
ELIDED = re.compile(r"(?: (?:in|at|on))?,? to (?:(?:about|around|nearly|almost|just|end at|close at|finish at) )?|, (?:up|down) from ")
LOOK_BACK = 60
BRACKETED = re.compile(r"(?: of [^\W\d_]+)?(?: [^\W\d_]+)? \((?:[^\W\d_]+ )?")
BRACKET_REACH = 30
IN_COINS = re.compile(r"(?:\bcents?|¢|\bpence|\d ?p|\bpaise|\bkopecks?)$", re.IGNORECASE)
AND = re.compile(r",? and |, ")
IN = re.compile(r" (?:(?:in|on|for|during) )?(?:the )?")
# Between a count and a bare number that counts the same, and what follows that number.
AGAIN = re.compile(r"(?:,|;|:|\band|\bor|\bplus|\bwhile|\bamong them|\bincluding) " + HEDGES, re.IGNORECASE)
VERSUS = re.compile(r" (?:to|out of) (?:(?:[^\W\d_][\w-]* ){0,2}[^\W\d_][\w-]*['’]s )?" + HEDGES, re.IGNORECASE)
TO = re.compile(r" to (?:a record )?(?:about |around |nearly )?")
INSTEAD = re.compile(r",? (?:instead of|rather than|not) " + HEDGES, re.IGNORECASE)
# Before what something was before: `25 barges, down from as many as 40`.
CAME_FROM = re.compile(
    r",? \(?(?:up|down) from (?:as (?:many|much|high|few|low) as |an? (?:estimated |peak of |record |high of |low of )?)?" + HEDGES,
    re.IGNORECASE)
# Between an amount in coins and a bare one: `minus 62 cents a bushel from minus 35`.
COINS = re.compile(r"(?: an? [a-z]+| per [a-z]+)?,?(?: up| down)? (?:from|to|against|and|compared with|versus) " + HEDGES, re.IGNORECASE)
PLACED = re.compile(r" (?:in|at|on|from|among|for|by|under|to|with|of|were|was|are|have|had|bought|sold|held|[a-z]+ed)\b")


def joint(sentence: Sentence, left: Proposal, right: Proposal) -> bool:
    """Whether two neighbouring proposals are the two ends of one range."""
    text = sentence.text
    if left.type not in MERGED or left.type != right.type or left.unit != right.unit or (left.per != right.per and left.per is not None):
        return False
    if left.number is None or right.number is None or left.number >= right.number:
        return False
    if left.type == "money" and IN_COINS.search(text[left.start:left.end]) and not IN_COINS.search(text[right.start:right.end]):
        return False                                                      # tacked on 2 cents to $1.79
    match = JOINT.fullmatch(text, left.end, right.start)
    if match is None:
        return False
    floor = max(sentence.start, left.start - LOOK_BACK)
    word = match.group().strip()
    if word == "and":
        return BETWEEN.search(text, floor, left.start) is not None
    if word.endswith(("to", "through")) and changing(text[floor:left.start]) and not EXPECTED.search(text, floor, left.start):
        return left.type == "percent" and BY.search(text, floor, left.start) is not None and right.number <= CLOSE * left.number
    return FROM.search(text, floor, left.start) is None or RANGING.search(text, floor, left.start) is not None


def timeless(sentence: Sentence, start: int, end: int) -> str:
    """The text from `start` to `end` without the time expressions in it."""
    kept, position = "", start
    for time in sentence.times:
        if start <= time.start and time.end <= end:
            kept, position = kept + sentence.text[position:time.start].rstrip(), time.end
    return kept + sentence.text[position:end]


def share_unit(sentence: Sentence, left: Proposal, right: Proposal) -> None:
    """Give a bare number the unit of the value before it, where the text leaves it out: `from 240 pounds to 225`."""
    if right.type != "number" or left.type not in ("quantity", "count") or left.unit is None or left.number is None:
        return
    if not ELIDED.fullmatch(timeless(sentence, left.end, right.start)):
        return
    floor = max(sentence.start, left.start - LOOK_BACK)
    if FROM.search(sentence.text, floor, left.start):
        right.type, right.unit, right.rule = left.type, left.unit, f"{left.type}.elided_unit"


LEVEL = re.compile(r"\b(?:to|at|close of|high of|low of)\s+$")                      # a close of 902 points, not a fall of 12 points


def share_points(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give the levels of other indices the points of the one told in full: `to 902 points, while the other rose 0.4% to 1,120`."""
    told = (proposal for proposal in proposals if proposal.type == "count" and proposal.unit == "point")
    if not any(LEVEL.search(sentence.text, max(sentence.start, proposal.start - LOOK_BACK), proposal.start) for proposal in told):
        return
    for left, right in pairwise(proposals):
        if left.type == "percent" and right.type == "number" and ELIDED.fullmatch(timeless(sentence, left.end, right.start)):
            right.type, right.unit, right.rule = "count", "point", "count.elided_unit"


def share_bracketed(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give a bare number in brackets the unit of the value right before: `3.4m hectolitres of beer (3.1m)`, `1,204 staff (1,180)`."""
    for left, right in pairwise(proposals):
        if right.type != "number" or left.type not in ("quantity", "count", "money", "percent") or left.unit is None:
            continue
        if not sentence.text.startswith(")", right.end) or right.start - left.end > BRACKET_REACH or (left.rule == "count.partitive"):
            continue
        if BRACKETED.fullmatch(sentence.text, left.end, right.start):
            right.type, right.unit, right.rule = left.type, left.unit, f"{left.type}.elided"


def share_over_time(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give a bare number the unit of the value before it where both stand by times: `3 percent in May and 4 in June`."""
    if len(sentence.times) < 2:
        return
    told: Proposal | None = None
    for proposal in proposals:
        if proposal.type in MERGED and proposal.type != "number":
            told = proposal
        elif told is not None and proposal.type == "number" and told.unit is not None and _by_times(sentence, told, proposal):
            proposal.type, proposal.unit, proposal.rule, proposal.per = told.type, told.unit, f"{told.type}.elided", told.per


def _by_times(sentence: Sentence, told: Proposal, bare: Proposal) -> bool:
    """Whether a time ends right before the `and` that leads to a bare number, and another begins right after it."""
    before = next((time for time in reversed(sentence.times) if told.end <= time.start and time.end <= bare.start), None)
    after = next((time for time in sentence.times if time.start >= bare.end), None)
    if before is None or after is None or bare.start - told.end > LOOK_BACK:
        return False
    text = sentence.text
    return AND.fullmatch(text, before.end, bare.start) is not None and IN.fullmatch(text, bare.end, after.start) is not None


def share_noun(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give a bare number the noun of the count that it is coordinated with: `30 boats in Faro and 10 in Vigo`, `40 votes to 38`."""
    told: Proposal | None = None
    for proposal in proposals:
        if proposal.type in ("count", "quantity", "percent"):
            told = proposal if proposal.unit not in ("point", "time") else None
        elif told is not None and proposal.type == "number" and proposal.number is not None and _coordinated(sentence, told, proposal):
            proposal.type, proposal.unit, proposal.rule = told.type, told.unit, f"{told.type}.elided"


def _coordinated(sentence: Sentence, told: Proposal, bare: Proposal) -> bool:
    """Whether a bare number, a whole one after a count, goes on with a value before it."""
    text = sentence.text
    if bare.start - told.end > LOOK_BACK or bare.number is None:
        return False
    if told.type == "count" and bare.number != bare.number.to_integral_value():
        return False
    if INSTEAD.fullmatch(text, told.end, bare.start) or CAME_FROM.search(text, told.end, bare.start):
        return True
    if told.type != "count":
        return TO.fullmatch(text, told.end, bare.start) is not None and (
            _scaled(told) == _scaled(bare) if told.type == "quantity" else _share(sentence, told, bare))
    if versus := VERSUS.fullmatch(text, told.end, bare.start):
        changed = changing(text[max(sentence.start, told.start - LOOK_BACK):told.start])
        return changed in (None, "by") or not versus.group().startswith(" to ")
    return AGAIN.search(text, told.end, bare.start) is not None and PLACED.match(text, bare.end, sentence.end) is not None


def _scaled(proposal: Proposal) -> bool:
    """Whether a number has a scale word."""
    return isinstance(proposal.mention, NumberMention) and proposal.mention.scale is not None


def _share(sentence: Sentence, told: Proposal, bare: Proposal) -> bool:
    """Whether two shares stand against each other: `58.3% to 41.7`; a change goes on to its level."""
    changed = changing(sentence.text[max(sentence.start, told.start - LOOK_BACK):told.start])
    return told.unit == "percent" and changed in (None, "by") and bare.number is not None and bare.number <= HUNDRED


def share_coins(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give a bare number the coins of the amount before it: `62 cents a bushel from 35`."""
    for left, right in pairwise(proposals):
        if left.type != "money" or right.type != "number" or right.number is None or not left.rule.startswith("money.word"):
            continue
        if IN_COINS.search(sentence.text[left.start:left.end]) and COINS.fullmatch(sentence.text, left.end, right.start):
            right.type, right.unit, right.per, right.assumed, right.rule = "money", left.unit, left.per, left.assumed, "money.elided"
            right.number *= HUNDREDTH


def share_currency(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give a bare number with a scale the currency of the amount before it: `21 billion kronor (20 billion)`, `the 21 billion expected`."""
    told: Proposal | None = None
    for proposal in proposals:
        mention = proposal.mention
        if not isinstance(mention, NumberMention) or mention.scale not in SCALED or proposal.end < mention.end:
            continue
        if proposal.type == "money" and proposal.per is None:
            told = proposal
        elif told is not None and proposal.type in ("number", "count") and proposal.unit is None and not sentence.text.startswith(
                " (", proposal.end):                                      # what is told again in another currency is of a third
            proposal.type, proposal.unit, proposal.rule, proposal.assumed = "money", told.unit, "money.elided", told.assumed


def join(sentence: Sentence, proposals: list[Proposal]) -> list[Proposal]:
    """The sentence's proposals in text order with the ends of ranges merged into one."""
    merged: list[Proposal] = []
    for proposal in proposals:
        if merged:
            share_unit(sentence, merged[-1], proposal)
        if merged and joint(sentence, merged[-1], proposal):
            left = merged[-1]
            left.end, left.low, left.high, left.number, left.per = proposal.end, left.number, proposal.number, None, proposal.per
            left.rule += "+range"
        else:
            merged.append(proposal)
    types = {proposal.type for proposal in merged} if len(merged) > 1 else set()
    if "number" in types:
        share_points(sentence, merged)
        share_coins(sentence, merged)
        share_bracketed(sentence, merged)
        share_over_time(sentence, merged)
        share_noun(sentence, merged)
    if "money" in types:
        share_currency(sentence, merged)
    return merged
