"""The helper for people's own tests: it passes where facts match, and says what differs where they do not."""
import json
from pathlib import Path

import pytest

from extractor import Article, Extractor
from extractor.testing import assert_facts_match

TEXT = "The storm cost $2.8 million. It killed two people."
MARKED = 'doc: storm\n---\nThe storm cost [$2.8 million](money 2,800,000 USD). It killed [two people](count 2 person).'


@pytest.fixture
def folder(tmp_path: Path, rules: Extractor) -> Path:
    """A user's folders: a corpus, and gold as JSON Lines and marked."""
    for name in ("corpus", "gold", "marked"):
        (tmp_path / name).mkdir()
    (tmp_path / "corpus" / "storm.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "marked" / "storm.gold").write_text(MARKED, encoding="utf8")
    lines = [json.dumps(fact.model_dump()) for fact in rules.extract(TEXT, id="storm")]
    (tmp_path / "gold" / "storm.jsonl").write_text("\n".join(lines), encoding="utf8")
    return tmp_path


def test_gold_that_matches_passes_whatever_its_form(folder: Path, rules: Extractor) -> None:
    for gold in ("gold", "gold/storm.jsonl", "marked", "marked/storm.gold"):
        assert_facts_match(folder / gold, extractor=rules)
        assert_facts_match(str(folder / gold), folder / "corpus", extractor=rules)
    assert_facts_match(folder / "gold/storm.jsonl", [Article(id="storm", text=TEXT)], extractor=rules)


def test_what_differs_is_listed(folder: Path, rules: Extractor) -> None:
    gold = folder / "marked/storm.gold"
    gold.write_text(MARKED.replace("2,800,000", "28").replace("[two people](count 2 person)", "two people"), encoding="utf8")
    with pytest.raises(AssertionError) as raised:
        assert_facts_match(gold, extractor=rules)
    lines = str(raised.value).split("\n")
    assert lines[0].startswith("facts do not match") and lines[1] == "F1 0.0000 (strict) is below 1.0"
    assert lines[2].startswith("different storm:15-27") and lines[3].startswith("extra     storm:39-49")


def test_a_wrong_unit_fails_where_all_is_asked_for(folder: Path, rules: Extractor) -> None:
    gold = folder / "marked/storm.gold"
    gold.write_text(MARKED.replace("USD", "CAD"), encoding="utf8")
    with pytest.raises(AssertionError, match=r"unit      storm:15-27  '\$2\.8 million'  gold 'CAD'  found 'USD'"):
        assert_facts_match(gold, extractor=rules)
    assert_facts_match(gold, columns=(), extractor=rules)
    assert_facts_match(gold, at_least=0.9, extractor=rules)


def test_less_can_be_asked_for(folder: Path, rules: Extractor) -> None:
    gold = folder / "marked/storm.gold"
    gold.write_text(MARKED.replace("[two people](count 2 person)", "[two](count 2 person) people"), encoding="utf8")
    assert_facts_match(gold, at_least=0.5, extractor=rules)
    assert_facts_match(gold, way="overlap", extractor=rules)
    with pytest.raises(AssertionError, match=r"F1 0\.5000"):
        assert_facts_match(gold, at_least=0.51, extractor=rules)


def test_an_article_without_facts_matches_where_none_is_found(tmp_path: Path, rules: Extractor) -> None:
    gold = tmp_path / "calm.gold"
    gold.write_text("doc: calm\n---\nNothing happened.", encoding="utf8")
    assert_facts_match(gold, extractor=rules)
    gold.write_text("doc: calm\n---\nNothing happened for $5.", encoding="utf8")
    with pytest.raises(AssertionError, match="extra"):
        assert_facts_match(gold, extractor=rules)


def test_what_cannot_be_read_is_no_mismatch(folder: Path, rules: Extractor) -> None:
    with pytest.raises(ValueError, match="way is one of strict"):
        assert_facts_match(folder / "gold", way="exact", extractor=rules)
    (folder / "corpus/storm.txt").unlink()
    with pytest.raises(ValueError, match="there is no article 'storm' at "):
        assert_facts_match(folder / "gold", extractor=rules)


def test_the_extractor_is_built_where_none_is_given(folder: Path) -> None:
    assert_facts_match(folder / "marked/storm.gold", columns=())
