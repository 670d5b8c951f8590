"""Pinned scores: the floors below which a score must not fall, kept in a file beside the gold.

The file names the gold that the floors were measured on by its checksum: gold that was edited gives other scores, so its
floors must be pinned anew. Floors rise when they are pinned; they fall only where the caller says so.
"""
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from extractor.alignment import Row
from extractor.scoring import Report

Floors = dict[str, dict[str, float]]


def checksum(gold: Iterable[Row]) -> str:
    """A checksum of gold facts, whatever their order."""
    lines = sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in gold)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def measured(report: Report) -> Floors:
    """The scores that floors are for: F1 per way and type that gold has, and accuracy per column that gold labels."""
    floors = {way: {kind: score.row()["f1"] for kind, score in by_type.items() if score.hits + score.missed}
              for way, by_type in report.scores.items()}
    columns = {name: round(score.precision, 4) for name, score in report.columns.items() if score.hits + score.extra}
    return floors | {"columns": columns}


def below(floors: Floors, now: Floors) -> list[str]:
    """What fell, a line for each; a score that is not there any more fell too."""
    return [f"{group} {name} is {now.get(group, {}).get(name, 0.0):.4f}, below its floor of {floor:.4f}"
            for group, names in floors.items() for name, floor in names.items() if now.get(group, {}).get(name, 0.0) < floor]


def read(path: Path) -> tuple[str, Floors]:
    """The gold's checksum and the floors of a file. Raises ValueError for a file that is none of floors."""
    try:
        content = from_json(path.read_bytes())
        floors = {str(group): {str(name): float(value) for name, value in names.items()} for group, names in content["floors"].items()}
        return str(content["gold"]), floors
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: is no file of floors; write one with --pin: {error!r}") from None


def check(path: Path, report: Report, gold: Iterable[Row]) -> list[str]:
    """What is wrong with the scores, a line for each: nothing where all hold. Raises ValueError as `read` does."""
    pinned, floors = read(path)
    wrong = below(floors, measured(report))
    if pinned != checksum(gold):
        wrong.insert(0, f"{path}: these floors were pinned on other gold; look at the scores, then pin them anew")
    return wrong


def pin(path: Path, report: Report, gold: Iterable[Row], lower: bool = False) -> list[str]:
    """Write the scores as the floors; with anything below the old floors, write nothing and say what, unless `lower`."""
    now = measured(report)
    fallen = below(read(path)[1], now) if path.exists() else []
    if fallen and not lower:
        return fallen
    content: Mapping[str, Any] = {"gold": checksum(gold), "floors": now}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf8")
    return []
