"""Fractions and multiples: `half of`, `two-thirds`, `one in four`, `twice`, `threefold`, `1.5 times`.

The number is the quotient; the unit is `fraction` or `times`. `three times` alone counts occasions (`kinds/count.py`);
it is a multiple before a comparison (`three times as many`, `four times the number`). `double` as an adjective of a
noun (`a double bed`) gives nothing.
"""
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, pairwise

from extractor import nouns, numbers, units
from extractor.change_words import WORDS
from extractor.numerals import quotient
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

OUT_OF = re.compile(
    r"(?: [a-z]+)? out of (?P<every>every )?| in (?P<each>every )?| of every |-(?:in|out-of)-"
    r"| (?P<rate>(?:[a-z]+ )?per )| (?P<noun>[a-z]+) in (?:every )?")
TIMES = re.compile(
    r"(?:[ -]times|x)(?=[ -](?:as|more|higher|larger|greater|bigger|faster|less|lower|smaller|better|worse|longer|older|stronger|likelier"
    r"|cheaper|richer"
    r"|the|that|those|its|their|his|her|what|annual|earnings|sales|book|revenue|average|normal|over the)\b)", re.IGNORECASE)
# Ratios to one, by the words on either side.
TO = re.compile(r" to |-to-|:")
RATIO_BEFORE = re.compile(r"\b(?:outnumber(?:s|ed|ing)?|outpac(?:e[ds]?|ing)|ratio|margin|majority)\b[^.;,]{0,30}$", re.IGNORECASE)
RATIO_AFTER = re.compile(r"[ -](?:ratio|margin|majority|advantage|basis)\b")
RATIO_REACH = 50
SIGNS, T = frozenset("xX×"), frozenset("tT")   # one of them is the first character of all three, or the second
BARE_TIMES = re.compile(r"[ -]times\b|[x×](?!\w)")
BARE_SIGN = re.compile(r"[x×](?!\w)(?! ?[\d])")   # the 3x limit; no 4 x 4 car
PERIODS = re.compile(r"[ -](?:overs|years?|months?|days?|hours?|weeks?|minutes?|seconds?|games|matches|starts|innings|attempts|seasons"
                     r"|at-bats|tries)\b")
# `half`, `a quarter`, `a third`: what must follow, and what stands before it when it is no fraction.
PART_OF = re.compile(
    r"[ -](?:share|stake|interest|of"
    r"|the|an?|its|his|her|their|our|my|your|that|this|those|these|as|what|all|more|less|above|below|higher|lower|larger|smaller|fewer|cheaper"
    r"|faster|longer|were|are|was|is|said|have|had)\b"
    r"|[,.;)]|$",
    re.IGNORECASE)
NO_PART = re.compile(
    r"\b(?:(?:his|her|my|your) other|first|second|third|fourth|final|latter|better|next|last|this|that|per|fiscal|previous|prior"
    r"|one and a|and a|and|each|every|same|opening|current)[ -]$", re.IGNORECASE)
NO_PART_AFTER = re.compile(
    r"[ -](?:hours?|past|time|back|brother|sister|marathon|term|year|way|hearted|century|mile|final|finals|point|million|billion|dozen"
    r"|cent|pound"
    r"|an? (?:hour|year|mile|dozen|million|billion|century|point|percent|second|minute|inch|day|league|game)"
    r"|of (?:20\d\d|19\d\d|next year|last year|this year|the (?:year|season|decade|century|month|game|match|1\d|2\d)))\b", re.IGNORECASE)
CHANGED_WHEN = re.compile(r" (?:in|on|at|to|from|since|over|after|before|between|during|within|by|under|compared|last|this|next"
                          r"|when|while|because|for|and|but|across|through)\b")
BY_REACH = 32   # characters looked back for it
OF_THE = re.compile(r" (?:of|the)\b")
# A fraction that something changes by, before what tells when or why: `rose by a third in two years`.
CHANGED_BY = re.compile(
    r"\b(?:by|" + "|".join(sorted(WORDS)) + r") (?:(?:about|around|almost|nearly|roughly|over|more than"
    r"|less than|at least|up to) )?(?:an? |one[ -])?$", re.IGNORECASE)
