"""Amounts of money in every currency, as news writes them."""
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Extractor, currencies
from extractor.currency_names import RARE_SIGNS, SIGNS
from extractor.fact import Fact

RULES = Extractor(syntax=False)


def amounts(text: str) -> list[Fact]:
    return [fact for fact in RULES.extract(text) if fact.type == "money"]


def only(text: str) -> Fact:
    (fact,) = amounts(text)
    return fact


@pytest.mark.parametrize(("written", "number", "code"), [
    ("$5", 5, "USD"), ("US$5", 5, "USD"), ("US $5", 5, "USD"), ("$US5", 5, "USD"), ("A$1.2 billion", 1_200_000_000, "AUD"),
    ("$A3m", 3_000_000, "AUD"),
    ("C$40", 40, "CAD"), ("HK$3.5bn", 3_500_000_000, "HKD"), ("NZ$9", 9, "NZD"), ("S$9", 9, "SGD"), ("NT$9", 9, "TWD"), ("R$9", 9, "BRL"),
    ("€5.5m", 5_500_000, "EUR"), ("£20k", 20_000, "GBP"), ("¥500", 500, "JPY"), ("₹900", 900, "INR"), ("₽900", 900, "RUB"),
    ("Rs 5 crore", 50_000_000, "INR"), ("Rs. 2 lakh", 200_000, "INR"), ("RM2.7 billion", 2_700_000_000, "MYR"), ("kr 500", 500, "SEK"),
    ("500 kr", 500, "SEK"), ("CHF 12", 12, "CHF"), ("12 CHF", 12, "CHF"), ("USD500", 500, "USD"), ("30 MUSD", 30_000_000, "USD"),
    ("75 USD million", 75_000_000, "USD"), ("$5 million Canadian", 5_000_000, "CAD"), ("5 million Hong Kong dollars", 5_000_000, "HKD"),
    ("5 Canadian dollars", 5, "CAD"), ("ten euros", 10, "EUR"), ("50 quid", 50, "GBP"), ("three bucks", 3, "USD"), ("900 yuan", 900, "CNY"),
    ("10 trillion won", 10**13, "KRW"), ("5,000 won", 5000, "KRW"), ("20,000 baht", 20_000, "THB"),
    ("6 billion pesetas", 6_000_000_000, "ESP"),
    ("40 Swiss francs", 40, "CHF"), ("40 million Danish kroner", 40_000_000, "DKK"), ("a million dollars", 1_000_000, "USD"),
    ("half a billion euros", 500_000_000, "EUR"), ("$1.2 trillion", 1_200_000_000_000, "USD"), ("50 cents", 0.5, "USD"),
    ("25¢", 0.25, "USD"),
    ("470p", 4.7, "GBP"), ("30 pence", 0.3, "GBP"), ("80 sen", 0.8, "MYR"), ("60 kopecks", 0.6, "RUB"),
    ("-$50.8bn", -50_800_000_000, "USD"),
    ("three dollars and 50 cents", 3.5, "USD"), ("rupees 5 lakh", 500_000, "INR"), ("$2.78 million", 2_780_000, "USD"),
])
def test_amount(written: str, number: float, code: str) -> None:
    fact = only(f"They paid {written} for it.")
    assert (fact.text, fact.number, fact.unit) == (written, number, code)


@pytest.mark.parametrize(("text", "per"), [
    ("Oil is at $80 a barrel.", "barrel"), ("It costs $14.95/month.", "month"), ("They pay 20 cents per share.", "share"),
    ("He makes $15 an hour.", "hour"), ("An 11-cent-a-share dividend is due.", "share"), ("It is €9 per square metre.", "square metre"),
    ("He paid $5 a day earlier.", None), ("She gave $5 to a friend.", None),
])
def test_divisor(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(("text", "low", "high"), [
    ("It costs $10-20 million.", 10_000_000, 20_000_000), ("It costs between 10 and 20 million dollars.", 10_000_000, 20_000_000),
    ("It costs between $5 and $7 million.", 5_000_000, 7_000_000), ("It costs $20bn-$25bn.", 20_000_000_000, 25_000_000_000),
    ("Fines of $500 to $1,000 are set.", 500, 1000), ("Tens of thousands of dollars went.", 10_000, 100_000),
])
def test_range(text: str, low: int, high: int) -> None:
    fact = only(text)
    assert (fact.number, fact.low, fact.high) == (None, low, high)


@pytest.mark.parametrize("text", ["It rose from $10 million to $20 million.", "It gained 18 cents to $2.40.", "It grew by $5 to $7.",
                                  "He gave $5 million and $7 million."])
def test_two_amounts(text: str) -> None:
    assert len(amounts(text)) == 2


@pytest.mark.parametrize("text", [
    "He is 12 all told.", "She won 12 medals.", "The 20 euro zone nations met.", "He lost 20 pounds of fat.", "All 70 left.",
    "Series A 5 opened.",
    "Turn to p. 470.", "It was 12 C.", "Vitamin C 5 is out.", "The dollar fell.", "Try 5 times.", "They are 5 real men.",
])
def test_no_money(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(("text", "assumed"), [
    ("It cost $5.", "currency: bare $ read as USD"), ("It cost US$5.", None), ("It cost 5 pesos.", "currency: bare peso read as MXN"),
    ("It cost 5 Chilean pesos.", None), ("It cost €5.", None), ("It cost 2 million pounds.", "currency: bare pounds read as GBP")])
def test_what_was_assumed(text: str, assumed: str | None) -> None:
    assert only(text).assumed == assumed


@pytest.mark.parametrize("code", sorted(currencies.CODES))
def test_every_code_is_read_on_both_sides(code: str) -> None:
    for text in (f"They paid {code} 5,000 for it.", f"They paid 5,000 {code} for it."):
        assert (only(text).number, only(text).unit) == (5000, code)


@pytest.mark.parametrize(("name", "code"), [
    (f"{adjective} {name.strip('*!')}", code) for code, adjectives, names in currencies.ROWS for adjective in adjectives for name in names])
def test_every_name_with_its_country(name: str, code: str) -> None:
    assert only(f"They paid 5,000 {name.title()} for it.").unit == code


@given(st.sampled_from(sorted(set(SIGNS) - RARE_SIGNS)), st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2))
def test_every_sign_with_any_amount(sign: str, value: Decimal) -> None:
    fact = only(f"It costs {sign}{value:,} now.")
    assert fact.unit == SIGNS[sign]
    assert fact.number == pytest.approx(float(value))
