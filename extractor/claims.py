"""Picks among overlapping proposals: the longer span, then one explicit order of precedence."""
from collections.abc import Iterable

from extractor.proposals import Proposal

# Who wins a stretch of equal length: refusals first, then the more specific type.
ORDER = ("code", "score", "date", "duration", "recurrence", "money", "percent", "age", "quantity", "ratio", "ordinal", "name", "count", "number")
RANK = {kind: rank for rank, kind in enumerate(ORDER)}


def rank(proposal: Proposal) -> int:
    """A proposal's place in the order of precedence, by the kind that its rule belongs to."""
    return RANK[proposal.rule.partition(".")[0]]


def key(proposal: Proposal) -> tuple[int, int, int, str]:
    """Sort key: longer first, then by precedence; place and rule make the order total."""
    return proposal.start - proposal.end, rank(proposal), proposal.start, proposal.rule


def settle(proposals: Iterable[Proposal]) -> tuple[list[Proposal], list[tuple[Proposal, Proposal]]]:
    """Return the proposals kept, in text order, and each one that lost with the one that it lost to.

    Refusals (`type` None) are among the kept: they claim their stretch, and the caller leaves them out.
    """
    kept: list[Proposal] = []
    lost: list[tuple[Proposal, Proposal]] = []
    for proposal in sorted(proposals, key=key):
        winner = next((k for k in kept if k.start < proposal.end and proposal.start < k.end), None)
        if winner is None:
            kept.append(proposal)
        else:
            lost.append((proposal, winner))
    return sorted(kept, key=lambda p: p.start), lost
