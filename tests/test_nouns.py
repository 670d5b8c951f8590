"""Counted noun phrases by guessed tags, and the singulars of their heads."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Extractor
from extractor.singulars import singular

RULES = Extractor(syntax=False)


@pytest.mark.parametrize(("plural", "expected"), [
    ("institutions", "institution"), ("people", "person"), ("Companies", "Company"), ("women", "woman"), ("policemen", "policeman"),
    ("specimens", "specimen"), ("lives", "life"), ("wolves", "wolf"), ("movies", "movie"), ("ties", "tie"), ("series", "series"),
    ("buses", "bus"), ("viruses", "virus"), ("cases", "case"), ("houses", "house"), ("nurses", "nurse"), ("glasses", "glass"),
    ("boxes", "box"), ("churches", "church"), ("headaches", "headache"), ("axes", "axe"), ("heroes", "hero"), ("shoes", "shoe"),
    ("quizzes", "quiz"), ("prizes", "prize"), ("analyses", "analysis"), ("criteria", "criterion"), ("RBIs", "RBI"), ("news", "news"),
    ("bus", "bus"), ("corps", "corps"), ("gas", "gas"),
])
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@given(st.text(alphabet="abesixyzhcfvou'’-", min_size=1, max_size=12))
def test_any_word_has_a_singular(word: str) -> None:
    assert singular(word)


@pytest.mark.parametrize(("text", "unit"), [
    ("There are 324 general education institutions in the country.", "general education institution"),
    ("They lost 22 companies last year.", "company"), ("It has 12 first-team players.", "first-team player"),
    ("She has 9,300 civil service workers.", "civil service worker"), ("Three sports clubs closed.", "sports club"),
    ("He met 14 red and white teams.", "red and white team"), ("One tech company makes it.", "tech company"),
    ("Five more losses followed.", "more loss"), ("It drew 50 foreign visitors from Asia.", "foreign visitor"),
    ("They took 12 photos yesterday.", "photo"), ("He won 5 gold medals and 3 cups.", "gold medal"), ("Six people died there.", "person"),
    ("Some 400 protesters marched on.", "protester"), ("He named 20 EU member states.", "EU member state"),
    ("They held five Iraqis in Oslo.", "Iraqi"), ("She has nine GCSEs now.", "GCSE"), ("It flies 12 Airbus jets.", "Airbus jet"),
])
def test_unit_of_a_count(text: str, unit: str) -> None:
    assert [fact.unit for fact in RULES.extract(text) if fact.type == "count"][:1] == [unit]


@given(st.lists(st.sampled_from(
    "5 $3m one half of a third 1/2 2-1 men cents pounds and or to , . ( ) - % °C 6ft 2in years old Smith, The rose by 12.5 dozens".split()),
    max_size=25))
def test_any_jumble_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for fact in RULES.extract(text):
        assert text[fact.start:fact.end] == fact.text