ARTICLE = re.compile(r"\ba[ -]$", re.IGNORECASE)
# `double` where it is no adjective: by what follows, after the verb or comparison that leads it, or before a determiner.
DOUBLE = re.compile(r"[ -](?:the|that|its|what|her|his|their|from|to|as|this|last|year|in \d|over|since)\b|[,.;]|$", re.IGNORECASE)
DOUBLE_LEAD = re.compile(
    r"\b(?:will|would|to|could|should|may|might|than|nearly|almost|about|over|has|have|had|already|is|are|was|roughly|at|be) $",
    re.IGNORECASE)
DETERMINED = re.compile(r" (?:the|that|its|what|their|his|her|last|this|our|your)\b")
NOUNAL = re.compile(r"\b(?:the|an?|its|their|this|that|next|first|another) $", re.IGNORECASE)
OF = re.compile(r" (?:of|in)\b")
SINGLE_MULTIPLES = frozenset({"double", "triple", "quadruple", "quintuple", "doubles", "triples"})
# What follows `twice` where it counts occasions, and where it is a recurrence.
OCCASIONS = re.compile(r" (?:an?|per|each|every|in|on|before|during|since|and|for|after|by|to|with)\b|[,.;]|$")
RECURRING = re.compile(r" (?:an?|per|each|every) ")


def of_numbers(sentence: Sentence, mentions: list[NumberMention]) -> Iterator[Proposal]:
    """`one in four`, `177 out of every 100,000`, `three of every five`: the quotient of two mentions."""
    for left, right in to_one(sentence, mentions):
        yield Proposal(left.start, right.end, "ratio", "ratio.to_one", left.value, unit="times", sentence=sentence, mention=left)
    for left, right in pairs(sentence, mentions):
        share = quotient(left.value or Decimal(0), right.value or Decimal(1))
        yield Proposal(left.start, right.end, "ratio", "ratio.out_of", share, unit="fraction", sentence=sentence, mention=left)


