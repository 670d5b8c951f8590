"""spaCy's DocBin and displacy's drawings: any labelled text comes back, to the last space."""
import json

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from labels import CORNERS, articles
from spacy import displacy
from spacy.tokens import DocBin

from extractor.exchange import spacy_docs
from extractor.labelled import Labelled, labelled

TEXT = "The 45-year-old paid $3bn  for it."
ROWS = [{"doc": "a", "id": "a:4-15:age", "type": "age", "text": "45-year-old", "start": 4, "end": 15, "number": 45, "unit": "year"},
        {"doc": "a", "id": "a:21-25:money", "type": "money", "text": "$3bn", "start": 21, "end": 25, "number": 3000000000, "unit": "USD"}]
ARTICLE = labelled("a", TEXT, "2024-04-23", ROWS)


@settings(deadline=None, max_examples=60)
@given(st.lists(articles(), max_size=3))
def test_any_labelled_texts_come_back_from_a_docbin(found: list[Labelled]) -> None:
    content = spacy_docs.doc_bin(found).to_bytes()
    assert list(spacy_docs.from_doc_bin(content)) == found


@pytest.mark.parametrize("article", CORNERS)
def test_corners_come_back(article: Labelled) -> None:
    assert list(spacy_docs.from_doc_bin(spacy_docs.doc_bin([article]).to_bytes())) == [article]


@settings(deadline=None, max_examples=60)
@given(articles())
def test_any_labelled_text_comes_back_from_a_drawing(article: Labelled) -> None:
    drawn = json.loads(json.dumps(spacy_docs.displacy(article)))
    assert spacy_docs.from_displacy(drawn) == article


def test_spacy_finds_entities_and_spans_where_it_looks_for_them() -> None:
    doc, = DocBin().from_bytes(spacy_docs.doc_bin([ARTICLE]).to_bytes()).get_docs(spacy.blank("en").vocab)
    assert doc.text == TEXT
    assert [(span.text, span.label_) for span in doc.ents] == [(span.text, span.label_) for span in doc.spans["sc"]] == [
        ("45-year-old", "age"), ("$3bn", "money")]


def test_tokens_are_those_of_the_tokenizer_where_no_fact_cuts_them() -> None:
    plain = labelled("a", TEXT, None, [])
    assert [token.text_with_ws for token in spacy_docs.spacy_doc(plain)] == [token.text_with_ws for token in spacy.blank("en")(TEXT)]


def test_displacy_draws_both_styles() -> None:
    drawn = spacy_docs.displacy(ARTICLE)
    assert "money" in displacy.render(drawn, style="ent", manual=True, jupyter=False)
    assert "money" in displacy.render(drawn, style="span", manual=True, jupyter=False)


def test_docs_of_others_bring_their_entities() -> None:
    nlp = spacy.blank("en")
    doc = nlp("It took 3 days.")
    doc.ents = [doc.char_span(8, 9, label="number")]
    found, = spacy_docs.from_doc_bin(DocBin(docs=[doc]).to_bytes())
    assert [(fact["id"], fact["number"]) for fact in found.facts] == [("1:8-9:number", 3)]
    doc.ents = [doc.char_span(8, 9, label="CARDINAL")]
    with pytest.raises(ValueError, match="docbin:1: span 8-9"):
        list(spacy_docs.from_doc_bin(DocBin(docs=[doc]).to_bytes()))


@pytest.mark.parametrize("drawn", [{}, {"text": "a"}, {"text": "a", "ents": [{"start": 0}]}])
def test_what_is_no_drawing_is_told(drawn: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="is no drawing of displacy"):
        spacy_docs.from_displacy(drawn)
