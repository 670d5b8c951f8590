"""Gold in the text: any text with any facts comes back, and what a person writes wrongly is told with its line."""
from pathlib import Path

import pytest
from hypothesis import given, settings
from labels import CORNERS, articles

from extractor import markup
from extractor.labelled import Labelled, labelled

TEXT = "The storm cost $2.8 million on Monday.\nThe storm killed two people."
HEADER = "doc: storm\ndate: 2024-04-23\n---\n"


def parse(body: str) -> Labelled:
    return markup.parse(HEADER + body, "storm.gold")


@settings(max_examples=400, deadline=None)
@given(articles())
def test_any_text_with_any_facts_comes_back(article: Labelled) -> None:
    assert markup.parse(markup.write(article)) == article


@pytest.mark.parametrize("article", CORNERS)
def test_corners_come_back(article: Labelled) -> None:
    assert markup.parse(markup.write(article)) == article


@settings(deadline=None)
@given(articles())
def test_marks_taken_away_leave_the_text(article: Labelled) -> None:
    content = markup.write(article)
    opened, closed = next(line for line in content.split("\n") if line.startswith("marks: "))[7:].split(" ")
    assert not {opened, closed} & set(article.text)
    assert content.endswith(article.text[article.facts[-1]["end"]:] if article.facts else article.text)


def test_days_before_christ_follow_from_the_value_and_can_be_written() -> None:
    article = markup.parse("doc: a\n---\nFrom [850 BC](date BC0850) to [the 2nd century BC](date BC01), "
                           "[900 to 800 BC](date BC0900/BC0800), [1 BC](date BC0001) and "
                           "[44 BC](date BC0044 days=-0043-03-15..-0043-03-15).", "a.gold")
    assert [(fact["date_start"], fact["date_end"]) for fact in article.facts] == [
        ("-0849-01-01", "-0849-12-31"), ("-0199-01-01", "-0100-12-31"), ("-0899-01-01", "-0799-12-31"), ("0000-01-01", "0000-12-31"),
        ("-0043-03-15", "-0043-03-15")]
    assert markup.parse(markup.write(article)) == article


def test_a_person_writes_little() -> None:
    article = parse('The storm cost [$2.8 million](#1 money 2,800,000 USD subject="storm") on '
                    "[Monday](date 2024-04-22).\nThe storm killed [two people](count person).")
    assert article.text == TEXT
    money, date, count = article.facts
    assert (money["number"], money["unit"], money["subject_start"], money["id"]) == (2800000, "USD", 4, "storm:15-27:money")
    assert (date["date_start"], date["date_end"]) == ("2024-04-22", "2024-04-22")
    assert (count["number"], count["unit"], count["relation"]) == (2, "person", None)          # the number is what the text says


def test_a_subject_is_the_nearest_of_its_kind_unless_numbered() -> None:
    def subject(columns: str) -> int:
        return int(parse(f"oil, oil and [5%](percent 5 {columns}) of oil, gas or oil").facts[0]["subject_start"])

    assert [subject(f'subject{at}="oil"') for at in ("", "@-1", "@-2", "@+1", "@+2")] == [19, 5, 0, 19, 31]


def test_relations_point_by_label() -> None:
    article = parse("up to [$5](money 5 USD change_from=#old) from [$4](#old money 4 USD)")
    assert (article.facts[0]["relation"], article.facts[0]["relation_to"]) == ("change_from", article.facts[1]["id"])


WRONG = [
    ("It cost [$5].", ":4: [$5].: no columns"),
    ("\n\nIt cost [$5](money 5).", ":6: '$5': the unit of money is an ISO 4217 code"),
    ("It cost [$5](wealth 5 USD).", ":4: [$5](wealth 5 USD).: the type comes first"),
    ("It cost [$5 (money 5 USD).", ":4: [$5 (money 5 USD).: the mark is not closed with ] before the end"),
    ("It cost [[$5](money 5 USD).", ":4: [[$5](money 5 USD).: the mark is not closed with ] before the next one"),
    ("It] cost [$5](money 5 USD).", ":4: ] closes a mark that was not opened"),
    ("It cost [](money 5 USD).", ":4: [](money 5 USD).: the mark is empty"),
    ("It cost [$5](money 5 USD", ":4: [$5](money 5 USD: the columns are not closed with )"),
    ("It cost [$5](money 5 USD subject=\"gold\").", ":4: '$5': the subject 'gold' does not stand in the article"),
    ("It cost [$5](money 5 USD subject@-2=\"cost\").", "does not stand in the article as often as @-2 says"),
    ("It cost [$5](money 5 USD part_of=#1).", ":4: '$5': no other fact has the label #1"),
    ("[$5](#1 money 5 USD) and\n[$6](#1 money 6 USD)", ":5: '$6': #1 is the label of another fact"),
    ("in [March](date March)", ":4: 'March': a date has a TIMEX3 value"),
    ("in [March](date 2024-03 days=2024-03-31..2024-03-01)", "date_start 2024-03-31 is after date_end"),
    ("in [March](date 2024-03 days=2024-03-01..2024-03-32)", ":4: 'March': "),
    ("[some](count person) said", ":4: 'some': the number is missing"),
    ("[5 men](count 5 man when=)", ":4: [5 men](count 5 man : a value is missing"),
]


