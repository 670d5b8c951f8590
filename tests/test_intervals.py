"""Bootstrap intervals: around the score, wider with fewer articles, and the same on every run."""
from extractor.intervals import intervals
from extractor.scoring import ALL, Score, Scores, no_scores


def article(hits: int, extra: int = 0, missed: int = 0, kind: str = "money") -> Scores:
    scores = no_scores()
    for name in (kind, ALL):
        scores["strict"][name] = Score(hits, extra, missed)
    return scores


def test_an_interval_holds_the_score_and_shrinks_with_more_articles() -> None:
    few = {str(i): article(4 + i % 3, 1, i % 2) for i in range(6)}
    many = {str(i): article(4 + i % 3, 1, i % 2) for i in range(60)}
    (low, high), (lower, higher) = intervals(few)["strict"][ALL], intervals(many)["strict"][ALL]
    f1 = sum((each["strict"][ALL] for each in few.values()), Score()).f1
    assert low < f1 < high and higher - lower < high - low


def test_two_articles_draw_one_of_them_twice_or_both() -> None:
    assert intervals({"a": article(1), "b": article(0, missed=1)})["strict"][ALL] == (0.0, 1.0)


def test_articles_of_one_score_have_no_width() -> None:
    assert intervals({name: article(1, 1, 0) for name in "abc"})["strict"][ALL] == (0.6667, 0.6667)


def test_the_order_of_articles_changes_nothing() -> None:
    articles = {str(i): article(i, 3, 1) for i in range(9)}
    assert intervals(articles) == intervals(dict(reversed(articles.items())))


def test_one_article_gives_no_interval_and_a_type_without_facts_neither() -> None:
    assert intervals({"a": article(1)}) == {}
    found = intervals({"a": article(1), "b": article(2)})
    assert "count" not in found["strict"] and found["overlap"] == {}


def test_a_draw_without_facts_of_a_type_says_nothing_about_it() -> None:
    found = intervals({"a": article(1, kind="money")} | {str(i): article(1, kind="count") for i in range(9)})
    assert found["strict"]["money"] == (1.0, 1.0)
