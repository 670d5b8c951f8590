"""The facts of an earlier run and of this one → what was gained, lost and changed since, and whether gold agrees.

Facts of one id belong together; of the rest, those that overlap most closely are one fact whose span or type changed.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.alignment import Row, distance, grouped, overlapping, same_mention
from extractor.scoring import OTHER, VALUE, WAYS

COMPARED = ("type", "start", "end", *VALUE, *OTHER)
KINDS = ("gained", "lost", "changed")


@dataclass(frozen=True)
class Change:
    """One difference between two runs. `verdict` is what it does to the strict score: `better`, `worse`, or empty."""

    kind: str
    before: Row | None
    after: Row | None
    columns: tuple[str, ...] = ()
    verdict: str = ""

    @property
    def fact(self) -> Row:
        """The fact as it is now, or was."""
        return self.after or self.before or {}

    def row(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return {"kind": self.kind, "verdict": self.verdict, "columns": list(self.columns), "before": self.before, "after": self.after}


def changes(before: Iterable[Row], after: Iterable[Row], gold: Iterable[Row] = ()) -> list[Change]:
    """What changed, by article in the order of ids, then in text order."""
    olds, news, golds = grouped(before), grouped(after), grouped(gold)
    found = []
    for doc in sorted(olds.keys() | news.keys()):
        found += [_change(old, new, golds.get(doc)) for old, new in pairs(olds.get(doc, []), news.get(doc, []))]
    return [change for change in found if change is not None]


def pairs(olds: Sequence[Row], news: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """The facts of two runs over one article side by side, in text order; None where one run has none."""
    there = {(row["start"], row["end"], row["type"]): row for row in news}
    side_by_side: list[tuple[Row | None, Row | None]] = []
    rest = []
    for old in olds:
        new = there.pop((old["start"], old["end"], old["type"]), None)
        if new is None:
            rest.append(old)
        else:
            side_by_side.append((old, new))
    free = list(there.values())
    for old in rest:
        new = min((row for row in free if overlapping(old, row)), key=lambda row: distance(old, row), default=None)
        free = [row for row in free if row is not new]
        side_by_side.append((old, new))
    side_by_side += [(None, new) for new in free]
    return sorted(side_by_side, key=lambda pair: (pair[1] or pair[0] or {})["start"])


def _change(old: Row | None, new: Row | None, golds: Sequence[Row] | None) -> Change | None:
    """The change from one to the other, None where they say the same."""
    columns: tuple[str, ...] = ()
    if old is not None and new is not None:
        columns = tuple(name for name in COMPARED if old.get(name) != new.get(name))
        if not columns:
            return None
    kind = "changed" if columns else "gained" if old is None else "lost"
    return Change(kind, old, new, columns, "" if golds is None else _verdict(old, new, golds))


def _verdict(old: Row | None, new: Row | None, golds: Sequence[Row]) -> str:
    """Whether the new fact is nearer to gold than the old one: by strict match, then by the number of right columns."""
    was, now = _merit(old, golds), _merit(new, golds)
    return "better" if now > was else "worse" if now < was else ""


def _merit(fact: Row | None, golds: Sequence[Row]) -> tuple[int, int]:
    """How right a fact is, to be compared: one that is not there is neither right nor wrong."""
    if fact is None:
        return 0, 0
    gold = next((row for row in golds if WAYS["strict"](row, fact)), None)
    if gold is None:
        return -1, sum(same_mention(row, fact) for row in golds)
    return 1, sum(gold[name] == fact.get(name) for name in OTHER if name in gold)


def totals(found: Sequence[Change]) -> Mapping[str, int]:
    """How many changes of each kind there are."""
    return {kind: sum(change.kind == kind for change in found) for kind in KINDS}
