"""Numbers with a unit of measure: length, mass, speed, temperature, energy, data and so on.

The unit is quantulum3's name for it; a quotient that it has no name for is given as unit and `per`. Durations are times
and counts of people or things have nouns: both are other kinds. Letters that could be anything (`m`, `in`, `g`) are
read by what stands around them (`units.letter`).
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor import numbers, units
from extractor.divisors import divisor
from extractor.kinds.name import last_word, named
from extractor.numerals import quotient
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric
from extractor.sequences import series, shared_scale
from extractor.units import Unit

DIMENSIONS = 2   # after the first: `5 by 7 by 9 inches`
BY = frozenset("bx×")   # what DIMENSION begins with past a gap
DIMENSION = re.compile(r"[ -]?(?:by|x|×)[ -]?")
# `6ft 2in`, `five feet 10 inches`: the smaller unit goes on with the larger.
SMALLER = {("foot", "inch"): Decimal(12), ("yard", "foot"): Decimal(3), ("pound-mass", "ounce"): Decimal(16),
           ("stone", "pound-mass"): Decimal(14)}
GOES_ON = re.compile(r",? ?(?:and )?-?")
FEET_AND_INCHES = re.compile(r"(?:['’′] ?|-foot-)(?P<inches>\d{1,2}(?:\.\d+)?)(?:\"|″|”|''|(?=[\s,.;)-]|$))")
SEATS = frozenset("seat row gate room flat apt apt. apartment suite berth platform form grade class year exhibit route highway".split())
ARTICLE_UNITS = frozenset("""foot inch mile metre meter kilometre kilometer yard centimetre centimeter pound ounce kilo kilogram ton tonne
    litre liter gallon acre hectare""".split())
ONE_UNIT = re.compile(
    r"\ban? (?P<unit>" + "|".join(sorted(ARTICLE_UNITS)) + r")(?:(?P<half> and a half)\b|(?= (?:of|above|below|ahead|away|behind|from|off"
    r"|deep|wide|long|high|tall|thick|apart|north|south|east|west|inland|offshore)\b))", re.IGNORECASE)
LEADING = ("VB", "IN", "TO", "RB", "RP", "CC", ",")   # tags of what leads to such a measure; `5 cents a pound of` has a noun before it
RATIOED = re.compile(r"\d:$")
PART = re.compile(r"\b(?:an?|one)[ -]$", re.IGNORECASE)
OF = re.compile(r" (?:of )?an?(?= )| of(?= )")
# Words that are a unit after a number but a thing in a phrase of their own; what stands after the runners of a 4x100m relay.
NO_MEASURE = re.compile(
    r"[x×]\d{2,4} ?m(?:et(?:re|er)s?)?\b"
    r"|[ -](?:degrees? (?:in (?!the |some |parts |places |an? |(?-i:[A-Z]))|from (?!the |an? )|programs?|programmes?"
    r"|courses?|of (?:separation|freedom|difficulty|murder))|yards? (?:sale|signs?)"
    r"|foot(?:ball|age|print|er)"
    r"|stone (?:walls?|houses?|buildings?|steps?|age|tablets?|\w+ ovens?)|cups? (?:finals?|wins?|ties?|games?|winners?|titles?|matches"
    r"|semi)|knots? (?:in|that)"
    r"|carat gold|pint-sized|(?:bits?|drops?|bars?|cups?) (?:in)|pounds? sterling)\b", re.IGNORECASE)


def unit_of(sentence: Sentence, mention: NumberMention) -> tuple[Unit, NumberMention] | None:
    """The unit after a mention, or after the last of the series that it begins, with the mention that it stands by."""
    members = series(mention)
    for member in members:
        found = units.find(sentence.text, member.end, sentence.end)
        if found:
            return None if member is not mention and named(sentence, mention) else (found, member)   # Voyager 2, 13 billion miles away
    last: NumberMention | None = members[-1]
    if sentence.text[members[-1].end:members[-1].end + 2].lstrip(" -")[:1] not in BY:
        return None
    for _ in range(DIMENSIONS):
        dimension = DIMENSION.match(sentence.text, last.end, sentence.end) if last else None
        last = numbers.starting_at(sentence.numbers, dimension.end()) if dimension else None
        found = units.find(sentence.text, last.end, sentence.end) if last else None
        if last and found:
            return found, last
    return None


def read(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """The quantity that a mention is, by the unit after it."""
    tall = FEET_AND_INCHES.match(sentence.text, mention.end, sentence.end)
    if tall and mention.value is not None and Decimal(tall.group("inches")) < SMALLER["foot", "inch"]:
        inches = Decimal(tall.group("inches")) / SMALLER["foot", "inch"]
        proposal = numeric(sentence, mention, tall.end(), "quantity", "quantity.feet_and_inches", unit="foot")
        proposal.number = mention.value + inches
        return proposal
    scaled = numbers.letter(sentence.text, mention, sentence.end)
    beyond = units.find(sentence.text, scaled[0], sentence.end) if scaled else None
    if scaled and beyond:                                                 # 1.5m km
        return numeric(sentence, mention, beyond.end, "quantity", "quantity.unit", factor=scaled[1], unit=beyond.name, per=beyond.per)
    reading = unit_of(sentence, mention) or _of(sentence, mention)
    if reading is None:
        return None
    unit, last = reading
    if last is mention:
        divided = mention.form == "fraction" and sentence.text.startswith(" of ", mention.end)        # a quarter of a gram
        article = divided and PART.search(sentence.text, max(sentence.start, mention.start - 5), mention.start)
        per = unit.per or (divisor(sentence.text, unit.end, sentence.end) if sentence.text.startswith(" of ", unit.end) else None)
        return numeric(sentence, mention, unit.end, "quantity", "quantity.unit", start=article.start() if article else None, unit=unit.name,
                       per=per)
    scale = shared_scale(mention, last)
    return numeric(sentence, mention, mention.end, "quantity", "quantity.shared_unit", factor=scale, unit=unit.name, per=unit.per)


def _of(sentence: Sentence, mention: NumberMention) -> tuple[Unit, NumberMention] | None:
    """`hundreds of miles`, `half a mile`, `a third of an inch`."""
    if mention.form not in ("vague", "fraction"):
        return None
    match = OF.match(sentence.text, mention.end, sentence.end)
    found = units.find(sentence.text, match.end(), sentence.end) if match else None
    return (found, mention) if found else None


def part_of_unit(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`a third of an inch`: an ordinal that is the share of a unit."""
    article = PART.search(sentence.text, max(sentence.start, mention.start - 5), mention.start)
    match = OF.match(sentence.text, mention.end, sentence.end) if article and mention.value else None
    unit = units.find(sentence.text, match.end(), sentence.end) if match else None
    if article is None or unit is None or not mention.value:
        return None
    value = quotient(Decimal(1), mention.value)
    return Proposal(article.start(), unit.end, "quantity", "quantity.part", value, unit=unit.name, per=unit.per, sentence=sentence,
                    mention=mention)


