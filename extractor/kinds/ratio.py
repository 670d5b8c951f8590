"""Fractions and multiples: `half of`, `two-thirds`, `one in four`, `twice`, `threefold`, `1.5 times`.

The number is the quotient; the unit is `fraction` or `times`. `three times` alone counts occasions (`kinds/count.py`);
it is a multiple before a comparison (`three times as many`, `four times the number`). `double` as an adjective of a
noun (`a double bed`) gives nothing.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.numbers import quotient
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

OUT_OF = re.compile(r"(?: out of| in| of)(?: every)? $|-(?:in|out-of)-$")
TIMES = re.compile(r"[ -]times(?=[ -](?:as|more|higher|larger|greater|bigger|faster|less|lower|smaller|better|worse|longer|the|that|those|its|their|his|her|what|"
                   r"annual|earnings|sales|book|revenue|older|stronger|likelier|average|normal|over the)\b)", re.IGNORECASE)
# `half`, `a quarter`: what must follow, and what stands before it when it is no fraction.
PART_OF = re.compile(r"[ -](?:of\b|the\b|a\b|an\b|its\b|his\b|her\b|their\b|our\b|my\b|your\b|that\b|this\b|those\b|these\b|as\b|what\b|all\b|more\b|less\b|were\b|are\b|was\b|is\b|"
                     r"said\b|have\b|had\b)|[,.;)]|$", re.IGNORECASE)
NO_PART = re.compile(r"\b(?:first|second|third|fourth|other|final|latter|better|next|last|this|that|per|fiscal|previous|prior|one and a|and a|and|each|every|same|opening|current)[ -]$"
                     r"|\b(?:French|Latin|Jewish|Christian|Arab|Muslim) $", re.IGNORECASE)
NO_PART_AFTER = re.compile(r"[ -](?:hour|hours|past|time|back|brother|sister|marathon|term|year|way|hearted|century|mile|an? (?:hour|year|mile|dozen|million|billion|century|point|percent|second|minute|inch|day|league|game)|"
                           r"of (?:20\d\d|19\d\d|next year|last year|this year|the (?:year|season|decade|century|month|game|match|1\d|2\d))|final|finals|point|million|billion|dozen|cent|pound)\b",
                           re.IGNORECASE)
DOUBLE = re.compile(r"[ -](?:the\b|that\b|its\b|their\b|his\b|her\b|what\b|from\b|to\b|as\b|this\b|last\b|year\b|in \d|over\b|since\b)|[,.;]|$", re.IGNORECASE)
DOUBLE_VERB = re.compile(r"\b(?:will|would|to|could|should|may|might|than|more than|nearly|almost|about|over|has|have|had|already|is|are|was|roughly|at|and|be) $", re.IGNORECASE)
DIGIT_FRACTION = re.compile(r"\d+/\d+$")


def of_numbers(sentence: Sentence) -> Iterator[Proposal]:
    """`one in four`, `177 out of every 100,000`, `two of three`: the quotient of two mentions."""
    for left, right in zip(sentence.numbers, sentence.numbers[1:], strict=False):
        if left.value is None or right.value is None or not right.value or left.form == "ordinal" or right.form in ("ordinal", "fraction", "multiple"):
            continue
        between = sentence.text[left.end:right.start]
        if not OUT_OF.match(between) or left.value >= right.value or left.value < 0:
            continue
        word = between.strip(" -")
        if word.startswith("of") and not word.endswith("every") and left.form == "digits":
            continue
        if word == "in" and (left.form != right.form or right.value > 100 and right.value % 10 or left.value > 10 or right.value < 3 and left.form == "digits"):
            continue
        if word == "in" and re.compile(r"[ -](?:years?|months?|days?|hours?|weeks?|minutes?|matches|games|innings)\b").match(sentence.text, right.end, sentence.end):
            continue
        yield Proposal(left.start, right.end, "ratio", "ratio.out_of", quotient(left.value, right.value), unit="fraction", sentence=sentence, mention=left)


def fraction(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A fraction of something: `half of`, `two-thirds of`, `a quarter of`, `3/4`."""
    text, start = sentence.text, mention.start
    written = text[mention.start:mention.end].lower()
    lead = text[max(sentence.start, start - 14):start]
    if written in ("half", "quarter", "third") or mention.form == "ordinal":
        if NO_PART.search(lead) or NO_PART_AFTER.match(text, mention.end, sentence.end) or not PART_OF.match(text, mention.end, sentence.end):
            return None
        article = re.search(r"\ba[ -]$", lead, re.IGNORECASE)
        if written != "half" and not article:
            return None
        if written == "quarter" and not re.compile(r" (?:of|the)\b").match(text, mention.end, sentence.end):
            return None
        start -= 2 if article and written != "half" else 0
    value = quotient(Decimal(1), mention.value) if mention.form == "ordinal" and mention.value else mention.value
    return Proposal(start, mention.end, "ratio", "ratio.fraction", value, unit="fraction", sentence=sentence, mention=mention)


