"""Pinned scores: they hold, they rise, and they fall only when told to."""
from pathlib import Path
from typing import Any

import pytest

from extractor import floors
from extractor.scoring import score

GOLD = [{"doc": "a", "type": "money", "start": start, "end": start + 2, "number": start, "unit": "USD"} for start in (0, 3, 6)]


def report(count: int) -> Any:
    return score(GOLD, GOLD[:count])


def test_scores_hold_where_they_were_pinned_or_above(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert floors.pin(path, report(2), GOLD) == []
    assert floors.check(path, report(2), GOLD) == floors.check(path, report(3), GOLD) == []


def test_every_score_that_fell_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.pin(path, report(3), GOLD)
    fallen = floors.check(path, report(2), GOLD)
    assert "strict money is 0.8000, below its floor of 1.0000" in fallen and len(fallen) == 8      # four ways, for money and for all


def test_floors_do_not_fall_unless_told_to(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.pin(path, report(3), GOLD)
    before = path.read_bytes()
    assert floors.pin(path, report(2), GOLD) and path.read_bytes() == before
    assert floors.pin(path, report(2), GOLD, lower=True) == [] and path.read_bytes() != before
    assert floors.check(path, report(2), GOLD) == []


def test_other_gold_wants_other_floors(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.pin(path, report(3), GOLD)
    assert floors.check(path, report(3), list(reversed(GOLD))) == []
    fewer = floors.check(path, score(GOLD[:2], GOLD[:2]), GOLD[:2])
    assert len(fewer) == 1 and "pinned on other gold" in fewer[0]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"gold": "x", "floors": 3}', '{"gold": "x", "floors": {"strict": {"all": "high"}}}'])
def test_what_is_no_file_of_floors_is_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf8")
    with pytest.raises(ValueError, match=r"floors\.json: is no file of floors"):
        floors.check(path, report(3), GOLD)
