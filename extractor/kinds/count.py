"""Counts of things or people: a number before the noun phrase that it counts.

The unit is the noun phrase with its head in the singular. Where the noun is left out (`14 offer courses`) the span is
the number alone. `one` counts only before its own noun (`one person was killed`), never as a pronoun; `one of the …`
counts with `partitive_one` alone (`Extractor(partitive_one=True)`).
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor import nouns
from extractor.nouns import Counted
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

OF = re.compile(r" of (?:(?:the|these|those|its|his|her|their|our|my|your|all|them|us|which|whom)\b ?)?")
VAGUE_OF = re.compile(r" of (?:(?:the|its|his|her|their|our|other|these|those)\b ?)?|[ -]?(?=[^\W\d_])")
# What stands before `one` as a pronoun, a name's part or an idiom.
PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|any|no|another|other|last|next|first|new|old|only|some|not|big|small|right|wrong|good|bad|better|"
                     r"best|loved|number|square|a|for|by|from|day|all in|your|my|his|her|our|their)[ -]$", re.IGNORECASE)
PRONOUN_AFTER = re.compile(r"[ -](?:another|other|must|can|should|could|would|might|may|will|who|whose|that|has|had|is|was|does|did|needs|knows|feels|of|day|"
                           r"night|morning|evening|thing\b|way or|hand\b|time\b|by one|and all|another's|more|and the same|after)\b", re.IGNORECASE)
DAY_WORDS = frozenset("percent percentage cent o'clock am pm a.m p.m degree point points".split())
TIMES = re.compile(r"[ -]times?\b", re.IGNORECASE)
VERBS = frozenset({"VBP", "VBZ", "VBD", "VB", "MD"})
PART_NOUN = re.compile(r"[ -](?:of )?(?:an? )?points?\b", re.IGNORECASE)
COUPLE = re.compile(r"\ba couple(?= of)(?P<of> of(?: the| his| her| their| its| other| more)?)?|\ba couple(?= dozen| hundred| thousand| million)", re.IGNORECASE)
FOLLOWING = re.compile(r"[ \u00a0]*(?:[(\[]\d|[-–](?:\d|point))")


def is_pronoun(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether `one` here is no number: `no one`, `one must`, `the other one`, `one of the main partners`."""
    text = sentence.text
    if text[mention.start:mention.end].lower() != "one":
        return False
    if sentence.partitive_one and OF.match(text, mention.end, sentence.end):
        return False
    if PRONOUN_AFTER.match(text, mention.end, sentence.end) or text[mention.end:mention.end + 1] in ("'", "’"):
        return True
    return PRONOUN.search(text[max(sentence.start, mention.start - 12):mention.start]) is not None


