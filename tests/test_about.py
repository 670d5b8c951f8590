"""What a fact is about, when it holds, and who says so: over the bundled pipeline's parse."""
import pytest

from extractor import Extractor, Fact


def fact(full: Extractor, text: str, span: str) -> Fact:
    return next(f for f in full.extract(text, date="2024-04-23") if f.text == span)


SUBJECTS = [
    ("Orvena shares advanced 8% on Tuesday.", "8%", "Orvena shares"),                       # along the verb
    ("The quota for foreign students was 250.", "250", "quota for foreign students"),       # copula
    ("The volume of trade between Norway and Chile reached $2.78 million.", "$2.78 million", "volume of trade between Norway and Chile"),
    ("Imports of $1.99 million and exports of $794 million were recorded.", "$1.99 million", "Imports"),
    ("Imports of $1.99 million and exports of $794 million were recorded.", "$794 million", "exports"),
    ("The board raised the dividend to 5 cents.", "5 cents", "dividend"),                   # what changes is the object
    ("The city signed a $150,000 contract.", "$150,000", "contract"),                       # adjective use
    ("Sixty percent of its revenue comes from abroad.", "Sixty percent", "revenue"),
    ("The firm, which has 13,000 workers, is based in Leeds.", "13,000 workers", "firm"),   # relative clause
    ("There are 324 schools in Norway.", "324 schools", "Norway"),
    ("The company said it has 40 shops.", "40 shops", "company"),                           # a pronoun that is certain
    ("Aid reached $9 billion ($6 billion in the energy sector).", "$6 billion", "energy sector"),
    ("Maria Ortega, 45, was elected.", "45", "Maria Ortega"),
    ("The 30-share Orvena index fell 2%.", "2%", "30-share Orvena index"),                  # a word with a hyphen is whole
    ("Sales rose to $5 million from $3 million.", "$3 million", "Sales"),                   # an old value is about what the new one is
]


@pytest.mark.parametrize(("text", "span", "subject"), SUBJECTS)
def test_subject(full: Extractor, text: str, span: str, subject: str) -> None:
    assert fact(full, text, span).subject == subject


@pytest.mark.parametrize(("text", "span"), [
    ("Twelve people were hurt.", "Twelve people"),               # what is counted acts itself
    ("I paid $5 for it.", "$5"),
    ("They met in the two towns.", "two towns"),
])
def test_no_subject_is_named(full: Extractor, text: str, span: str) -> None:
    found = fact(full, text, span).subject
    assert found is None or found == "They"


WHEN = [
    ("Sales rose 7% in 2023.", "7%", "2023"),
    ("Sales rose 7% in the first quarter, the firm said on Monday.", "7%", "2024-Q1"),      # not the day of saying
    ("In 2022, exports fell 3% and imports grew 4%.", "4%", "2022"),
    ("Exports fell 3% in 2021 and grew 4% in 2022.", "3%", "2021"),
    ("Exports fell 3% in 2021 and grew 4% in 2022.", "4%", "2022"),
    ("Sales rose to $3 billion in the first quarter from $2.8 billion a year earlier.", "$2.8 billion", "2023-Q1"),
    ("Output fell 3% in 2021. It employed 400 workers.", "400 workers", "2021"),           # the sentence before sets the scene
    ("Output fell 3% in 2021.\n\nThe firm has 400 workers.", "400 workers", None),          # not across paragraphs
    ("LONDON, March 5 (Reuters) - The firm has 400 workers.", "400 workers", None),         # nor the dateline
]


@pytest.mark.parametrize(("text", "span", "when"), WHEN)
def test_when(full: Extractor, text: str, span: str, when: str | None) -> None:
    assert fact(full, text, span).when == when


SOURCES = [
    ("The firm said sales rose 7%.", "7%", "The firm"),
    ("Sales rose 7%, the company said.", "7%", "the company"),
    ("According to an SEC filing, it has 400 workers.", "400 workers", "an SEC filing"),
    ("The storm killed 40 people, according to local officials.", "40 people", "local officials"),
    ("Sales rose 7%.", "7%", None),
    ("The firm posted sales of $5 million.", "$5 million", None),
]


@pytest.mark.parametrize(("text", "span", "source"), SOURCES)
def test_source(full: Extractor, text: str, span: str, source: str | None) -> None:
    assert fact(full, text, span).source == source