def multiple(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`twice`, `double the rate`, `threefold`, `more than quadrupled`, `four times the number`."""
    text = sentence.text
    if mention.form != "multiple":
        times = TIMES.match(text, mention.end, sentence.end)
        return numeric(sentence, mention, times.end(), "ratio", "ratio.times", unit="times") if times else None
    word = text[mention.start:mention.end].lower()
    lead = text[max(sentence.start, mention.start - 16):mention.start]
    if word in ("double", "triple", "quadruple") and not (DOUBLE.match(text, mention.end, sentence.end) and DOUBLE_VERB.search(lead) or
                                                         re.compile(r" (?:the|that|its|what|their|last|this)\b").match(text, mention.end, sentence.end)):
        return None
    if word in ("twice", "thrice") and re.compile(r" (?:an?|per|each|every|in|on|before|during|since|and|for|after|by|to|with)\b|[,.;]|$").match(text, mention.end, sentence.end):
        if re.compile(r" (?:an?|per|each|every) ").match(text, mention.end, sentence.end):
            return None                                                   # twice a year recurs
        return numeric(sentence, mention, mention.end, "count", "count.twice", unit="time")
    return numeric(sentence, mention, mention.end, "ratio", "ratio.multiple", unit="times")


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Fractions and multiples among the sentence's number mentions."""
    yield from of_numbers(sentence)
    for mention in sentence.numbers:
        proposal = fraction(sentence, mention) if mention.form in ("fraction", "ordinal") else multiple(sentence, mention)
        if proposal and proposal.number is not None:
            yield proposal


EXAMPLES = (
    Example("Half of the voters stayed home.", ({"text": "Half", "number": 0.5, "unit": "fraction"},)),
    Example("Two-thirds of the crop was lost.", ({"text": "Two-thirds", "number": 0.666666666666667, "unit": "fraction"},)),
    Example("A third of the homes have no heating.", ({"text": "A third", "number": 0.333333333333333},)),
    Example("One in four adults smokes.", ({"text": "One in four", "number": 0.25, "unit": "fraction"},)),
    Example("Only 177 out of every 100,000 are affected.", ({"text": "177 out of every 100,000", "number": 0.00177},)),
    Example("It is twice as loud.", ({"text": "twice", "number": 2, "unit": "times"},)),
    Example("Prices are more than double the average.", ({"text": "double", "number": 2, "modifier": "more_than"},)),
    Example("Sales grew threefold.", ({"text": "threefold", "number": 3, "unit": "times"},)),
    Example("Rents are 1.5 times higher.", ({"text": "1.5 times", "number": 1.5, "unit": "times"},)),
    Example("It costs four times the old price.", ({"text": "four times", "number": 4},)),
    Example("She asked for a double bed."),
    Example("He won the second half of the match."),
    Example("They met half an hour later."),
    Example("They waited for the third man."),
    Example("He struck 12 in the night."),
)
