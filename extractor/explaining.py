"""Which rule fired where, which lost to which, which mentions no rule took, and how a value hangs together with what it is linked to."""
from extractor.extractor import Reading
from extractor.proposals import Proposal
from extractor.trees import Span, Tree

COLUMNS = ("number", "low", "high", "unit", "per", "modifier", "direction", "date", "date_start", "date_end", "when", "relation", "source",
           "assumed", "subject_by")


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
    if proposal.subject is None:
        columns["subject_by"] = None
    else:
        columns["subject"] = repr(text[slice(*proposal.subject)])
    if proposal.relation_to is not None:
        columns["relation_to"] = _span(text, proposal.relation_to)
    columns["anchored_by"] = getattr(proposal.mention, "anchored_by", None)          # what a time was counted from
    filled = "  ".join(f"{name}={value}" for name, value in columns.items() if value is not None)
    told = f"  {proposal.type:9} {_span(text, proposal)}  {proposal.rule}  {filled}"
    return "\n".join([told, *(f"            {name}: {way}" for name, span in linked(proposal) if (way := path(proposal, span)))])


def linked(proposal: Proposal) -> list[tuple[str, Span]]:
    """The spans that a value's columns were read off, as far as they stand in its own sentence."""
    sentence = proposal.sentence
    assert sentence is not None
    spans: list[tuple[str, Span]] = [("subject", proposal.subject)] if proposal.subject else []
    spans += [("when", (time.start, time.end)) for time in sentence.times if time.value is not None and time.value == proposal.when][:1]
    if proposal.relation_to is not None:
        spans.append((proposal.relation or "", (proposal.relation_to.start, proposal.relation_to.end)))
    if proposal.source is not None and (at := sentence.text.find(proposal.source, sentence.start, sentence.end)) >= 0:
        spans.append(("source", (at, at + len(proposal.source))))
    return [(name, span) for name, span in spans if sentence.start <= span[0] < sentence.end]


def path(proposal: Proposal, span: Span) -> str | None:
    """The way through the parse from a value's head up to a common head and down to that of a span: `percent ↑obj rose ↓nsubj Exports`."""
    sentence = proposal.sentence
    if sentence is None or not sentence.parsed:
        return None
    tree = Tree(sentence)
    first, last = tree.head(proposal.start, proposal.end), tree.head(*span)
    if first is None or last is None or first == last:
        return None
    up, down = [first, *tree.ancestors(first)], [last, *tree.ancestors(last)]
    top = next((index for index in up if index in down), None)
    if top is None:
        return None
    rising = [f"{tree[index].text} ↑{tree[index].dep}" for index in up[:up.index(top)]]
    falling = [f"↓{tree[index].dep} {tree[index].text}" for index in reversed(down[:down.index(top)])]
    return " ".join([*rising, tree[top].text, *falling])