def bound(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether the digits are glued to a word before them (`COVID-19`, `F-16`): part of a name or code."""
    before = sentence.text[max(sentence.start, mention.start - 2):mention.start]
    return bool(mention.form == "digits" and (re.search(r"[^\W\d_][-‑/]$|[#@&]$", before) or (before and (before[-1].isalpha() or before[-1] == "_"))))


def partitive(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`six of the deaths`: the number alone, its unit the noun after `of`."""
    match = OF.match(sentence.text, mention.end, sentence.end)
    if match is None or mention.form == "vague":
        return None
    found = nouns.counted(sentence, match.end())
    if found is None and match.group().strip().endswith("of"):
        return None
    return numeric(sentence, mention, mention.end, "count", "count.partitive", unit=found.unit if found else None)


def with_noun(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A number and the noun phrase that it counts, up to its head."""
    end = mention.end
    plus = re.compile(r"\+|-plus\b|-odd\b|-strong\b").match(sentence.text, end, sentence.end)
    found = nouns.counted(sentence, plus.end() if plus else end)
    if found is None or found.unit.lower().split()[-1] in DAY_WORDS or _is_name(sentence, mention, found):
        return None
    return numeric(sentence, mention, found.end, "count", "count.noun", unit=found.unit)


def _is_name(sentence: Sentence, mention: NumberMention, found: Counted) -> bool:
    """`10 Downing Street`, `20th Century Fox`: a numeral before a name in the singular is part of the name."""
    head = sentence.tokens[found.head]
    return head.tag == "NNP" and mention.form == "digits" and mention.value is not None and mention.value != 1 and not sentence.parsed


def vague(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`dozens of people`, `hundreds of thousands of homes`, `several hundred homes`."""
    match = VAGUE_OF.match(sentence.text, mention.end, sentence.end)
    found = nouns.counted(sentence, match.end()) if match else None
    if found is None:
        return None
    return numeric(sentence, mention, found.end, "count", "count.vague", unit=found.unit)


def elided(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A number with its noun left out before a verb or after a word of comparison (`14 offer courses`, `compared to 329`)."""
    index = sentence.token_at(mention.end)
    if index >= len(sentence.tokens):
        return None
    following, text = sentence.tokens[index], sentence.text
    before = text[max(sentence.start, mention.start - 24):mention.start]
    if mention.value is not None and mention.value != mention.value.to_integral_value():
        return None
    opens = mention.start == sentence.start or re.search(r"(?:[,;:(]|\b(?:and|while|but|that|which)|, of (?:which|whom)) $", before)
    if following.tag in VERBS and following.lower not in ("a", "an") and opens and mention.form in ("digits", "words", "mixed"):
        return numeric(sentence, mention, mention.end, "count", "count.elided")
    return None


def couple(sentence: Sentence) -> Iterator[Proposal]:
    """`a couple of weeks ago` is a time; `a couple of drinks` counts 2."""
    for match in COUPLE.finditer(sentence.text, sentence.start, sentence.end):
        found = nouns.counted(sentence, match.end())
        if found:
            yield Proposal(match.start(), found.end, "count", "count.couple", Decimal(2), unit=found.unit, sentence=sentence)


def part(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A written-out part of a point: `1/4 point`, `half a point`."""
    match = PART_NOUN.match(sentence.text, mention.end, sentence.end)
    return numeric(sentence, mention, match.end(), "count", "count.part", unit="point") if match else None


READINGS = {"vague": (vague,), "fraction": (part,)}


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Counts among the sentence's number mentions."""
    for mention in sentence.numbers:
        if mention.form in ("ordinal", "multiple") or bound(sentence, mention) or is_pronoun(sentence, mention):
            continue
        times = TIMES.match(sentence.text, mention.end, sentence.end)
        if times:
            yield numeric(sentence, mention, times.end(), "count", "count.times", unit="time")
            continue
        for reading in READINGS.get(mention.form, (partitive, with_noun, elided)):
            proposal = reading(sentence, mention)
            if proposal:
                yield proposal
                break
    yield from couple(sentence)


EXAMPLES = (
    Example("A total of 263 agreements have been signed.", ({"text": "263 agreements", "number": 263, "unit": "agreement"},)),
    Example("There are 324 general education institutions in the country.", ({"text": "324 general education institutions", "unit": "general education institution"},)),
    Example("Relations between the two nations are good.", ({"text": "two nations", "number": 2, "unit": "nation"},)),
    Example("One person was killed.", ({"text": "One person", "number": 1, "unit": "person"},)),
    Example("Dozens of people were hurt.", ({"text": "Dozens of people", "low": 12, "high": 120, "unit": "person"},)),
    Example("Six of the deaths were in the north.", ({"text": "Six", "number": 6, "unit": "death"},)),
    Example("She bought four pairs of gloves.", ({"text": "four pairs", "number": 4, "unit": "pair"},)),
    Example("Among the institutions, 14 offer courses.", ({"text": "14", "number": 14, "unit": None},)),
    Example("Some 1,500 workers and two dozen nurses marched.", ({"text": "1,500 workers", "modifier": "approximately"}, {"text": "two dozen nurses", "number": 24})),
    Example("He visited the shrine seven times.", ({"text": "seven times", "number": 7, "unit": "time"},)),
    Example("Between 10 and 15 boats sank.", ({"text": "10 and 15 boats", "low": 10, "high": 15, "unit": "boat"},)),
    Example("More than 3.9 million headsets were sold.", ({"text": "3.9 million headsets", "number": 3900000, "modifier": "more_than"},)),
    Example("No one knows; the other one must wait."),
    Example("Russia is one of the main trade partners."),
    Example("Both leaders praised an upward trajectory."),
    Example("They spoke to one another."),
    Example("The COVID-19 wave has passed."),
    Example("Several people left."),
)
