"""Tokens, heads and names as the rest of the program gets them."""
from pathlib import Path

import pytest

from extractor import Extractor, pipeline, syntax
from extractor.proposals import Sentence
from extractor.syntax import Syntax

COUNTS = [
    ("The ministry opened 324 general education institutions in the north.", "324", "institutions"),
    ("More than 1,200 people lost their homes.", "1,200", "people"),
    ("Two nurses and three doctors signed the letter.", "three", "doctors"),
    ("He has sold 15 of his 40 paintings.", "40", "paintings"),
    ("At least 17 railway bridges were damaged by the flood.", "17", "bridges"),
    ("She won four Olympic gold medals.", "four", "medals"),
]
ODD = ["Profits rose 🙂 by\u00a05 percent.\r\n\r\nShares\r\nfell.",
       "\ufeffÉmile’s firm—Acme—hired 40\u2009workers.", "A\tB  C\n\nD", " leading space, 3 dogs "]


@pytest.fixture(scope="module")
def reader() -> Syntax:
    return Syntax()


def read(reader: Syntax, *texts: str) -> list[Sentence]:
    sentences = [Sentence(text, 0, len(text)) for text in texts]
    reader.read(sentences)
    return sentences


@pytest.mark.parametrize(("text", "number", "head"), COUNTS)
def test_a_number_hangs_on_what_it_counts(reader: Syntax, text: str, number: str, head: str) -> None:
    tokens = read(reader, text)[0].tokens
    token = next(token for token in tokens if token.text == number)
    assert tokens[token.head].text == head


@pytest.mark.parametrize("text", ODD)
def test_offsets_are_exact(reader: Syntax, text: str) -> None:
    sentence = Sentence("xx" + text, 2, 2 + len(text))
    reader.read([sentence])
    assert [sentence.text[token.start:token.end] for token in sentence.tokens] == [token.text for token in sentence.tokens]
    assert "".join(token.text for token in sentence.tokens) == "".join(text.split())
    assert all(-1 <= token.head < len(sentence.tokens) for token in sentence.tokens)
    assert sentence.parsed


def test_heads_count_tokens_without_white_space(reader: Syntax) -> None:
    tokens = read(reader, "The\n\n two\u00a0\u00a0dogs barked.")[0].tokens
    assert [token.text for token in tokens] == ["The", "two", "dogs", "barked", "."]
    assert [tokens[token.head].text for token in tokens[:3]] == ["dogs", "dogs", "barked"]


def test_an_article_reads_the_same_whatever_was_read_before(reader: Syntax) -> None:
    texts = [text for text, _, _ in COUNTS]
    fresh = Syntax()
    read(fresh, *ODD)
    read(fresh, *reversed(texts))
    first, second = read(reader, *texts), read(fresh, *texts)
    assert [(s.tokens, s.names) for s in first] == [(s.tokens, s.names) for s in second]


def test_no_sentences_need_no_pipeline() -> None:
    reader = Syntax()
    reader.read([])
    assert "_parser" not in vars(reader)


def test_names_have_offsets_into_the_text(reader: Syntax) -> None:
    text = "🙂 Angela Merkel flew to Paris.\n\nShe met the head of Siemens there."
    found = [(text[start:end], label) for start, end, label in reader.names(text)]
    assert found == [("Angela Merkel", "PER"), ("Paris", "LOC"), ("Siemens", "ORG")]
    assert syntax.names(text) == reader.names(text)


def test_nationalities_and_times_are_no_names(reader: Syntax) -> None:
    assert reader.names("Russian and French officials will meet again on Monday in March.") == []


def test_names_can_come_from_another_pipeline(tmp_path: Path) -> None:
    import spacy
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Blorp"}])  # type: ignore[attr-defined]
    other.to_disk(tmp_path)
    sentence = read(Syntax(names_from=str(tmp_path)), "Blorp sold 12 cars.")[0]
    assert [(name.start, name.end, name.label) for name in sentence.names] == [(0, 5, "ORG")]
    assert sentence.parsed


def test_a_pipeline_that_is_not_there_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"the pipeline .*nosuch cannot be loaded: give the name"):
        Syntax(model=str(tmp_path / "nosuch")).load()


def test_rules_alone_without_a_bundled_pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "BUNDLED", tmp_path)
    sentence = read(Syntax(), "He sold 12 cars.")[0]
    assert [token.text for token in sentence.tokens] == ["He", "sold", "12", "cars", "."]
    assert not sentence.parsed
    assert syntax.model_version() is None


def test_words_are_forgotten_after_some_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "ZONE", 3)
    monkeypatch.setattr(syntax, "KEPT", 2)
    extractor = Extractor()
    texts = [f"Zq{'abcdefghij'[n]}x sold {n + 2} kl{'abcdefghij'[n]}rps in 2019." for n in range(10)]
    found = [extractor.extract(text) for text in texts]
    assert sum("Zq" in word for word in extractor.syntax._parser.vocab.strings) <= 2 + 3
    assert [extractor.extract(text) for text in reversed(texts)][::-1] == found


def test_a_base_form_that_nothing_governs_tells_the_present() -> None:
    from extractor.times.tense import tense

    text = "They meet Monday."
    sentence = Sentence(text, 0, len(text), parsed=True)
    for tag, found in ("VB", "present"), ("VBP", "present"), ("VBD", "past"):
        sentence.tokens[1].tag = tag
        assert tense(sentence, 10, 16) == found
    text = "They voted Monday."
    sentence = Sentence(text, 0, len(text), parsed=True)
    sentence.tokens[1].tag = "VB"
    assert tense(sentence, 11, 17) == "past"
    text = "They will meet Monday."
    sentence = Sentence(text, 0, len(text), parsed=True)
    sentence.tokens[2].tag = "VB"
    assert tense(sentence, 15, 21) == "future"