def _goes_on(sentence: Sentence, previous: Proposal, proposal: Proposal) -> bool:
    """Add the smaller unit of `6ft 2in` to the larger one; whether it was added."""
    factor = SMALLER.get((previous.unit or "", proposal.unit or ""))
    if factor is None or previous.number is None or proposal.number is None or proposal.number >= factor:
        return False
    if not GOES_ON.fullmatch(sentence.text, previous.end, proposal.start):
        return False
    previous.number += proposal.number / factor
    previous.end = proposal.end
    return True


def one_unit(sentence: Sentence) -> Iterator[Proposal]:
    """A length, mass or volume with an article for its number: `a foot of concrete`, `an inch and a half`, `a mile ahead`."""
    if ARTICLE_UNITS.isdisjoint(sentence.words):
        return
    for match in ONE_UNIT.finditer(sentence.text, sentence.start, sentence.end):
        index = sentence.token_at(match.start())
        led = index == 0 or sentence.tokens[index - 1].tag.startswith(LEADING)
        unit = units.find(sentence.text, match.start("unit") - 1, sentence.end)
        if unit is None or not led or numbers.in_time(sentence.times, match.start(), match.end()):
            continue
        halves = Decimal("1.5") if match["half"] else Decimal(1)
        yield Proposal(match.start(), match.end(), "quantity", "quantity.article", halves, unit=unit.name, sentence=sentence)


