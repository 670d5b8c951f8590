"""The corpus against its gold, labelled by hand: a score below what is pinned here fails."""
from pathlib import Path

import pytest

from extractor import Article, Extractor, scoring

PINNED = {"strict": 1.0, "overlap": 1.0, "value": 1.0, "span": 1.0}
COLUMNS = {"unit": 1.0, "per": 1.0, "modifier": 1.0, "direction": 1.0, "relation": 1.0}


def report(root: Path, extractor: Extractor) -> scoring.Report:
    paths = sorted((root / "corpus").glob("*.txt"))
    articles = [Article(id=path.stem, text=path.open(encoding="utf8", newline="").read()) for path in paths]
    return scoring.score(scoring.rows(root / "gold"), [fact.model_dump() for article in articles for fact in extractor.facts(article)])


@pytest.mark.parametrize("which", ["rules", "full"])
def test_no_score_is_below_what_is_pinned(root: Path, which: str, request: pytest.FixtureRequest) -> None:
    found = report(root, request.getfixturevalue(which))
    assert {way: scores[scoring.ALL].f1 for way, scores in found.scores.items()} == PINNED, found.errors
    assert {name: found.columns[name].precision for name in COLUMNS} == COLUMNS


def test_the_names_beside_every_fact_of_the_first_article_are_right(root: Path, full: Extractor) -> None:
    name = "azerbaijan-russia-relations"
    text = (root / "corpus" / f"{name}.txt").open(encoding="utf8", newline="").read()
    found = {fact.id: [entity.model_dump() for entity in fact.entities] for fact in full.extract(text, id=name)}
    assert found == {row["id"]: row["entities"] for row in scoring.rows(root / "gold" / f"{name}.jsonl")}


def test_gold_stands_where_it_says(root: Path) -> None:
    for row in scoring.rows(root / "gold"):
        text = (root / "corpus" / f"{row['doc']}.txt").open(encoding="utf8", newline="").read()
        assert text[row["start"]:row["end"]] == row["text"]
        assert row["id"] == f"{row['doc']}:{row['start']}-{row['end']}:{row['type']}"
        if row["subject"] is not None:
            assert text[row["subject_start"]:row["subject_end"]] == row["subject"]
