"""Two lists of facts of one article → which fact of one is which of the other."""
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Fits: TypeAlias = Callable[[Row, Row], bool]


def same_span(one: Row, other: Row) -> bool:
    """Whether both stand on the same characters."""
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def same_mention(one: Row, other: Row) -> bool:
    """Whether both are of one type and stand on the same characters."""
    return same_span(one, other) and bool(one["type"] == other["type"])


def overlapping(one: Row, other: Row) -> bool:
    """Whether the spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def distance(one: Row, other: Row) -> int:
    """By how many characters the two ends differ, in sum."""
    return int(abs(one["start"] - other["start"]) + abs(one["end"] - other["end"]))


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their article's id, in text order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["doc"]].append(row)
    return {doc: sorted(group, key=lambda row: (row["start"], row["end"])) for doc, group in groups.items()}


def neighbours(golds: Sequence[Row], found: Sequence[Row]) -> list[list[int]]:
    """For each of gold the indices of what overlaps it, both lists in text order."""
    first, near = 0, []
    for gold in golds:
        while first < len(found) and found[first]["end"] <= gold["start"]:
            first += 1
        around = takewhile(lambda j: found[j]["start"] < gold["end"], range(first, len(found)))    # noqa: B023  used up at once
        near.append([j for j in around if overlapping(gold, found[j])])
    return near


def of_one_type(golds: Sequence[Row], found: Sequence[Row]) -> list[list[int]]:
    """For each of gold the indices of what has its type."""
    by_type: dict[str, list[int]] = defaultdict(list)
    for j, fact in enumerate(found):
        by_type[fact["type"]].append(j)
    return [by_type[gold["type"]] for gold in golds]


def matching(golds: Sequence[Row], found: Sequence[Row], fits: Fits, candidates: Sequence[Sequence[int]] | None = None) -> dict[int, int]:
    """A largest one-to-one matching, as indices of gold → indices of found (by augmenting paths, the shortest first).

    `candidates` are for each of gold the indices that can fit at all; without them all are tried.
    """
    tried = candidates if candidates is not None else [range(len(found))] * len(golds)
    fitting = [[j for j in some if fits(gold, found[j])] for gold, some in zip(golds, tried, strict=True)]
    taken: dict[int, int] = {}
    held: dict[int, int] = {}
    for i in range(len(golds)):
        _augment(i, fitting, taken, held)
    return {i: j for j, i in sorted(taken.items())}


def _augment(root: int, fitting: Sequence[Sequence[int]], taken: dict[int, int], held: dict[int, int]) -> None:
    """Match one more of gold, moving others along the path that frees a place; leave all as it is where there is none."""
    reached_from: dict[int, int] = {}
    queue = deque([root])
    while queue:
        i = queue.popleft()
        for j in fitting[i]:
            if j not in reached_from:
                reached_from[j] = i
                if j not in taken:
                    _move(j, root, reached_from, taken, held)
                    return
                queue.append(taken[j])


def _move(j: int, root: int, reached_from: Mapping[int, int], taken: dict[int, int], held: dict[int, int]) -> None:
    """Give the free place `j` to the one that reached it, the place so freed to the one before, and so on to the root."""
    while True:
        i = reached_from[j]
        freed = held.get(i, j)
        taken[j], held[i] = i, j
        if i == root:
            return
        j = freed