@pytest.mark.parametrize(("body", "message"), WRONG, ids=lambda value: value)
def test_what_is_wrong_is_told_with_its_line(body: str, message: str) -> None:
    with pytest.raises(markup.MarkupError) as raised:
        parse(body)
    assert str(raised.value).startswith("storm.gold:") and message in str(raised.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(markup.MarkupError) as raised:
        parse("[$5](money)\n[$6](wealth)\n[$7](money 7 USD)\n[$8](money 8)")
    assert [line.split(":")[1] for line in str(raised.value).split("\n")] == ["5", "4", "7"]


@pytest.mark.parametrize(("content", "message"), [
    ("", "storm.gold: is empty; a marked file has a header"),
    ("doc: a\n", "storm.gold:1: the header does not end"),
    ("doc: a\nThe storm", "storm.gold:2: is no line of the header"),
    ("date: 2024-01-01\n---\n", "storm.gold:2: the header has no doc"),
    ("doc: a\nmarks: [\n---\n", "marks are two signs"),
    ('doc: "a\n---\n', "storm.gold:1: is no string in JSON"),
])
def test_a_header_that_is_wrong_is_told(content: str, message: str) -> None:
    with pytest.raises(markup.MarkupError, match=message.replace(".", r"\.")):
        markup.parse(content, "storm.gold")


ARTICLE = labelled("storm", TEXT + "\r\n", None, [])


@pytest.mark.parametrize("edit", [
    lambda content: content + "\n",
    lambda content: content.replace("\r\n", "\n").replace("\n", "\r\n"),
    lambda content: content.replace("\r\n", "\n"),
], ids=["a line end more", "all line ends CRLF", "all line ends LF"])
@pytest.mark.parametrize("text", [TEXT, TEXT + "\n", TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r\n") + "\r\n"])
def test_what_editors_do_unasked_is_undone(text: str, edit: object) -> None:
    article = labelled("storm", text, None, [])
    assert markup.parse(edit(markup.write(article))) == article      # type: ignore[operator]


def test_a_changed_text_is_told() -> None:
    with pytest.raises(markup.MarkupError, match="the article's text was changed"):
        markup.parse(markup.write(ARTICLE).replace("storm killed", "storm wounded"))


def test_facts_that_do_not_fit_are_refused() -> None:
    row = {"doc": "storm", "id": "storm:0-3:count", "type": "count", "text": "The", "start": 0, "end": 3}
    for wrong, message in (({"text": "A"}, "does not stand"), ({"subject": "A", "subject_start": 0, "subject_end": 1}, "the subject"),
                           ({"relation": "part_of", "relation_to": "x"}, "no fact of the article")):
        with pytest.raises(ValueError, match=message):
            markup.write(labelled("storm", TEXT, None, [row | wrong]))
    with pytest.raises(ValueError, match="overlaps"):
        labelled("storm", TEXT, None, [row, row | {"start": 2, "end": 5, "text": TEXT[2:5]}])


def test_files_are_read_with_their_line_ends_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "storm.gold"
    path.write_bytes(b"\xef\xbb\xbf" + markup.write(ARTICLE).encode())
    assert markup.read(path) == ARTICLE
    path.write_bytes(b"doc: a\xff\n---\n")
    with pytest.raises(markup.MarkupError, match="not UTF-8"):
        markup.read(path)


def test_a_million_signs_without_marks_are_told_quickly() -> None:
    for body in ("[" * 10**6, "]" * 10**6, "[x](" * 10**5):
        with pytest.raises(markup.MarkupError):
            parse(body)
