"""Numbers with a unit of measure: length, mass, speed, temperature, energy, data and so on.

The unit is quantulum3's name for it; a quotient that it has no name for is given as unit and `per`. Durations are times
and counts of people or things have nouns: both are other kinds. Letters that could be anything (`m`, `in`, `g`) are
read by what stands around them (`units.letter`).
"""
import re
from collections.abc import Iterator

from extractor import units
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric
from extractor.units import Unit

DIMENSIONS = re.compile(r"[ -]?(?:by|x|×)[ -]?$")
# `6ft 2in`, `five feet 10 inches`: the smaller unit goes on with the larger.
SMALLER = {("foot", "inch"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14}
# Words that are a unit after a number but a thing in a phrase of their own.
THINGS = re.compile(r"[ -](?:degrees? (?:in|from|programs?|courses?|of (?:separation|freedom|difficulty|murder))|yards? (?:sale|signs?)|foot(?:ball|age|print|er)|"
                    r"stone (?:walls?|houses?|buildings?|steps?|age|tablets?)|cups? (?:finals?|wins?|ties?|games?|winners?|titles?|matches|semi)|knots? (?:of|in|that)|"
                    r"mile(?:stone|s apart)?s?-?(?:high club)|pint-sized|atmospheres? (?:of|in)|(?:bits?|drops?|bars?) (?:of|in))\b", re.IGNORECASE)


def unit_of(sentence: Sentence, mention: NumberMention) -> tuple[Unit, NumberMention] | None:
    """The unit after a mention, or after the last of the series that it begins, with the mention that it stands by."""
    last: NumberMention | None = mention
    while last is not None:
        found = units.find(sentence.text, last.end, sentence.end)
        if found:
            return found, last
        dimension = re.compile(r"[ -]?(?:by|x|×)[ -]?").match(sentence.text, last.end, sentence.end)
        last = last.follower or (next((m for m in sentence.numbers if m.start == dimension.end()), None) if dimension else None)
    return None


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Measured quantities among the sentence's number mentions."""
    found: list[Proposal] = []
    for mention in sentence.numbers:
        if mention.form in ("ordinal", "multiple") or THINGS.match(sentence.text, mention.end, sentence.end):
            continue
        reading = unit_of(sentence, mention) or _of(sentence, mention)
        if reading is None:
            continue
        unit, last = reading
        end = unit.end if last is mention else mention.end
        rule = "quantity.unit" if last is mention else "quantity.shared_unit"
        proposal = numeric(sentence, mention, end, "quantity", rule, unit=unit.name, per=unit.per)
        previous = found[-1] if found else None
        if previous and _goes_on(sentence, previous, proposal):
            continue
        found.append(proposal)
    yield from found


def _of(sentence: Sentence, mention: NumberMention) -> tuple[Unit, NumberMention] | None:
    """`hundreds of miles`, `half a mile`, `a third of an inch`."""
    if mention.form not in ("vague", "fraction"):
        return None
    match = re.compile(r" (?:of )?an? | of ").match(sentence.text, mention.end, sentence.end)
    found = units.find(sentence.text, match.end() - 1, sentence.end) if match else None
    return (found, mention) if found else None


def _goes_on(sentence: Sentence, previous: Proposal, proposal: Proposal) -> bool:
    """Add the smaller unit of `6ft 2in` to the larger one; whether it was added."""
    factor = SMALLER.get((previous.unit or "", proposal.unit or ""))
    if factor is None or previous.number is None or proposal.number is None or proposal.number >= factor:
        return False
    if not re.fullmatch(r",? ?(?:and )?-?", sentence.text[previous.end:proposal.start]):
        return False
    previous.number += proposal.number / factor
    previous.end = proposal.end
    return True


EXAMPLES = (
    Example("The road runs for seven miles (11 km).", ({"text": "seven miles", "number": 7, "unit": "mile"}, {"text": "11 km", "number": 11, "unit": "kilometre"})),
    Example("Winds reached 130 mph near the coast.", ({"text": "130 mph", "number": 130, "unit": "mile per hour"},)),
    Example("The signal lies between 15 and 17 kHz.", ({"text": "15 and 17 kHz", "low": 15, "high": 17, "unit": "kilohertz"},)),
    Example("It was 24 degrees at noon and -5 °C at night.", ({"text": "24 degrees", "unit": "degree"}, {"text": "-5 °C", "number": -5, "unit": "degree celsius"})),
    Example("A 3-inch cut was found.", ({"text": "3-inch", "number": 3, "unit": "inch"},)),
    Example("The plant makes 14 kWh a day.", ({"text": "14 kWh", "unit": "kilowatt hour", "per": "day"},)),
    Example("The air held 14.5 µg/m3 of dust.", ({"text": "14.5 µg", "unit": "microgram", "per": "cubic metre"},)),
    Example("The player is 6ft 2in tall.", ({"text": "6ft 2in", "unit": "foot"},)),
    Example("Runs of 10, 20 and 30 km are planned.", ({"text": "10", "unit": "kilometre"}, {"text": "20", "unit": "kilometre"}, {"text": "30 km"})),
    Example("They walked half a mile.", ({"text": "half a mile", "number": 0.5, "unit": "mile"},)),
    Example("The estate covers 1,200 hectares.", ({"text": "1,200 hectares", "unit": "hectare"},)),
    Example("The parcel weighs 1.8 kg.", ({"text": "1.8 kg", "number": 1.8, "unit": "kilogram"},)),
    Example("He has two degrees in law."),
    Example("The 5G network reached 10 in the north."),
    Example("She won three gold medals."),
    Example("Read chapter 7 in the morning."),
    Example("The shop sold 5m units."),
)
