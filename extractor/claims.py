"""Picks among overlapping proposals: the longer span, then one explicit order of precedence."""
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.proposals import NumberMention, Proposal

if TYPE_CHECKING:
    from extractor.times.grammar import TimeMention

# Who wins a stretch of equal length: times (`2024-04-23` looks like a code too), refusals, then the more specific type.
ORDER = ("date", "duration", "recurrence", "code", "score", "money", "percent", "age", "quantity", "ratio", "ordinal", "name", "count",
         "number")
RANK = {kind: rank for rank, kind in enumerate(ORDER)}
# A number that has a unit of its own counts nothing after it: `a $30 million bridge contract`.
WITH_UNIT = frozenset({"money", "percent", "quantity", "age"})
WITHOUT_UNIT = frozenset({"count", "number", "ordinal"})
# The kinds that can win only a number that no unit and no code or score has claimed, in the order in which they are asked.
LAST = ("name", "ordinal", "count", "number")
NUMERIC = frozenset({"money", "percent", "ratio", "name", "ordinal", "number"})   # the kinds that need a number outside times


@lru_cache(maxsize=1024)
def rank(rule: str) -> int:
    """A rule's place in the order of precedence, by the kind that it belongs to."""
    return RANK[rule.partition(".")[0]]


def key(proposal: Proposal) -> tuple[int, int, int, str]:
    """Sort key: longer first, then by precedence; place and rule make the order total."""
    return proposal.start - proposal.end, rank(proposal.rule), proposal.start, proposal.rule


def refused(mention: "NumberMention | TimeMention", refusals: list[Proposal]) -> Proposal | None:
    """The refusal that claims some of a number."""
    return next((r for r in refusals if r.start < mention.end and mention.start < r.end), None)


def unclaimed(mentions: list[NumberMention], found: list[Proposal]) -> list[NumberMention]:
    """The mentions that a count, rank or bare number can be made of: no unit of their own is among `found`, no refusal claims them."""
    measured = {id(proposal.mention) for proposal in found if proposal.type in WITH_UNIT}
    refusals = [proposal for proposal in found if proposal.type is None]
    return [mention for mention in mentions if id(mention) not in measured and not (refusals and refused(mention, refusals))]


def settle(proposals: Iterable[Proposal]) -> tuple[list[Proposal], list[tuple[Proposal, Proposal]]]:
    """Return the proposals kept, in text order, and each one that lost with the one that it lost to.

    Refusals (`type` None) are among the kept: they claim their stretch, and the caller leaves them out. A number that
    one of them claims counts no noun after it either, however long that is: `a 2-3 defeat`.
    """
    kept: list[Proposal] = []
    starts: list[int] = []
    lost: list[tuple[Proposal, Proposal]] = []
    candidates = sorted(proposals, key=key)
    measured = {id(p.mention): p for p in candidates if p.mention is not None and p.type in WITH_UNIT}
    refusals = [p for p in candidates if p.type is None]
    for proposal in candidates:
        if proposal.type in WITHOUT_UNIT and proposal.mention is not None:
            better = measured.get(id(proposal.mention)) or (refused(proposal.mention, refusals) if refusals else None)
            if better is not None:
                lost.append((proposal, better))
                continue
        place = bisect_right(starts, proposal.start)                      # the kept are in text order and never overlap
        if place and kept[place - 1].end > proposal.start:
            lost.append((proposal, kept[place - 1]))
        elif place < len(kept) and starts[place] < proposal.end:
            lost.append((proposal, kept[place]))
        else:
            kept.insert(place, proposal)
            starts.insert(place, proposal.start)
    return kept, lost
