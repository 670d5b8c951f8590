"""Relations between the values of one sentence."""
import pytest

from extractor import Extractor

RELATIONS = [
    ("Profit rose to $5 million from $3 million.", [("$5 million", "change_from", "$3 million")]),
    ("Sales fell from 70 tonnes to 50 tonnes.", [("50 tonnes", "change_from", "70 tonnes")]),
    ("The school has 240 pupils (down from 300 last year).", [("240 pupils", "change_from", "300")]),
    ("The quota was 250 and increased to 270 places.", [("270 places", "change_from", "250")]),
    ("There are 324 shops in town, compared to 329 last year.", [("324 shops", "compared_with", "329")]),
    ("Aid of $9 billion, including $2 billion in loans and $1 billion in grants, was agreed.",
     [("$2 billion", "part_of", "$9 billion"), ("$1 billion", "part_of", "$9 billion")]),
    ("The city spent $8 million ($6 million in the centre).", [("$6 million", "part_of", "$8 million")]),
    ("The share was 7.85 percent (3rd place).", [("3rd place", "rank_of", "7.85 percent")]),
    ("They walked seven miles (11 km).", [("11 km", "same_as", "seven miles")]),
    ("Net rose to $94 million, or 89 cents a share, from $85 million, or 83 cents a share.",
     [("$94 million", "change_from", "$85 million"), ("89 cents", "same_as", "$94 million"), ("83 cents", "same_as", "$85 million")]),
    ("Copper ended at $8,650 a tonne, up from $8,400.", [("$8,650", "change_from", "$8,400")]),
    ("Net rose to $94 million, or 89 cents a share, up from $85 million.",
     [("$94 million", "change_from", "$85 million"), ("89 cents", "same_as", "$94 million")]),
    ("The index rose 7% to 38,000 from 37,000.", [("38,000", "change_from", "37,000")]),
    ("It cost $5 million. A year ago $3 million was enough.", []),
    ("Of the 40 guests from 12 countries, two left.", [("two", "part_of", "40 guests")]),
    ("Among the 20 schools in town, 14 offer courses.", [("14", "part_of", "20 schools")]),
    ("Exports made up 3.26 percent in May (5th place).", [("5th place", "rank_of", "3.26 percent")]),
    ("With 97 of 120 seats declared, Blue had won.", [("97", "part_of", "120 seats")]),
    ("Seven of the bank's nine governors voted.", [("Seven", "part_of", "nine governors")]),
    ("Tows are limited to 25 barges, down from as many as 40 barges.", [("25 barges", "change_from", "40 barges")]),
    ("The dividend is cut to 35 cents per share from 52 cents.", [("35 cents", "change_from", "52 cents")]),
    ("Profit fell to €61m, against analysts' average estimate of €84m.", [("€61m", "compared_with", "€84m")]),
    ("A bag held 12 to 85 grams, and a quarter of them exceeded the 32 gram limit.", []),
    ("Aid of $9 billion, including $2 billion in loans, and ended in debt of $3 billion.", [("$2 billion", "part_of", "$9 billion")]),
    ("He came second with 40 points in 3rd gear.", []),
    ("He drove 50 miles from 3rd Street.", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(rules: Extractor, text: str, expected: list[tuple[str, str, str]]) -> None:
    facts = {fact.id: fact for fact in rules.extract(text, date="2024-04-23")}
    assert [(fact.text, fact.relation, facts[fact.relation_to].text) for fact in facts.values() if fact.relation_to] == expected


@pytest.mark.parametrize(("text", "bare", "kind", "unit"), [
    ("There are 324 shops in town, compared to 329 last year.", "329", "count", "shop"),
    ("The quota was 250 and increased to 270 places.", "250", "count", "place"),
    ("The school has 240 pupils (down from 300).", "300", "count", "pupil"),
])
def test_an_elided_noun_is_taken_over(rules: Extractor, text: str, bare: str, kind: str, unit: str) -> None:
    found = next(fact for fact in rules.extract(text, date="2024-04-23") if fact.text == bare)
    assert (found.type, found.unit) == (kind, unit)


def test_down_from_tells_the_direction(rules: Extractor) -> None:
    assert [fact.direction for fact in rules.extract("The school has 240 pupils (down from 300).")] == ["down", None]


@pytest.mark.parametrize(("text", "value", "subject"), [
    ("LONDON, March 12, 2024 - Britain's FTSE 100 closed 1.02% higher on Tuesday.", "1.02%", "Britain's FTSE 100"),
    ("OSLO, May 3, 2024 - Second seed Anna Berg needed just 58 minutes to win.", "58 minutes", "Second seed Anna Berg"),
    ("BERLIN, June 9, 2024 - Second place went to the hosts.", "Second place", None),
    ("London said that it has 40 shops.", "40 shops", "London"),
])
def test_no_value_is_about_the_place_of_the_dateline(full: Extractor, text: str, value: str, subject: str | None) -> None:
    assert {fact.text: fact.subject for fact in full.extract(text)}[value] == subject


def test_the_place_of_the_dateline_says_nothing(full: Extractor) -> None:
    found = full.extract("KATHMANDU, Nov 4, 2023 (News) - At least 157 people were killed when a quake struck, officials said.")
    assert [fact.source for fact in found if fact.type == "count"] == ["officials"]
