"""Linking against its own gold (`linking/README.md`): what a fact is about, when it holds, who says so, what it hangs on."""
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extractor, scoring
from extractor.fact import TEMPORAL
from extractor.reading import read

FOLDER = Path(__file__).parent / "linking"
# Precision and recall over the facts that were found, as pinned; the goal is a precision of 0.85 in every column.
PINNED = {"subject": (0.86, 0.77), "when": (0.90, 0.75), "relation_to": (0.93, 0.83), "source": (0.97, 0.87), "direction": (0.86, 0.75)}


@pytest.fixture(scope="module")
def pairs(full: Extractor) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each gold fact with the fact of the same span and type."""
    articles = [item for item in read([str(FOLDER / "sentences.jsonl")]) if isinstance(item, Article)]
    found = {fact.id: fact.model_dump() for article in articles for fact in full.facts(article) if fact.type not in TEMPORAL}
    return [(row, found[row["id"]]) for row in scoring.rows(FOLDER / "gold.jsonl") if row["id"] in found]


def test_most_facts_are_found(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    assert len(pairs) >= 186          # of 217


@pytest.mark.parametrize("column", PINNED)
def test_no_column_is_below_what_is_pinned(pairs: list[tuple[dict[str, Any], dict[str, Any]]], column: str) -> None:
    right = sum(gold[column] is not None and gold[column] == fact[column] for gold, fact in pairs)
    filled, wanted = (sum(row[column] is not None for row in rows) for rows in ((f for _, f in pairs), (g for g, _ in pairs)))
    precision, recall = PINNED[column]
    assert right / filled >= precision
    assert right / wanted >= recall