def to_one(sentence: Sentence, mentions: list[NumberMention]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Every two neighbouring mentions that are a ratio to one: `outnumbered 3 to 1`, `a two-to-one majority`."""
    text = sentence.text
    for left, right in pairwise(mentions):
        if right.value != 1 or left.value is None or left.value <= 1 or TO.fullmatch(text, left.end, right.start) is None:
            continue
        before = RATIO_BEFORE.search(text, max(sentence.start, left.start - RATIO_REACH), left.start)
        if before or RATIO_AFTER.match(text, right.end, sentence.end):
            yield left, right


def shared(sentence: Sentence, mentions: list[NumberMention]) -> frozenset[int]:
    """Where the mentions start that are part of such a quotient."""
    return frozenset(mention.start for pair in chain(pairs(sentence, mentions), to_one(sentence, mentions)) for mention in pair)


def pairs(sentence: Sentence, mentions: list[NumberMention]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Every two neighbouring mentions of which the first is a part of the second."""
    for left, right in pairwise(mentions):
        if left.value is None or right.value is None or not 0 <= left.value <= right.value:
            continue
        if left.form in ("ordinal", "fraction") or right.form in ("ordinal", "fraction", "multiple"):
            continue
        if _part_of_whole(sentence, left, right):
            yield left, right


def _part_of_whole(sentence: Sentence, left: NumberMention, right: NumberMention) -> bool:
    """Whether what stands between two mentions makes a share of them."""
    joint = OUT_OF.fullmatch(sentence.text, left.end, right.start)
    if joint is None:
        return False
    if joint["rate"]:
        measured = units.find(sentence.text, left.end, sentence.end) or units.find(sentence.text, right.end, sentence.end)
        return _round(right) and measured is None                         # 6.8 litres per 100 km
    if joint["noun"]:
        words = left.form == right.form == "words" and (right.value or 0) <= 10
        return left.value == 1 or (words and nouns.counted(sentence, right.end) is None)      # three children in four
    if left.value == right.value:
        return " out of " in joint.group()                                # ten out of ten
    return not joint.group().endswith(("in ", "in-")) or _one_in(sentence, left, right)


def _round(mention: NumberMention) -> bool:
    """Whether a rate is told per so many: `142 per 100,000`."""
    return mention.value is not None and mention.value >= 100 and mention.value.normalize().as_tuple().digits == (1,)


def _one_in(sentence: Sentence, left: NumberMention, right: NumberMention) -> bool:
    """Whether `N in M` is a share: `one in four`, `1 in 10`; not `three in 2020`, `8 in 12 games`."""
    if left.value is None or right.value is None or PERIODS.match(sentence.text, right.end, sentence.end):
        return False
    if left.value == 1:
        return right.value > 2 or left.form == right.form == "words"
    return left.form == right.form and left.value < 10 and (right.value <= 10 or right.value % 10 == 0)


def fraction(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A fraction of something: `half of`, `two-thirds of`, `a quarter of`, `3/4`."""
    text, start = sentence.text, mention.start
    written = text[mention.start:mention.end].lower()
    if mention.form == "ordinal" and mention.value == 2:
        return None                                                       # a second, of granite, is one more
    if written in ("half", "quarter") or mention.form == "ordinal":
        floor = max(sentence.start, start - 14)
        acts = written == "half" and _acts(sentence, mention)
        led = NO_PART.search(text, floor, start) and not (acts and text.endswith("and ", floor, start))
        if led or NO_PART_AFTER.match(text, mention.end, sentence.end):
            return None
        by = CHANGED_WHEN.match(text, mention.end, sentence.end) and CHANGED_BY.search(text, max(sentence.start, start - BY_REACH), start)
        if not by and not acts and not PART_OF.match(text, mention.end, sentence.end):
            return None
        article = ARTICLE.search(text, floor, start)
        if (written != "half" and not article) or (written == "quarter" and not by and not OF_THE.match(text, mention.end, sentence.end)
                                                    and not _got(sentence, mention)):
            return None
        start -= 2 if article and written != "half" else 0
    value = quotient(Decimal(1), mention.value) if mention.form == "ordinal" and mention.value else mention.value
    return Proposal(start, mention.end, "ratio", "ratio.fraction", value, unit="fraction", sentence=sentence, mention=mention)


def _acts(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a finite verb follows `half`: `and half weighed less`."""
    if not sentence.parsed:
        return False
    index = sentence.token_at(mention.end)
    return index < len(sentence.tokens) and sentence.tokens[index].tag in ("VBD", "VBP", "MD")


def _got(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a verb has `a quarter` for its object at the end of a clause: `of which it has raised a quarter.`"""
    if not sentence.parsed or sentence.text[mention.end:mention.end + 1] not in (".", ",", ";", ""):
        return False
    index = sentence.token_at(mention.start) - 2
    return index >= 0 and sentence.tokens[index].tag in ("VBN", "VBD", "VB")


def _verbal(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether `double` is no adjective: `double the rate`, `will double in a year`."""
    text = sentence.text
    if DETERMINED.match(text, mention.end, sentence.end):
        return True
    led = DOUBLE_LEAD.search(text, max(sentence.start, mention.start - 16), mention.start)
    return led is not None and DOUBLE.match(text, mention.end, sentence.end) is not None


def multiple(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`twice`, `double the rate`, `threefold`, `more than quadrupled`, `four times the number`."""
    text = sentence.text
    if mention.form != "multiple":
        if text[mention.end:mention.end + 1] not in SIGNS and text[mention.end + 1:mention.end + 2] not in T:
            return None
        times = TIMES.match(text, mention.end, sentence.end)
        if times is None:                                                 # no occasion comes 11.4 times
            part = mention.value is not None and mention.value != mention.value.to_integral_value()
            times = (BARE_TIMES if part else BARE_SIGN).match(text, mention.end, sentence.end)
        return numeric(sentence, mention, times.end(), "ratio", "ratio.times", unit="times") if times else None
    word = text[mention.start:mention.end].lower()
    if word.endswith("ing") and NOUNAL.search(text, max(sentence.start, mention.start - 12), mention.start) and not OF.match(
            text, mention.end, sentence.end):
        return None                                                       # before the next doubling
    if word in SINGLE_MULTIPLES and not _verbal(sentence, mention):
        return None
    if word in ("twice", "thrice") and OCCASIONS.match(text, mention.end, sentence.end):
        if RECURRING.match(text, mention.end, sentence.end):
            return None                                                   # twice a year recurs
        return numeric(sentence, mention, mention.end, "count", "count.twice", unit="time")
    unit = "fraction" if mention.value is not None and mention.value < 1 else "times"
    return numeric(sentence, mention, mention.end, "ratio", "ratio.multiple", unit=unit)


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Fractions and multiples among the sentence's number mentions."""
    mentions = numbers.outside(sentence)
    if len(mentions) > 1:
        yield from of_numbers(sentence, mentions)
    for mention in mentions:
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
    Example("Flour has gone up by a third in two years.", ({"text": "a third", "number": 0.333333333333333},)),
    Example("Output fell by almost a fifth after the strike.", ({"text": "a fifth", "modifier": "approximately"},)),
    Example("The crop is down a fifth from last year.", ({"text": "a fifth", "direction": "down"},)),
    Example("She was beaten by a third party."),
    Example("Sales grew threefold.", ({"text": "threefold", "number": 3, "unit": "times"},)),
    Example("Rents are 1.5 times higher.", ({"text": "1.5 times", "number": 1.5, "unit": "times"},)),
    Example("It costs four times the old price.", ({"text": "four times", "number": 4},)),
    Example("It draws 25x less power.", ({"text": "25x", "number": 25, "unit": "times"},)),
    Example("The rate was 142 per 100,000 in May.", ({"text": "142 per 100,000", "number": 0.00142, "unit": "fraction"},)),
    Example("One customer in five has left.", ({"text": "One customer in five", "number": 0.2},)),
    Example("Costs trebled over the decade.", ({"text": "trebled", "number": 3, "unit": "times"},)),
    Example("A flat costs 11.4 times local pay.", ({"text": "11.4 times", "number": 11.4, "unit": "times"},)),
    Example("The hosts made 356 for 4 in 50 overs."),
    Example("There were 27 deaths per 1,000 births.", ({"text": "27 deaths per 1,000", "number": 0.027},)),
    Example("Debt is near the 3x limit, up from 2.7x.", ({"text": "3x", "number": 3}, {"text": "2.7x", "number": 2.7})),
    Example("Losers outnumbered winners 3 to 1.", ({"text": "3 to 1", "number": 3, "unit": "times"},)),
    Example("It passed by a two-to-one majority.", ({"text": "two-to-one", "number": 2},)),
    Example("It rose 3 to 1 in June."),
    Example("She bought a half share in a horse.", ({"text": "half", "number": 0.5},)),
    Example("It works for eight patients out of ten.", ({"text": "eight patients out of ten", "number": 0.8},)),
    Example("It helps three children in four.", ({"text": "three children in four", "number": 0.75},)),
    Example("Two men in three cars sped off."),
    Example("Rain was a fifth above average.", ({"text": "a fifth", "number": 0.2},)),
    Example("They slept before the next doubling."),
    Example("He disputes the other half.", ({"text": "half", "number": 0.5},)),
    Example("Profit almost halved to $5 million.", ({"text": "halved", "number": 0.5, "unit": "fraction", "direction": "down"},)),
    Example("A second, of granite, cost more."),
    Example("It burns 6.8 litres per 100 km."),
    Example("It is a 4x4 car."),
    Example("It sold 40 per 24 hours."),
    Example("She asked for a double bed."),
    Example("He won the second half of the match."),
    Example("They met half an hour later."),
    Example("They waited for the third man."),
    Example("He struck 12 in the night."),
)
