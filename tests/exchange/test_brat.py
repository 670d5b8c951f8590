"""brat's standoff: any labelled text comes back, spans across lines in pieces, and what does not fit is told with its line."""
from dataclasses import replace

import pytest
from hypothesis import given, settings
from labels import CORNERS, articles

from extractor.exchange import brat
from extractor.labelled import Labelled

TEXT = "Sales rose 7% to $3\nbillion."
LINES = ("T1\tpercent 11 13\t7%\nT2\tmoney 17 19;20 27\t$3 billion\n"
         "#1\tAnnotatorNotes T2\tmoney 3,000,000,000 USD\nR1\tsame_as Arg1:T2 Arg2:T1\n")


@settings(deadline=None)
@given(articles())
def test_any_labelled_text_comes_back_but_for_its_date(article: Labelled) -> None:
    assert brat.read(article.doc, article.text, brat.annotations(article)) == replace(article, date=None)


@pytest.mark.parametrize("article", CORNERS)
def test_corners_come_back(article: Labelled) -> None:
    assert brat.read(article.doc, article.text, brat.annotations(article)) == article


def test_the_lines_are_those_of_brat() -> None:
    article = brat.read("a", TEXT, LINES)
    assert [(fact["text"], fact["number"], fact["relation"]) for fact in article.facts] == [
        ("7%", 7, None), ("$3\nbillion", 3000000000, "same_as")]
    assert article.facts[1]["relation_to"] == "a:11-13:percent"
    assert "T2\tmoney 17 19;20 27\t$3 billion\n" in brat.annotations(article)


def test_lines_of_other_kinds_are_left_aside() -> None:
    assert len(brat.read("a", TEXT, "A1\tNegation T1\n*\tEquiv T1 T2\n" + LINES + "\n").facts) == 2


@pytest.mark.parametrize(("lines", "message"), [
    ("T1\tpercent\t7%", "ann:1: is no annotation of brat"),
    ("\nT1 percent 11 13", "ann:2: is no annotation of brat"),
    ("T1\tpercent 11 13\t7%\nR1\tsame_as Arg1:T1 Arg2:T9", "there is no such span"),
    ("T1\tpercent 11 13\t7%\nT2\tcount 11 12\t7\nR1\tnear Arg1:T1 Arg2:T2", "'near' is no relation"),
    ("T1\twealth 11 13\t7%", "'wealth' is no type"),
    ("T1\tmoney 11 13\t7%", "ISO 4217"),
    ("T1\tpercent 11 13\t7%\nT2\tcount 12 13\t%", "overlaps"),
    ("T1\tpercent 11 113\t7%", "stands outside the text"),
    ("T1\tpercent 11 13\t7%\n#1\tAnnotatorNotes T1\tpercent seven", "the unit of a percent is one of"),
])
def test_what_does_not_fit_is_told(lines: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        brat.read("a", TEXT, lines)


def test_the_configuration_names_types_and_relations() -> None:
    assert "[entities]\nmoney\npercent\n" in brat.config() and "change_from\tArg1:<ENTITY>, Arg2:<ENTITY>" in brat.config()
