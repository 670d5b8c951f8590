"""Units of measure after a number, and quantities with them."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Extractor, units

NAMES = frozenset(units.surfaces().values()) | frozenset(units.symbols().values())


def unit(text: str) -> tuple[str, str | None] | None:
    """The unit and divisor of the one quantity in a text."""
    found = [fact for fact in Extractor(syntax=False).extract(text) if fact.type == "quantity"]
    return (found[0].unit or "", found[0].per) if found else None


@pytest.mark.parametrize(("text", "name", "per"), [
    ("It weighs 12 kg.", "kilogram", None), ("It weighs 12kg.", "kilogram", None), ("It weighs 12 KG.", "kilogram", None),
    ("Winds hit 130 mph.", "mile per hour", None), ("Winds hit 130 miles per hour.", "mile per hour", None),
    ("It runs at 120Hz.", "hertz", None), ("It runs at 50 HZ.", "hertz", None), ("The farm has 40 hectares.", "hectare", None),
    ("A 900 sq ft flat.", "square foot", None), ("A 900 square-foot flat.", "square foot", None),
    ("It used 14 kWh.", "kilowatt hour", None),
    ("It has 450 lb-ft of torque.", "foot pound-force", None), ("It was 21°C.", "degree celsius", None),
    ("It was 21 degrees Celsius.", "degree celsius", None), ("It was 70 °F.", "degree fahrenheit", None),
    ("It was 21 degrees.", "degree", None),
    ("It held 155 µg/m3 of dust.", "microgram per cubic metre", None), ("He gets 40 mpg.", "mile per gallon", None),
    ("They pump 300 barrels a day.", "barrel", "day"), ("Seas rise 3 mm per year.", "millimetre", "year"),
    ("The tower is 300m tall.", "metre", None), ("The wall is 3 m high.", "metre", None), ("A 5-mile run.", "mile", None),
    ("A 2 micron film.", "micrometre", None), ("It has 8 GB of memory.", "gigabyte", None),
    ("A 100 Mbps link.", "megabit per second", None),
    ("The air held 420 ppm.", "parts-per-million", None), ("He is 6'2\" tall.", "foot", None), ("It is 3 feet long.", "foot", None),
    ("Add 250 ml of milk.", "millilitre", None), ("It took 40 gallons.", "gallon", None), ("A 12-ounce steak.", "ounce", None),
])
def test_unit(text: str, name: str, per: str | None) -> None:
    assert unit(text) == (name, per)


@pytest.mark.parametrize("text", [
    "The shop sold 5m units.", "Revenue hit 300m.", "He won 3 gold medals.", "She has two degrees in law.", "The 5G net is up.",
    "They met in 10 in all.", "He waited 60 seconds.", "It took 5 minutes.", "Part 5 a is void.", "She said \"over 5\" twice.",
    "He sat in seat 23A.", "They played 3 league games.", "He ate five bars in a day.", "The team scored 10 points.",
])
def test_no_unit(text: str) -> None:
    assert unit(text) is None


@pytest.mark.parametrize(("text", "number"), [
    ("The boy is 6ft 2in tall.", 6 + 2 / 12), ("It is five feet six inches.", 5.5), ("A 9 pound 8 ounce baby.", 9.5),
    ("Winds of -5 km/h.", -5), ("They ran half a mile.", 0.5), ("It fell a third of an inch.", 1 / 3),
])
def test_compound_values(text: str, number: float) -> None:
    found = [fact for fact in Extractor(syntax=False).extract(text) if fact.type == "quantity"]
    assert found[0].number == pytest.approx(number)


def test_series_share_the_unit() -> None:
    found = Extractor(syntax=False).extract("Runs of 10, 20 and 30 km were held.")
    assert [(fact.number, fact.unit) for fact in found] == [(10, "kilometre"), (20, "kilometre"), (30, "kilometre")]


@given(st.sampled_from(sorted(units.surfaces())))
def test_every_surface_is_found_whole(surface: str) -> None:
    found = units.find(f"5 {surface}", 1, len(surface) + 2)
    assert found is not None
    assert found.end == len(surface) + 2 or found.per is not None


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_is_looked_at(text: str, position: int) -> None:
    found = units.find(text, min(position, len(text)), len(text))
    assert found is None or (found.end <= len(text) and found.name in NAMES | units.NAMED_QUOTIENTS)
