"""An article's names agree."""
from extractor.agreement import agree
from extractor.proposals import Name, Sentence
from extractor.tokens import Token


def sentence(text: str, *names: tuple[str, str | None], tags: dict[str, str] | None = None) -> Sentence:
    """A sentence of words with NN for a tag, or that of `tags`, and with these names."""
    made = Sentence(text, 0, len(text))
    made.tokens = []
    start = 0
    for word in text.split():
        start = text.index(word, start)
        made.tokens.append(Token(start, start + len(word), word, word.lower(), (tags or {}).get(word, "NN")))
        start += len(word)
    made.names = [Name(text.index(name), text.index(name) + len(name), label) for name, label in names]
    return made


def labels(*sentences: Sentence) -> list[tuple[str, str | None]]:
    agree(sentences)
    return [(s.text[name.start:name.end], name.label) for s in sentences for name in s.names]


def test_a_surname_is_who_the_full_name_is() -> None:
    assert labels(sentence("Ann Brenko left", ("Ann Brenko", "PER")), sentence("Brenko won", ("Brenko", "LOC")))[1] == ("Brenko", "PER")


def test_a_town_named_more_often_stays_a_town() -> None:
    towns = [sentence("in Lincoln today", ("Lincoln", "LOC")) for _ in range(2)]
    assert labels(sentence("Ann Lincoln left", ("Ann Lincoln", "PER")), *towns)[1:] == [("Lincoln", "LOC")] * 2


def test_most_sentences_decide() -> None:
    told = [sentence("Blorp said", ("Blorp", "ORG")) for _ in range(3)]
    assert labels(*told, sentence("at Blorp", ("Blorp", "LOC")))[-1] == ("Blorp", "ORG")


def test_a_tie_changes_nothing() -> None:
    assert labels(sentence("Blorp said", ("Blorp", "ORG")), sentence("at Blorp", ("Blorp", "LOC"))) == [("Blorp", "ORG"), ("Blorp", "LOC")]


def test_a_type_in_doubt_is_taken_from_elsewhere() -> None:
    assert labels(sentence("Blorp said", ("Blorp", "ORG")), sentence("at Blorp", ("Blorp", None)))[1] == ("Blorp", "ORG")


def test_a_type_in_doubt_everywhere_stays_open() -> None:
    assert labels(sentence("at Blorp", ("Blorp", None))) == [("Blorp", None)]


def test_a_name_is_found_again_where_it_was_overlooked() -> None:
    found = labels(sentence("Blorp said", ("Blorp", "ORG")), sentence("when Blorp fell", tags={"Blorp": "NNP"}))
    assert found == [("Blorp", "ORG"), ("Blorp", "ORG")]


def test_a_part_of_a_longer_name_is_not_found_again() -> None:
    found = labels(sentence("Blorp said", ("Blorp", "ORG")), sentence("the Blorp Cup", tags={"Blorp": "NNP", "Cup": "NNP"}))
    assert found == [("Blorp", "ORG")]
