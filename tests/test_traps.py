"""What libraries and readers in a hurry get wrong, each with the value that a careful reader gives."""
import time
from typing import Any

import pytest

from extractor import Extractor, numbers, numerals
from extractor.kinds import kinds
from extractor.proposals import Sentence

TEMPORAL = frozenset({"date", "duration", "recurrence"})
NUMERIC_KINDS = ("age", "code", "count", "money", "name", "number", "ordinal", "percent", "quantity", "ratio", "score")
RULES = Extractor(syntax=False)


def facts(text: str) -> list[Any]:
    """The numeric facts of a text: type, words, value or ends, unit."""
    found = [fact for fact in RULES.extract(text, date="2024-04-23") if fact.type not in TEMPORAL]
    return [(fact.type, fact.text, fact.number if fact.number is not None else (fact.low, fact.high), fact.unit) for fact in found]


@pytest.mark.parametrize(("text", "expected"), [
    ("The gap is $3bn.", [("money", "$3bn", 3_000_000_000, "USD")]),
    ("It made $5.5m.", [("money", "$5.5m", 5_500_000, "USD")]),
    ("It made £3m.", [("money", "£3m", 3_000_000, "GBP")]),
    ("It owes A$1.2 billion.", [("money", "A$1.2 billion", 1_200_000_000, "AUD")]),
    ("It owes RM2.7 billion.", [("money", "RM2.7 billion", 2_700_000_000, "MYR")]),
    ("The fee ($7.5 million) was paid.", [("money", "$7.5 million", 7_500_000, "USD")]),
    ("A net loss of ($7.5 million) was booked.", [("money", "($7.5 million)", -7_500_000, "USD")]),
    ("He won half a million dollars.", [("money", "half a million dollars", 500_000, "USD")]),
    ("They sent 10 to 15 million doses.", [("count", "10 to 15 million doses", (10_000_000, 15_000_000), "dose")]),
    ("It ran on April 11–12.", []),
    ("The 2023/2024 school year began.", []),
    ("Sales rose from $10 million to $20 million.", [("money", "$10 million", 10_000_000, "USD"),
    ("money", "$20 million", 20_000_000, "USD")]),
    ("The 5G net is up.", []),
    ("A song of the '60s played.", []),
    ("It has 1e400 states.", [("count", "1e400 states", 10**400, "state")]),
    ("It drew 5\u00a0million views.", [("count", "5\u00a0million views", 5_000_000, "view")]),
    ("Prices are on an upward path.", []),
    ("It cost $2.78 million.", [("money", "$2.78 million", 2_780_000, "USD")]),
])
def test_traps_of_the_libraries(text: str, expected: list[Any]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("text", [
    "World War II ended.", "She has an iPhone 14 Pro.", "The S&P 500 was flat.", "He sat in Section 427 Row 21.", "He lives on 5th Avenue.",
    "A Model 3 drove by.", "The G20 met.", "A Boeing 737 landed.", "The 787 Dreamliner flew.", "The FTSE 100 and the Nikkei 225 were flat.",
    "They won 2-1.", "Call 555-0100.", "Call +44 20 7946 0958.", "See www.example.org/2.", "It runs v3.2.1.", "COVID-19 spread.",
    "The COVID -19 wave passed.", "Levels of CO2 fell.", "#Top10 trended.", "It is open 24/7.", "Flight UA 328 left Gate B12.",
    "Turn to page 45 and Figure 3.", "The 118th Congress met.", "The 6th Fleet sailed.", "Under Article 50 it may leave.",
    "He works at BBC One.", "The Big Four met.", "It was on \"60 Minutes\".", "The 9/11 attacks were recalled.", "He took Route 66.",
    "No one knows.", "They spoke to one another.", "One must wait.", "The other one left.", "One of the men left.",
    "On the one hand it is good.",
    "First, we wait.", "She came second.", "They gave first aid.", "Several people left.", "A double-digit rise is due.",
    "A two-way street.",
    "Its 2018 sales were good.", "A category one storm.", "He served on the Group of 20.", "The ID.3 and ID.4 sold well.",
    "He is 12:30 late.", "It was the third quarter.", "The vote was 220-213.", "A Category 5 storm hit.",
])
def test_no_facts(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("It hit 417 last year.", [("number", "417", 417, None)]),
    ("In 2016 1.7 million kettles sold.", [("count", "1.7 million kettles", 1_700_000, "kettle")]),
    ("Sales rose in 2016 to 1.7 million kettles.", [("count", "1.7 million kettles", 1_700_000, "kettle")]),
    ("It fell 7 to 341.", [("number", "7", 7, None), ("number", "341", 341, None)]),
    ("It will fall 2 to 3 percent.", [("percent", "2 to 3 percent", (2, 3), "percent")]),
    ("It gained 31.8 points to 2,206.", [("count", "31.8 points", 31.8, "point"), ("number", "2,206", 2206, None)]),
    ("He went from 240 pounds to 225.", [("quantity", "240 pounds", 240, "pound-mass"), ("quantity", "225", 225, "pound-mass")]),
    ("Another 20 injured were found.", [("count", "20", 20, None)]),
    ("Six of the men left.", [("count", "Six", 6, "man")]),
    ("Three of them left.", [("count", "Three", 3, None)]),
    ("He sold 1.6M red and white flags.", [("count", "1.6M red and white flags", 1_600_000, "red and white flag")]),
    ("Some 12m of its phones broke.", [("count", "12m", 12_000_000, "phone")]),
    ("About 8 B people live.", [("count", "8 B people", 8_000_000_000, "person")]),
    ("It is 15k or 30k dearer than that.", [("number", "15k", 15_000, None), ("number", "30k", 30_000, None)]),
    ("A five-member panel of 12-year-olds met.", [("count", "five-member", 5, "member"), ("age", "12-year-olds", 12, "year")]),
    ("Two-thirds of a million came.", [("number", "Two-thirds of a million", 666_666.666_666_667, None)]),
    ("A group of 40-odd boats left.", [("count", "40-odd boats", 40, "boat")]),
    ("He saw dozens of Fiat and Seat vans.", [("count", "dozens of Fiat and Seat vans", (12, 120), "Fiat and Seat van")]),
    ("It was asked hundreds of times.", [("count", "hundreds of times", (100, 1000), "time")]),
    ("Three people, ages 5, 7 and 12, left.",
     [("count", "Three people", 3, "person"), ("age", "5", 5, "year"), ("age", "7", 7, "year"), ("age", "12", 12, "year")]),
    ("It cost about 6 or $7.", [("money", "6", 6, "USD"), ("money", "$7", 7, "USD")]),
    ("The air was minus-130 degrees Fahrenheit.", [("quantity", "minus-130 degrees Fahrenheit", -130, "degree fahrenheit")]),
])
def test_values_that_need_their_surroundings(text: str, expected: list[Any]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(("text", "modifier"), [
    ("About 40 men left.", "approximately"), ("Some 40 men left.", "approximately"), ("Over 40 men left.", "more_than"),
    ("At least 40 men left.", "at_least"), ("Up to 40 men left.", "at_most"), ("As many as 40 men left.", "at_most"),
    ("Fewer than 40 men left.", "less_than"), ("It took 40 or more men.", "at_least"), ("Just 40 men left.", None),
    ("They fought over 40 men.", None), ("It ticked up to 40%.", None), ("It takes 40-plus men.", "at_least"),
    ("A sub-40 km run.", "less_than"), ("It has 40 men and more dogs.", None), ("They are short of 40 men.", None),
])
def test_modifiers(text: str, modifier: str | None) -> None:
    (fact,) = (fact for fact in RULES.extract(text) if fact.type not in TEMPORAL)
    assert fact.modifier == modifier


@pytest.mark.parametrize(("text", "directions"), [
    ("It rose 3%.", ["up"]), ("It was down 2.1%.", ["down"]), ("A 4 percent drop came.", ["down"]),
    ("It rose to $5 from $4.", ["up", None]),
    ("Chips A advanced 8%, chips B rose under 4%.", ["up", "up"]), ("It lost 84 points, or 0.4%.", ["down", "down"]),
    ("The Dow fell 1.1%, the Nasdaq 0.7% and Tesco by 3%.", ["down", "down", "down"]), ("It cut its debt by 10%.", ["down"]),
    ("It plunged from $52 on Monday to $41.", [None, "down"]), ("It fell 1% to end at 6,000.", ["down", "down"]),
    ("It was 40 (down from 45).", ["down", None]),
    ("A 20-foot drop lay ahead.", [None]), ("They lost three men.", [None]), ("He raised $5 million.", [None]),
    ("It raised its stake to 5%.", ["up"]), ("It carried 6 million people, up 3.5%.", ["up", "up"]),
    ("It cut its forecast for growth by 1.3 points to 2.4 per cent.", ["down", "down"]), ("Police recovered £412.", [None]),
    ("It ended 212 points, or 1.1 percent, lower.", ["down", "down"]),
    ("There is room for 50 basis points of cuts.", ["down"]), ("Sales doubled.", ["up"]), ("It will halve the debt.", ["down"]),
    ("It is double the average.", [None]), ("A 1.3 times higher risk was found.", [None]), ("Women make up 3% of it.", [None]),
    ("A lift of 10 tons; it can lift 10 tons.", [None, None]), ("It was the first drop in four weeks.", [None]),
    ("Take $550 off an old one.", [None]), ("A $2 million gain was booked.", [None]), ("It is lower than 8%.", [None]),
    ("A natural gas contract was at $2.", [None]),
])
def test_directions(text: str, directions: list[str | None]) -> None:
    assert [fact.direction for fact in RULES.extract(text) if fact.type not in TEMPORAL] == directions


def test_a_restatement_takes_the_modifier_over() -> None:
    found = RULES.extract("The cable is more than 90 kilometres (56 miles).")
    assert [fact.modifier for fact in found] == ["more_than", "more_than"]


@pytest.mark.parametrize("pattern", ["5 pounds ", "1, ", "Ocean Five ", "the 5 A", "10 of 12 men and ", "in 2019 5 ", "COVID-19 ",
    "one in four ", "((5 "])
def test_long_sentences_stay_linear(pattern: str) -> None:
    took = []
    for count in (1000, 4000):
        text = pattern * count
        words = numerals.words(text, 0, len(text))
        sentence = Sentence(text, 0, len(text), words, numbers.find(text, 0, len(text)))
        begun = time.perf_counter()
        for kind in NUMERIC_KINDS:
            list(kinds()[kind].propose(sentence))
        took.append(time.perf_counter() - begun)
    assert took[1] < 10 * took[0] + 0.5   # 16 times the time would be quadratic
