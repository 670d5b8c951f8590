"""What counts and what does not where the parse has a say, with the bundled pipeline: types, texts and values of the numeric facts."""
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor, pipeline
from extractor.fact import TEMPORAL

pytestmark = pytest.mark.skipif(not (Path(pipeline.__file__).parent / "model" / "meta.json").exists(), reason="no pipeline is bundled")


def numeric(extractor: Extractor, text: str) -> list[Any]:
    """The numeric facts of a text: type, words, value or ends, unit."""
    found = [fact for fact in extractor.extract(text, date="2024-04-23") if fact.type not in TEMPORAL]
    return [(fact.type, fact.text, fact.number if fact.number is not None else (fact.low, fact.high), fact.unit) for fact in found]


@pytest.mark.parametrize(("text", "expected"), [
    ("Windows 11 users will wait.", []),
    ("Falcon 9 boosters have landed in the sea.", []),
    ("Overnight 12 boats sank.", [("count", "12 boats", 12, "boat")]),
    ("In Ghana 20 people were hurt.", [("count", "20 people", 20, "person")]),
    ("He gave Smith 20 votes.", [("count", "20 votes", 20, "vote")]),
    ("The chain opened 18 shops and closed seven.", [("count", "18 shops", 18, "shop"), ("count", "seven", 7, None)]),
    ("Medics treated about 600, mostly for blisters.", [("count", "600", 600, None)]),
    ("Anna Lee 44 has left the board.", [("age", "44", 44, "year")]),
    ("Growth was 3 percent in May and 4 in June.", [("percent", "3 percent", 3, "percent"), ("percent", "4", 4, "percent")]),
    ("The angle was 1.4 degrees on average in 2016 and 2.3 last year.",
     [("quantity", "1.4 degrees", 1.4, "degree"), ("quantity", "2.3", 2.3, "degree")]),
    ("It rose 3 percent in May and 400 in all came.", [("percent", "3 percent", 3, "percent"), ("number", "400", 400, None)]),
    ("Stocks fell 3.8 million barrels to 416.9 million.",
     [("quantity", "3.8 million barrels", 3_800_000, "barrel"), ("quantity", "416.9 million", 416_900_000, "barrel")]),
    ("It was backed by 58.3% to 41.7.", [("percent", "58.3%", 58.3, "percent"), ("percent", "41.7", 41.7, "percent")]),
    ("It rose 3% to 41.7.", [("percent", "3%", 3, "percent"), ("number", "41.7", 41.7, None)]),
    ("The state has administered over 2.5 crore doses.", [("count", "2.5 crore doses", 25_000_000, "dose")]),
    ("The index lost 97.", [("number", "97", 97, None)]),
    ("With 97 seats declared, Unity had 49, the Alliance 41 and smaller parties seven.",
     [("count", "97 seats", 97, "seat"), ("count", "49", 49, None), ("count", "41", 41, None), ("count", "seven", 7, None)]),
    ("It was decided by nine votes out of more than 41,000.", [("count", "nine votes", 9, "vote"), ("count", "41,000", 41_000, "vote")]),
    ("One group of inmates filled 10,000 in a day.", [("count", "One group", 1, "group"), ("count", "10,000", 10_000, None)]),
    ("The index hit 38,000.", [("number", "38,000", 38_000, None)]),
    ("They lost a family of four earning $60,000.", [("count", "four", 4, None), ("money", "$60,000", 60_000, "USD")]),
    ("The 14 gauge wire broke.", [("count", "14 gauge wire", 14, "gauge wire")]),
    ("In a 600 bed hospital nobody slept.", [("count", "600 bed hospital", 600, "bed hospital")]),
])
def test_counting(full: Extractor, text: str, expected: list[Any]) -> None:
    assert numeric(full, text) == expected
