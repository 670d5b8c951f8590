"""Counts of things or people: a number before the noun phrase that it counts.

The unit is the noun phrase with its head in the singular. Where the noun is left out (`14 offer courses`) the span is
the number alone. `one` counts only before its own noun (`one person was killed`), never as a pronoun; `one of the …`
counts with `partitive_one` alone (`Extractor(partitive_one=True)`). A compound counts its noun: `a five-member panel`.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor import elision, nouns, numbers, sequences
from extractor.divisors import divisor
from extractor.kinds import ratio
from extractor.kinds.name import named
from extractor.nouns import Counted
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric
from extractor.tokens import CLOSED

OF = re.compile(
    r"(?: more)? of (?:(?:the|these|those|its|his|her|their|our|my|your|all)\b ?|(?P<pronoun>(?:them|us|you|which|whom)\b))?")
VAGUE_OF = re.compile(r" (?:more )?of (?:(?:the|its|his|her|their|our|these|those)\b ?)?|(?=[- ][^\W\d_])")
# What stands before `one` where it is a pronoun or part of an idiom, and the idioms that go on after it.
PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|any|no|another|other|last|next|first|number|square|day|all in"
                     r"|not)[ -]$", re.IGNORECASE)
IDIOM = re.compile(r"\b(?:on|at|from|in) (?:the )?one (?:hand|point|time|day|way|side|end|sense|stage|place|moment)\b|\bone (?:day|night"
                   r"|morning|evening|thing)\b",
                   re.IGNORECASE)
BINDING = re.compile(r"(?<!\d)[^\W\d_][-‑/.]$|\d[-–—/:]$|[#@&]$|[^\W\d]$|_$")   # glued to a name or code: COVID-19, F-16, ID.3
HYPHENED = re.compile(r"[^\W\d_]{2}[-‑]$")   # a two-by-four, the par-five hole
SUFFIX = re.compile(r"\b[A-Z]{2,}[ ]$")   # `COVID -19`
TIMES = re.compile(r"[ -](?:of )?times?\b(?! of)", re.IGNORECASE)
POINT = re.compile(r"[ -](?:of )?(?:an? )?points?\b", re.IGNORECASE)
COUPLE = re.compile(r"\ba couple(?= of)(?P<of> of(?: the| his| her| their| its| other| more)?)?|\ba couple(?= dozen| hundred| thousand"
                    r"| million)", re.IGNORECASE)
PACKED = re.compile(r" (?:\d[\d.,]*|two|three|four|five|six|seven|eight|ten|twelve|half)-[^\W\d_]+(?= [a-z])")
PLUS = re.compile(r"\+|-plus\b|-odd\b|-strong\b")
OWNER = re.compile(r"(?:[^\W\d_][\w.-]* ){0,3}[^\W\d_][\w.-]*(?:['’]s?) ")   # what a whole belongs to: `the city's`
OWNED = re.compile(r"^.*(?:['’]s|s['’]) ")   # a possessor is a determiner: two of the town's mills
LOOK_BACK = 32

def is_one(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a mention is the word `one`."""
    return mention.value == 1 and mention.form == "words" and sentence.text[mention.start:mention.end].lower() == "one"


