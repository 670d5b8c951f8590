"""Number mentions: what is written, as exact values."""
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from extractor import numbers
from extractor.proposals import NumberMention


def read(text: str) -> list[NumberMention]:
    return numbers.find(text, 0, len(text))


def only(text: str) -> NumberMention:
    (mention,) = read(text)
    return mention


@pytest.mark.parametrize(("text", "value"), [
    ("1,234,567.89", "1234567.89"), ("12,34,567", "1234567"), ("1.234.567", "1234567"), ("1.234,5", "1234.5"), ("3,14", "3.14"),
    (".5", "0.5"), ("12\u00a0345", "12345"), ("12 345 678", "12345678"), ("2.78 million", "2780000"), ("5bn", "5000000000"),
    ("3 mln", "3000000"), ("2 lakh", "200000"), ("5 crore", "50000000"), ("2 crore 50 lakh", "25000000"), ("1.3x10^6", "1300000"),
    ("2.5 × 10⁻³", "0.0025"), ("4e3", "4000"), ("two hundred and six", "206"), ("twenty-one", "21"), ("one hundred thousand", "100000"),
    ("a million", "1000000"), ("half a million", "500000"), ("half a dozen", "6"), ("three quarters of a million", "750000"),
    ("two and a half million", "2500000"), ("one million and a half", "1500000"), ("two point five", "2.5"),
    ("zero point zero three", "0.03"), ("minus five", "-5"), ("-3.5", "-3.5"), ("negative 12", "-12"), ("3/4", "0.75"), ("2 1/2", "2.5"),
    ("4¾", "4.75"), ("two thirds", "0.666666666666667"), ("one twenty-fifth", "0.04"), ("twenty and three fifths", "20.6"),
    ("one hundred and thirty-two fifths", "26.4"), ("six million and three quarters", "6750000"), ("3 dozen", "36"), ("two dozens", "24"),
    ("seven hundredths", "0.07"),
    ("one thousand, two hundred and six", "1206"),
])
def test_value(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(("text", "rank"), [
    ("3rd", 3), ("twenty-first", 21), ("hundred and fifth", 105), ("105th", 105), ("two hundredth", 200), ("1,000th", 1000)])
def test_rank(text: str, rank: int) -> None:
    mention = only(text)
    assert (mention.form, mention.value) == ("ordinal", rank)


@pytest.mark.parametrize(("text", "low", "high"), [
    ("15-17", 15, 17), ("10 to 15 million", 10_000_000, 15_000_000), ("between 10 and 20", 10, 20), ("dozens", 12, 120),
    ("tens of thousands", 10_000, 100_000), ("hundreds", 100, 1000), ("several hundred", 100, 1000), ("a few thousand", 1000, 10_000)])
def test_range(text: str, low: int, high: int) -> None:
    mention = only(text)
    assert (mention.value, mention.low, mention.high) == (None, low, high)


@pytest.mark.parametrize("text", ["fell 5 to 286", "rose by 3 to 40", "10 and 20", "20-10", "a thousand, two"])
def test_two_numbers_are_no_range(text: str) -> None:
    assert len(read(text)) == 2


@pytest.mark.parametrize("text", ["192.168.1.2", "a multi-million pot", "gone", "the tenor", "x" * 50])
def test_nothing(text: str) -> None:
    assert read(text) == []


@given(st.integers(0, 10**15 - 1))
def test_numbers_in_words_come_back(value: int) -> None:
    assert only(num2words(value)).value == value


@given(st.integers(1, 999_999).filter(lambda value: value not in (100, 1000)))   # `one hundredth` is a fraction
def test_ordinals_in_words_come_back(value: int) -> None:
    mention = only(num2words(value, to="ordinal"))
    assert (mention.form, mention.value) == ("ordinal", value)


@given(st.integers(0, 10**15), st.sampled_from([",", "\u00a0", "\u202f", ""]), st.integers(0, 999))
def test_grouped_digits_come_back(value: int, separator: str, decimals: int) -> None:
    written = f"{value:,}".replace(",", separator) + (f".{decimals:03d}" if decimals else "")
    assert only(written).value == Decimal(f"{value}.{decimals:03d}")


@given(st.text(alphabet=st.sampled_from("0123456789.,-/ $%€£½⅔³eExX()[]–—\n'\"and of a half two dozen million third thkmbRsUSD"),
                         max_size=120))
@settings(max_examples=300)
def test_any_text_is_read_and_offsets_hold(text: str) -> None:
    last = 0
    for mention in read(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.start >= last - 1
        last = mention.end
        assert (mention.value is None) == (mention.low is not None and mention.high is not None)


@pytest.mark.parametrize("text", ["7" * 1_000_000, "(" * 500_000 + "5" + ")" * 500_000, "1," * 300_000, "one and " * 100_000,
                         "3/4 " * 100_000,
                                  "million " * 100_000, "- " * 400_000])
def test_long_lines_stay_linear(text: str) -> None:
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 10
