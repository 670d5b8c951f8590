"""What holds for every text: exact offsets, no overlap, the same answer every time."""
import datetime
import pickle
import threading
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import Article, Extractor, Fact, extract

PIECES = st.sampled_from([
    "The price rose 7% to $3.5bn", "from €2 million", "on March 5, 2021", "last year", "12 people", "aged 45", "6ft 2in", "two-thirds of",
    "the 3rd place", "between 15 and 17 kHz", "every Monday", "John Smith, 45,", "in the 1990s", "(down from 300)", "twice a year",
    "dozens of", "three months", "Rs 5 crore", ".", ",", "\n\n", "\r\n", "\u00a0", " ", "  ", "\t", "🙂", "e\u0301", "“", "”", "—", "\x00",
    "𝟓", "٣", "½", "1,000,000", "£", "3/4", "$", "2-1", "[", "(",
])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map(" ".join))
DATES = st.one_of(st.none(), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))


def check(text: str, facts: list[Fact]) -> None:
    """Every offset is exact, facts stand in text order and never overlap, relations point at facts of the article."""
    ids = {fact.id for fact in facts}
    for fact in facts:
        assert text[fact.start:fact.end] == fact.text
        assert text[fact.sentence_start:fact.sentence_end] == fact.sentence
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end
        assert fact.subject is None or text[fact.subject_start:fact.subject_end] == fact.subject
        assert all(text[entity.start:entity.end] == entity.text for entity in fact.entities)
        assert fact.relation_to is None or (fact.relation_to in ids and fact.relation_to != fact.id)
    assert all(left.end <= right.start for left, right in pairwise(facts))
    assert len(ids) == len(facts)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DATES)
def test_rules_keep_offsets_on_any_text(text: str, date: datetime.date | None) -> None:
    check(text, Extractor(syntax=False).extract(text, date=date))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, DATES)
def test_the_whole_keeps_offsets_on_any_text(full: Extractor, text: str, date: datetime.date | None) -> None:
    check(text, full.extract(text, date=date))


def test_the_one_line_form() -> None:
    found = [(fact.type, fact.text, fact.number) for fact in extract("Sales rose 7% to $3bn.")]
    assert found == [("percent", "7%", 7), ("money", "$3bn", 3_000_000_000)]


def test_pipe_gives_articles_in_the_order_they_come(rules: Extractor) -> None:
    articles = [Article(id=str(n), text=f"It cost ${n} million.") for n in range(1, 6)]
    assert [(article.id, [fact.number for fact in facts]) for article, facts in rules.pipe(articles)] == [
        (str(n), [n * 1_000_000]) for n in range(1, 6)]


def test_facts_do_not_depend_on_the_articles_read_before(full: Extractor, rules: Extractor) -> None:
    text = "Output fell to 20 tonnes from 30 tonnes last March."
    alone = Extractor().extract(text, date="2024-04-23")
    rules.extract("In May 1987 it was otherwise.", date="1987-06-01")
    full.extract("In May 1987 it was otherwise.", date="1987-06-01")
    assert full.extract(text, date="2024-04-23") == alone


def test_an_extractor_pickles_as_its_options() -> None:
    copy = pickle.loads(pickle.dumps(Extractor(syntax=False, partitive_one=True)))
    assert [fact.number for fact in copy.extract("It is one of the best.")] == [1]


def test_threads_may_share_an_extractor(full: Extractor) -> None:
    texts = [f"The firm sold {n} cars to 20 dealers in May." for n in range(2, 10)]
    expected = [full.extract(text) for text in texts]
    found: dict[int, list[Fact]] = {}
    threads = [threading.Thread(target=lambda n=n, text=text: found.__setitem__(n, full.extract(text))) for n, text in enumerate(texts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[n] for n in range(len(texts))] == expected


def test_no_date_leaves_relative_dates_open(rules: Extractor) -> None:
    found = {fact.text: fact for fact in rules.extract("They met on April 23.") if fact.type == "date"}
    assert (found["April 23"].date, found["April 23"].date_start) == ("XXXX-04-23", None)


SHAPES = {
    "digits": "9" * 100_000, "one line": "The firm paid $5 million on May 3, 2021 to 12 people. " * 800,
    "brackets": "(" * 30_000 + "5" + ")" * 30_000, "dates": "May 3, 2021, " * 2_000, "numbers": "12, " * 4_000,
    "spaces": " " * 100_000 + "5", "hyphens": "5-" * 6_000, "dollars": "$" * 50_000 + "5", "commas": "1,000" * 10_000,
    "dots": "1." * 20_000, "quotes": "“5” " * 3_000, "capitals": "Abc " * 20_000 + "5", "lines": "\n" * 100_000 + "5",
    "words": "twenty " * 4_000, "series": "5 km, " * 3_000, "names": "John Smith, " * 8_000 + "45,",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_text_of_any_shape_takes_time_in_line_with_its_length(rules: Extractor, shape: str) -> None:
    text = SHAPES[shape]

    def seconds(part: str) -> float:
        started = time.process_time()
        check(part, rules.extract(part))
        return time.process_time() - started

    once, twice = seconds(text), seconds(f"{text} {text}")
    assert twice < 3.2 * once + 0.3, (once, twice)


def test_five_megabytes_are_read() -> None:
    text = ("The firm paid $5 million on May 3, 2021. " + "Nothing else was said about it by anyone there. " * 20 + "\n\n") * 5_200
    assert len(text) > 5_000_000
    facts = Extractor(syntax=False).extract(text)
    assert len(facts) == 2 * 5_200