def is_pronoun(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether `one` here is no number: `no one`, `one must`, `the other one`, `one of the main partners`."""
    if not is_one(sentence, mention):
        return False
    text = sentence.text
    if OF.match(text, mention.end, sentence.end):
        return not sentence.partitive_one
    if PRONOUN.search(text, max(sentence.start, mention.start - LOOK_BACK), mention.start):
        return True
    idiom = IDIOM.search(text, max(sentence.start, mention.start - 12), min(sentence.end, mention.end + 12))
    if idiom and idiom.start() <= mention.start < idiom.end():
        return True
    return nouns.counted(sentence, mention.end, one=True) is None and not TIMES.match(text, mention.end, sentence.end)


def bound(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether digits are glued to a word before them (`COVID-19`, `F-16`): part of a name or code."""
    text, spaced = sentence.text, sentence.text[mention.start - 1:mention.start] == " "
    if mention.form == "words":
        return not spaced and HYPHENED.search(text, max(sentence.start, mention.start - 3), mention.start) is not None
    if mention.form != "digits":
        return False
    if text[mention.end:mention.end + 1] == "/" and text[mention.end + 1:mention.end + 2].isdigit():
        return True                                                       # 9/11
    if text[mention.start] == "-" and SUFFIX.search(text, max(sentence.start, mention.start - 8), mention.start):
        return True
    return not spaced and BINDING.search(text, max(sentence.start, mention.start - 2), mention.start) is not None


def stands_alone(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a mention is a number of its own: no pronoun, and no part of a name or code."""
    return not (bound(sentence, mention) or is_pronoun(sentence, mention) or named(sentence, mention))


def whole_after(sentence: Sentence, start: int) -> NumberMention | None:
    """The number of the whole that a part is taken of, at `start` or after its owner there."""
    index = numbers.next_from(sentence.numbers, start)
    whole = sentence.numbers[index] if index < len(sentence.numbers) else None
    if whole is None or whole.start - start > LOOK_BACK or (whole.start > start and not OWNER.fullmatch(sentence.text, start, whole.start)):
        return None
    return whole


def partitive(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`six of the deaths`: the number alone, its unit the noun after `of`."""
    match = OF.match(sentence.text, mention.end, sentence.end)
    if match is None or mention.form == "vague":
        return None
    start = match.end() - 1 if match.group().endswith(" ") else match.end()
    whole = whole_after(sentence, start + 1)                              # 10 of 12 victims, 10 of the city's 12 schools
    found = None if match.group("pronoun") else nouns.counted(sentence, whole.end if whole else start)
    if found is None and match.group().strip().endswith("of"):
        return None
    return numeric(sentence, mention, mention.end, "count", "count.partitive", unit=OWNED.sub("", found.unit) if found else None)


def noun_after(sentence: Sentence, mention: NumberMention) -> Counted | None:
    """The noun phrase that a number counts, None where it is part of a name (`10 Downing Street`)."""
    plus = PLUS.match(sentence.text, mention.end, sentence.end)
    one = is_one(sentence, mention) or (mention.value == 1 and mention.form == "digits")
    found = nouns.counted(sentence, plus.end() if plus else mention.end, one=one)
    if found is None or found.unit in elision.AFFECTED or CLOSED.get(sentence.tokens[found.head].lower) == "VBD":
        return None                                                       # 200 shares, 80 bought in May
    if found.unit.split(" ")[0].lower() in elision.BASE_VERBS and elision.opens_clause(sentence, mention):
        return None                                                       # 14 offer courses
    head = sentence.tokens[found.head]
    singular = not (one or nouns.many(head)) and sentence.text[mention.end:mention.end + 1] == " "
    if singular and not nouns.attributive(sentence, found):
        return None                                                       # the 170,000 forecast
    named = head.tag == "NNP" and mention.form == "digits" and not one and not sentence.parsed
    part = mention.value is not None and mention.value != mention.value.to_integral_value() and mention.scale is None
    if named or (part and not nouns.is_plural(head) and sentence.text[mention.end] == " "):
        return None                                                       # a magnitude 6.4 quake
    return found



def with_noun(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A number and the noun phrase that it counts, up to its head; the noun of a series stands after its last member."""
    text, factor, last, found = sentence.text, Decimal(1), mention, None
    scaled = numbers.letter(text, mention, sentence.end)
    if scaled:
        found = nouns.counted(sentence, scaled[0])
        end, factor = scaled
        of = OF.match(text, end, sentence.end) if found is None else None
        if of and (partial := nouns.counted(sentence, of.end() - 1)):
            return numeric(sentence, mention, end, "count", "count.partitive", factor=factor, unit=partial.unit)
    else:
        for last in sequences.series(mention):
            found = noun_after(sentence, last) if last.form == mention.form else None
            if found is not None or last.form != mention.form:
                break
    if found is not None and mention.value != 1 and sentence.tokens[found.head].lower in elision.PAST_OR_NOUN and " " not in found.unit:
        return None                                         # 1,204 rose and 96 were unchanged
    if found is None and not scaled and (packed := PACKED.match(text, mention.end, sentence.end)):
        beyond = nouns.counted(sentence, packed.end())                    # 1.9 million 60-kg bags
        if beyond is not None and nouns.is_plural(sentence.tokens[beyond.head]):
            return numeric(sentence, mention, mention.end, "count", "count.packed", unit=beyond.unit)
    if found is None or (scaled and not sentence.parsed and not nouns.is_plural(sentence.tokens[found.head])):
        return None
    if last is not mention:
        return numeric(sentence, mention, mention.end, "count", "count.shared_noun", unit=found.unit)
    per = divisor(text, found.end, sentence.end)
    return numeric(sentence, mention, found.end, "count", "count.noun", factor=factor, unit=found.unit, per=per)


def vague(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`dozens of people`, `hundreds of thousands of homes`, `several hundred homes`; `thousands were hurt` with its noun left out."""
    match = VAGUE_OF.match(sentence.text, mention.end, sentence.end)
    if match is None:
        return None
    found = nouns.counted(sentence, match.end() - 1 if match.group().endswith(" ") else match.end())
    if found is not None and (sentence.parsed or nouns.is_plural(sentence.tokens[found.head])):
        return numeric(sentence, mention, found.end, "count", "count.vague", unit=found.unit)
    if "of" in match.group() and nouns.barrier(sentence, match.end()) > match.end() + 1:
        return numeric(sentence, mention, mention.end, "count", "count.vague")
    return elision.elided(sentence, mention)


def couple(sentence: Sentence) -> Iterator[Proposal]:
    """`a couple of drinks` counts 2; `a couple of weeks` is a time."""
    if "ouple" not in sentence.text[sentence.start:sentence.end].lower():
        return
    for match in COUPLE.finditer(sentence.text, sentence.start, sentence.end):
        found = nouns.counted(sentence, match.end())
        if found and not numbers.in_time(sentence.times, match.start(), found.end):
            yield Proposal(match.start(), found.end, "count", "count.couple", Decimal(2), unit=found.unit, sentence=sentence)


def part(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A written-out part of a point: `1/4 point`, `half a point`."""
    match = POINT.match(sentence.text, mention.end, sentence.end)
    return numeric(sentence, mention, match.end(), "count", "count.part", unit="point") if match else None


def _shares_times(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number shares the `times` of the next: `two or three times`."""
    following = mention.follower
    return following is not None and following.form == mention.form and TIMES.match(sentence.text, following.end, sentence.end) is not None


READINGS = {"vague": (vague,), "fraction": (part,)}


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Counts among the sentence's number mentions."""
    mentions = numbers.unclaimed(sentence)
    shared = ratio.shared(sentence, numbers.outside(sentence)) if mentions else ()        # one in four adults counts no four
    for mention in mentions:
        if mention.form in ("ordinal", "multiple") or not stands_alone(sentence, mention):
            continue
        if mention.start in shared:
            continue
        times = TIMES.match(sentence.text, mention.end, sentence.end)
        if times and mention.form != "fraction" and not (is_one(sentence, mention) and times.group().startswith("-")):
            per = divisor(sentence.text, times.end(), sentence.end)
            yield numeric(sentence, mention, times.end(), "count", "count.times", unit="time", per=per)
            continue
        if _shares_times(sentence, mention):
            yield numeric(sentence, mention, mention.end, "count", "count.shared_noun", unit="time")
            continue
        for reading in READINGS.get(mention.form, (partitive, with_noun, elision.elided)):
            if proposal := reading(sentence, mention):
                yield proposal
                break
    yield from couple(sentence)


EXAMPLES = (
    Example("A crowd of 52,318 watched.", ({"text": "52,318", "number": 52318, "unit": None},)),
    Example("The population, 19,000 before the war, is now about 11,000.",
            ({"text": "19,000"}, {"text": "11,000", "modifier": "approximately"})),
    Example("Deaths fell to 1,310 from 4,275.", ({"text": "1,310"}, {"text": "4,275"})),
    Example("He is a father of three.", ({"text": "three", "number": 3},)),
    Example("Attendance was up 5 percent."),
    Example("Attendance: 30,412.", ({"text": "30,412"},)),
    Example("The village (pop. 412) has a school.", ({"text": "412"},)),
    Example("The ward has 72 beds, 12 more than before.", ({"text": "72 beds"}, {"text": "12", "unit": None})),
    Example("Two of the town's mills closed.", ({"text": "Two", "unit": "mill"},)),
    Example("Two more of the mines closed.", ({"text": "Two", "unit": "mine"},)),
    Example("They sent 12 more boats.", ({"text": "12 more boats", "unit": "more boat"},)),
    Example("The index fell to 1,310 from 4,275."),
    Example("In all, 1,733 shares fell, 1,204 rose and 96 were unchanged.", ({"text": "1,733 shares"}, {"text": "1,204"}, {"text": "96"})),
    Example("A total of 263 agreements have been signed.", ({"text": "263 agreements", "number": 263, "unit": "agreement"},)),
    Example("There are 324 general education institutions in the country.",
            ({"text": "324 general education institutions", "unit": "general education institution"},)),
    Example("Relations between the two nations are good.", ({"text": "two nations", "number": 2, "unit": "nation"},)),
    Example("One person was killed.", ({"text": "One person", "number": 1, "unit": "person"},)),
    Example("Dozens of people were hurt.", ({"text": "Dozens of people", "low": 12, "high": 120, "unit": "person"},)),
    Example("Six of the deaths were in the north.", ({"text": "Six", "number": 6, "unit": "death"},)),
    Example("She bought four pairs of gloves.", ({"text": "four pairs", "number": 4, "unit": "pair"},)),
    Example("Among the institutions, 14 offer courses.", ({"text": "14", "number": 14, "unit": None},)),
    Example("Some 1,500 workers and two dozen nurses marched.",
            ({"text": "1,500 workers", "modifier": "approximately"}, {"text": "two dozen nurses", "number": 24})),
    Example("They met two or three times.", ({"text": "two", "unit": "time"}, {"text": "three times", "number": 3})),
    Example("He visited the shrine seven times.", ({"text": "seven times", "number": 7, "unit": "time"},)),
    Example("Between 10 and 15 boats sank.", ({"text": "10 and 15 boats", "low": 10, "high": 15, "unit": "boat"},)),
    Example("More than 1.7 million kettles were sold.", ({"text": "1.7 million kettles", "number": 1700000, "modifier": "more_than"},)),
    Example("The blast killed at least 9 and left 20 injured.", ({"text": "9", "modifier": "at_least"}, {"text": "20", "unit": None})),
    Example("Ten of the city's 12 schools closed.", ({"text": "Ten", "unit": "school"}, {"text": "12 schools", "number": 12})),
    Example("A five-member panel met.", ({"text": "five-member", "number": 5, "unit": "member"},)),
    Example("They sold 4.3M small and cheap phones.",
            ({"text": "4.3M small and cheap phones", "number": 4300000, "unit": "small and cheap phone"},)),
    Example("The oven bakes two thousand loaves per day.",
            ({"text": "two thousand loaves", "number": 2000, "unit": "loaf", "per": "day"},)),
    Example("The 14-person office has a four-door car.", ({"text": "14-person", "unit": "person"}, {"text": "four-door"})),
    Example("A 35-bed ward opened.", ({"text": "35-bed", "unit": "bed"},)),
    Example("He slept in a four-poster and drove a 44-tonner."),
    Example("He sawed a two-by-four on the par-five hole with a 7-iron."),
    Example("It means the loss of 1 150 jobs.", ({"text": "1 150 jobs", "number": 1150},)),
    Example("They live at 221B High Street."),
    Example("They picked 1.9 million 60-kg bags.", ({"text": "1.9 million", "unit": "bag"},)),
    Example("He has a six-figure salary."),
    Example("No one knows; the other one must wait."),
    Example("Russia is one of the main trade partners."),
    Example("It was more than the 170,000 forecast by banks.", ({"text": "170,000", "unit": None},)),
    Example("It is a four bedroom house.", ({"text": "four bedroom house", "number": 4},)),
    Example("The first 12 deal with training.", ({"text": "12", "unit": None},)),
    Example("A crew of 12 flew the 787 jet.", ({"text": "12"},)),
    Example("A bomb killed 200 people in Goma and 10 in Bukavu.", ({"text": "200 people"}, {"text": "10", "unit": "person"})),
    Example("She had 614 votes to 605 for her rival.", ({"text": "614 votes"}, {"text": "605", "unit": "vote"})),
    Example("It is limited to 25 barges, down from as many as 40.", ({"text": "25 barges"}, {"text": "40", "unit": "barge"})),
    Example("A pack of 17 ran past.", ({"text": "17", "unit": None},)),
    Example("They have lost the last three.", ({"text": "three", "unit": None},)),
    Example("At least 31, including eight nurses, were hurt.", ({"text": "31", "modifier": "at_least"}, {"text": "eight nurses"})),
    Example("It fell short of the 61 it needs.", ({"text": "61"},)),
    Example("Injured: 74. Hospitalized: 6.", ({"text": "74"}, {"text": "6"})),
    Example("It raised to nine the number of boats.", ({"text": "nine"},)),
    Example("They now number some 4,000.", ({"text": "4,000"},)),
    Example("They treat 77,000 a day.", ({"text": "77,000", "per": "day"},)),
    Example("It took a two-goal lead.", ({"text": "two-goal", "unit": "goal"},)),
    Example("It was settled by four votes to three.", ({"text": "four votes"}, {"text": "three", "unit": "vote"})),
    Example("Victims numbered 213.", ({"text": "213"},)),
    Example("A temperature of 40 was measured."),
    Example("The town rose 5 places to 12 in the list.", ({"text": "5 places"},)),
    Example("Both leaders praised an upward trajectory."),
    Example("They spoke to one another."),
    Example("The COVID-19 wave has passed."),
    Example("Several people left."),
)
