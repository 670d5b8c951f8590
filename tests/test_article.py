"""Article dates and places: given, metadata, dateline, in that order."""
import datetime

import pytest

from extractor.article import Article, dated

BODY = " Officials said on Monday that talks went on.\n"

DATES = [
    ("date 2024-04-23 BAKU, Azerbaijan, April 23." + BODY, "2024-04-23", "metadata", "Baku"),
    ("Published: 2 March 2021\n\nA headline\n\nLONDON, March 1 (Reuters) -" + BODY, "2021-03-02", "metadata", "London"),
    ("Date: March 2, 2021" + "\n" + BODY, "2021-03-02", "metadata", None),
    ("A headline\n\nLast updated on 14 June 2022 at 10:15\n\n" + BODY, "2022-06-14", "metadata", None),
    ("OSLO, Norway, May 3, 2023 (NTB) --" + BODY, "2023-05-03", "dateline", "Oslo"),
    ("SKARHOLM, Norway - 18 June 2020 -" + BODY, "2020-06-18", "dateline", "Skarholm"),
    ("Saturday, 7 May 2022\n\nThe town that salt built\n\n" + BODY, "2022-05-07", "metadata", None),
    ("Owls\n\nBy a staff writer · Sunday, 3 February 2019\n\n" + BODY, "2019-02-03", "metadata", None),
    ("Owls\n12 August 2021, 10:30 GMT | Science desk\n\n" + BODY, "2021-08-12", "metadata", None),
    ("Marlow Park, Saturday 9 November 2013\n\n" + BODY, "2013-11-09", "metadata", None),
    ("Owls were seen on the roof – 3 May 2020 was a Sunday – and left." + BODY, None, None, None),
    ("PRESS RELEASE - FOR IMMEDIATE USE\n\nOSLO, 18 June 2020 -" + BODY, "2020-06-18", "dateline", "Oslo"),
    ("CLEVELAND--(BUSINESS WIRE)--Nov. 21, 2019--" + BODY, "2019-11-21", "dateline", "Cleveland"),
    ("NEW YORK, Nov. 21, 2019 /PRNewswire/ --" + BODY, "2019-11-21", "dateline", "New York"),
    ("OSLO, May 4, 2021 (GLOBE NEWSWIRE) --" + BODY, "2021-05-04", "dateline", "Oslo"),
    ("WARNING: roads are icy." + BODY, None, None, None),
    ("LONDON, March 5 (Reuters) -" + BODY, None, None, "London"),
    ("WASHINGTON (AP) —" + BODY, None, None, "Washington"),
    ("NEW DELHI:" + BODY, None, None, "New Delhi"),
    ("SAO PAULO -" + BODY, None, None, "Sao Paulo"),
    ("A quiet week\n\nNothing happened on 3 May 2020." + BODY, None, None, None),
    ("The date 2024-04-23 was chosen by lot." + BODY, None, None, None),
    ("NATO said on Monday that talks went on.", None, None, None),
]


@pytest.mark.parametrize(("text", "date", "source", "place"), DATES)
def test_date_and_place_of_the_head(text: str, date: str | None, source: str | None, place: str | None) -> None:
    article = dated(Article(id="a", text=text))
    assert (str(article.date) if article.date else None, article.dated_by, article.place) == (date, source, place)


def test_a_given_date_wins_over_metadata_and_keeps_the_place() -> None:
    article = dated(Article(id="a", text="Published: 2 March 2021\n\nLONDON, March 1 (Reuters) -" + BODY, date="2020-01-31"))
    assert (article.date, article.dated_by, article.place) == (datetime.date(2020, 1, 31), "given", "London")


@pytest.mark.parametrize("date", ["2024-04-23", "2024-04-23T23:59:59Z", datetime.date(2024, 4, 23), datetime.datetime(2024, 4, 23, 12)])
def test_dates_that_are_taken(date: object) -> None:
    assert Article(id="a", text="x", date=date).date == datetime.date(2024, 4, 23)


@pytest.mark.parametrize("date", ["23 April", "2024-13-01", "soon", "", 5.5])
def test_what_is_no_date_raises(date: object) -> None:
    with pytest.raises(ValueError, match="date"):
        Article(id="a", text="x", date=date)


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(ValueError, match="text"):
        Article(id="a", text="\ud83d")
