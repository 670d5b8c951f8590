"""What the form of a name settles."""
import pytest

from extractor import name_forms
from extractor.proposals import Name, Sentence

FORMS = [
    ("Talks with the Republic of Chad went on.", [("Republic", "LOC"), ("Chad", "LOC")], [("Republic of Chad", "LOC")]),
    ("Talks with the Russian Federation went on.", [("Russian Federation", "ORG")], [("Russian Federation", "LOC")]),
    ("He was born in the USSR in 1950.", [], [("USSR", "LOC")]),
    ("The Consulate General of Norway opened.", [("Norway", "LOC")], [("Consulate General of Norway", "ORG")]),
    ("National Leader Juan Pardo spoke.", [("National Leader Juan Pardo", "ORG")], [("Juan Pardo", "PER")]),
    ("The Norwegian composer wrote 40 songs.", [("Norwegian", "LOC")], []),
    ("She got the “Laurel” order.", [("Laurel", "PER")], []),
    ("President Motors Ltd rose.", [("Motors Ltd", "ORG")], [("Motors Ltd", "ORG")]),      # a title that is not in the name
    ("The Norwegian won.", [("Norwegian", "LOC")], [("Norwegian", "LOC")]),                 # nothing goes on after it
    ("Prices in Norway rose.", [("Norway", "LOC")], [("Norway", "LOC")]),
]


@pytest.mark.parametrize(("text", "found", "settled"), FORMS)
def test_forms(text: str, found: list[tuple[str, str | None]], settled: list[tuple[str, str | None]]) -> None:
    names = [Name(text.index(name), text.index(name) + len(name), label) for name, label in found]
    sentence = Sentence(text, 0, len(text), names=names)
    name_forms.mend(sentence)
    assert [(text[name.start:name.end], name.label) for name in sentence.names] == settled