def measureless(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether what looks like a unit after a mention is none, or the mention a name: `Three Mile Island`, `a 2:1 degree`, `seat 14C`."""
    text = sentence.text
    if mention.form == "words" and text[mention.start].isupper() and named(sentence, mention):
        return True
    return RATIOED.search(text, max(sentence.start, mention.start - 2), mention.start) is not None or last_word(
        sentence, mention) in SEATS or NO_MEASURE.match(text, mention.end, sentence.end) is not None


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Measured quantities among the sentence's number mentions."""
    found: list[Proposal] = []
    for mention in numbers.outside(sentence):
        if mention.form == "multiple":
            continue
        proposal = part_of_unit(sentence, mention) if mention.form == "ordinal" else read(sentence, mention)
        if proposal and not measureless(sentence, mention) and not (found and _goes_on(sentence, found[-1], proposal)):
            found.append(proposal)
    yield from found
    yield from one_unit(sentence)


EXAMPLES = (
    Example("He won the 100m final easily.", ({"text": "100m", "number": 100, "unit": "metre"},)),
    Example("Pressure fell to 978 millibars.", ({"text": "978 millibars", "number": 978, "unit": "millibar"},)),
    Example("The road runs for seven miles (11 km).",
            ({"text": "seven miles", "number": 7, "unit": "mile"}, {"text": "11 km", "number": 11, "unit": "kilometre"})),
    Example("Winds reached 130 mph near the coast.", ({"text": "130 mph", "number": 130, "unit": "mile per hour"},)),
    Example("The signal lies between 15 and 17 kHz.", ({"text": "15 and 17 kHz", "low": 15, "high": 17, "unit": "kilohertz"},)),
    Example("It was 24 degrees at noon and -5 °C at night.",
            ({"text": "24 degrees", "unit": "degree"}, {"text": "-5 °C", "number": -5, "unit": "degree celsius"})),
    Example("A 3-inch cut was found.", ({"text": "3-inch", "number": 3, "unit": "inch"},)),
    Example("The plant makes 14 kWh a day.", ({"text": "14 kWh", "unit": "kilowatt hour", "per": "day"},)),
    Example("The air held 14.5 µg/m3 of dust.", ({"text": "14.5 µg/m3", "unit": "microgram per cubic metre", "per": None},)),
    Example("The player is 6ft 2in tall.", ({"text": "6ft 2in", "unit": "foot"},)),
    Example("Runs of 10, 20 and 30 km are planned.",
            ({"text": "10", "unit": "kilometre"}, {"text": "20", "unit": "kilometre"}, {"text": "30 km"})),
    Example("They walked half a mile.", ({"text": "half a mile", "number": 0.5, "unit": "mile"},)),
    Example("The estate covers 1,200 hectares.", ({"text": "1,200 hectares", "unit": "hectare"},)),
    Example("The parcel weighs 1.8 kg.", ({"text": "1.8 kg", "number": 1.8, "unit": "kilogram"},)),
    Example("The probe is 1.5m km away.", ({"text": "1.5m km", "number": 1500000, "unit": "kilometre"},)),
    Example("He went from 240 pounds to 225.", ({"text": "240 pounds"}, {"text": "225", "number": 225, "unit": "pound-mass"})),
    Example("She ran the 100m in May.", ({"text": "100m", "unit": "metre"},)),
    Example("They won the 4x100m relay.", ({"text": "100m", "unit": "metre"},)),
    Example("It lies at 1,240 m in the hills.", ({"text": "1,240 m", "unit": "metre"},)),
    Example("The probe Voyager 2, 13 billion miles away, is slow.", ({"text": "13 billion miles"},)),
    Example("They dug through a foot of concrete and an inch and a half of tar in 2 hours.",
            ({"text": "a foot", "number": 1, "unit": "foot"}, {"text": "an inch and a half", "number": 1.5, "unit": "inch"})),
    Example("It hit 112 degrees in the valley.", ({"text": "112 degrees", "number": 112},)),
    Example("It costs 5 cents a pound of rice."),
    Example("It uses 9,000 tonnes of malt a year.", ({"text": "9,000 tonnes", "per": "year"},)),
    Example("It weighs a quarter of a gram.", ({"text": "a quarter of a gram", "number": 0.25},)),
    Example("Mills bought 42.6 lakh MT of paddy.", ({"text": "42.6 lakh MT", "number": 4260000, "unit": "tonne"},)),
    Example("It stands 25km off the coast in 40m of water.", ({"text": "25km"}, {"text": "40m", "unit": "metre"})),
    Example("Corals at depths of 3 to 12 m died.", ({"text": "3 to 12 m", "low": 3, "high": 12},)),
    Example("Heat reached 11.2 degree heating weeks.", ({"text": "11.2 degree heating weeks", "unit": "degree heating week"},)),
    Example("It sold 3.4m hectolitres of beer.", ({"text": "3.4m hectolitres", "number": 3400000, "unit": "hectolitre"},)),
    Example("It sold 3m litres of milk (2.8m).", ({"text": "3m litres"}, {"text": "2.8m", "number": 2800000, "unit": "litre"})),
    Example("The screen is 8.25in.", ({"text": "8.25in", "unit": "inch"},)),
    Example("The surface temperature is 5,800 K.", ({"text": "5,800 K", "number": 5800, "unit": "kelvin"},)),
    Example("The old firm sold 5,800K phones."),
    Example("CD sales fell by a third to 11.6m."),
    Example("It drew 5 m visitors."),
    Example("He has a 2:1 degree."),
    Example("She has seat 14C and flat 3F."),
    Example("He has two degrees in law."),
    Example("The 5G network reached 10 in the north."),
    Example("She won three gold medals."),
    Example("Read chapter 7 in the morning."),
    Example("The shop sold 5m units."),
)
