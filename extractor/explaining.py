"""Which rule fired where, which lost to which, and which mentions no rule took."""
from extractor.extractor import Reading
from extractor.proposals import Proposal

COLUMNS = ("number", "low", "high", "unit", "per", "modifier", "direction", "date", "date_start", "date_end", "when", "relation", "source",
           "assumed")


def explain(reading: Reading) -> str:
    """One article's reading as text for people: its date, then sentence by sentence what every rule made of it."""
    article = reading.article
    dated = f"{article.date} ({article.dated_by})" if article.date else "unknown: relative dates stay unresolved"
    lines = [f"article's date: {dated}", f"article's place: {article.place or 'unknown'}"]
    for sentence in reading.sentences:
        def inside(start: int, first: int = sentence.start, last: int = sentence.end) -> bool:
            return first <= start < last

        lines += ["", " ".join(article.text[sentence.start:sentence.end].split())]
        lines += [_kept(article.text, p) for p in reading.kept if inside(p.start)]
        lines += [f"  lost      {_span(article.text, p)}  {p.rule} to {winner.rule}" for p, winner in reading.lost if inside(p.start)]
        lines += [f"  no rule   {m.start}-{m.end} {article.text[m.start:m.end]!r}" for m in reading.untaken if inside(m.start)]
    return "\n".join(lines) + "\n"


def _span(text: str, proposal: Proposal) -> str:
    return f"{proposal.start}-{proposal.end} {text[proposal.start:proposal.end]!r}"


def _kept(text: str, proposal: Proposal) -> str:
    """A fact, with what is filled of its columns, or a refusal."""
    if proposal.type is None:
        return f"  no fact   {_span(text, proposal)}  {proposal.rule}"
    columns = {name: getattr(proposal, name) for name in COLUMNS}
    if proposal.subject is not None:
        columns["subject"] = repr(text[slice(*proposal.subject)])
    if proposal.relation_to is not None:
        columns["relation_to"] = _span(text, proposal.relation_to)
    columns["anchored_by"] = getattr(proposal.mention, "anchored_by", None)          # what a time was counted from
    filled = "  ".join(f"{name}={value}" for name, value in columns.items() if value is not None)
    return f"  {proposal.type:9} {_span(text, proposal)}  {proposal.rule}  {filled}"
