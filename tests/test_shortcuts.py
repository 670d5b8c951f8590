"""What is told at a glance, before a pattern or a kind is asked, loses nothing that the pattern or kind would find."""
import datetime

import pytest

from extractor import Article, Extractor, claims, currencies, divisors, modifiers, units
from extractor.extractor import proposals
from extractor.kinds import kinds
from extractor.proposals import Proposal, Sentence
from extractor.times import anchor

RULES = Extractor(syntax=False)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, ready for the kinds."""
    article = Article(id="", text=text, date=datetime.date(2024, 4, 23))
    found = RULES.mentions(article)
    RULES.syntax.read(found)
    anchor.resolve(found, article.date)
    return found


def won(found: list[Proposal]) -> list[tuple[int, int, str, str]]:
    """The facts among proposals that win."""
    return [(one.start, one.end, one.type, one.rule) for one in claims.settle(found)[0] if one.type is not None]


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_asking_some_kinds_last_and_only_of_free_numbers_changes_no_fact(kind: str) -> None:
    for example in kinds()[kind].EXAMPLES:
        in_turn = [won(proposals(sentence)) for sentence in sentences(example.text)]
        at_once = [won([one for asked in kinds().values() for one in asked.propose(sentence)]) for sentence in sentences(example.text)]
        assert in_turn == at_once, example.text


def test_a_number_with_a_unit_or_in_a_code_is_claimed() -> None:
    (sentence,) = sentences("It paid $30 million for 3 F-16 jets and 40 percent of 6 boats.")
    proposals(sentence)
    assert [str(mention.value) for mention in sentence.unclaimed or []] == ["3", "6"]


def test_a_currency_is_possible_wherever_a_name_of_one_stands() -> None:
    assert [name for name in currencies.WORDS if not currencies.possible(f"5 {name}", 1, 2 + len(name))] == []


@pytest.mark.parametrize("text", [
    "5 kr.", "5 kr", "5 Ft", "5 zł", "5 Kč", "5元", "5 ரூ", "5 MUSD", "5 m euros", "5k dollars", "5€", "5-euro"])
def test_a_currency_is_possible_behind_letters_and_signs(text: str) -> None:
    assert currencies.possible(text, 1, len(text))


def test_every_unit_has_a_beginning_that_is_looked_up() -> None:
    symbols, surfaces = units.symbols(), units.surfaces()
    assert [one for one in symbols if units.single(f"5 {one}", 2, 2 + len(one), spaced=True) is None] == []
    assert [one for one in surfaces if units.single(f"5 {one} of", 2, 5 + len(one), spaced=True) is None] == []


@pytest.mark.parametrize(("words", "expected"), [
    ("up to", "at_most"), ("as many as", "at_most"), ("as few as", "at_least"), ("no more than", "at_most"), ("a maximum of", "at_most"),
    ("at the most", "at_most"), ("at the very least", "at_least"), ("less than or equal to", "at_most"), ("not exceeding", "at_most"),
    ("at least", "at_least"), ("upwards of", "at_least"), ("≥", "at_least"), ("in excess of", "more_than"), ("north of", "more_than"),
    ("over the", "more_than"), ("more than another", "more_than"), (">", "more_than"), ("shy of", "less_than"), ("under", "less_than"),
    ("just short of", "less_than"), ("an estimated", "approximately"), ("in the region of", "approximately"), ("c.", "approximately"),
    ("on the order of", "approximately"), ("more or less", "approximately"), ("close to", "approximately"), ("~", "approximately"),
    ("the", None), ("to", None), ("in the", None)])
def test_a_modifier_is_looked_for_behind_every_word_that_can_tell_one(words: str, expected: str | None) -> None:
    text = f"It made {words} 5"
    assert modifiers.modifier(text, len(text) - 1, len(text), 0, len(text)) == expected


@pytest.mark.parametrize(("after", "expected"), [
    ("/day", "day"), (" / day", "day"), (" per day", "day"), ("-per-day", "day"), (" a day", "day"), (" an hour", "hour"),
    (" each day", "day"), (" every day", "day"), (" of malt a day", "day"), (" days", None)])
def test_a_divisor_is_looked_for_behind_every_beginning_of_one(after: str, expected: str | None) -> None:
    assert divisors.divisor(f"5{after}", 1, 1 + len(after)) == expected
