"""The command `score`: gold and facts in; tables or JSON, and an exit code, out."""
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.runs import Date, NoSyntax, Run, build, check_date, echo_json, fail, say

if TYPE_CHECKING:
    from extractor.comparison import Change
    from extractor.scoring import Report, Row

SCORE_HELP = """Score facts against gold: precision, recall and F1 by type, with 95% intervals over articles, and every column.

GOLD is a .jsonl file of facts, a folder of them, or a .gold file. Either --corpus names the articles, to be extracted afresh,
or --facts a file that `extractor extract` wrote. The exit code is 1 where a score lies below the floors of --floor.

Examples:

  extractor score gold --corpus corpus --errors

  extractor score gold --corpus corpus --compare yesterday.jsonl

  extractor score gold --corpus corpus --floor gold/floors.json          (and with --pin to raise the floors to these scores)

  extractor score gold/one.jsonl --facts facts.jsonl --json
"""


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", show_default=False)],
    corpus: Annotated[list[str] | None, typer.Option(help="Articles to extract and score; repeatable.", metavar="INPUT")] = None,
    facts: Annotated[Path | None, typer.Option(help="Facts to score instead.", metavar="FILE")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, extra or different.")] = False,
    compare: Annotated[Path | None, typer.Option(help="List what changed since these facts.", metavar="OLD.jsonl")] = None,
    floor: Annotated[Path | None, typer.Option(help="Fail below the scores pinned here.", metavar="FILE")] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Write these scores to --floor, where none falls.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --pin: write them though some fall.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    date: Date = None, no_syntax: NoSyntax = False,
) -> None:
    """Score facts against gold."""
    from extractor import comparison, scoring

    if (facts is None) == (not corpus):
        raise fail("give the articles with --corpus, or their facts with --facts")
    if (pin and floor is None) or (lower and not pin):
        raise fail("--pin goes with --floor FILE, and --lower with --pin")
    try:
        golds, old = scoring.rows(gold), scoring.rows(compare) if compare else []
        if corpus:
            found, ids, code = extracted(corpus, date, no_syntax, golds)
        else:
            found, code = scoring.rows(facts) if facts else [], 0
            ids = {row["doc"] for row in found}
        check_articles(gold, golds, ids, whole=bool(corpus))
        if compare:
            check_articles(compare, old, ids, whole=False)
        report = scoring.score(golds, found, scoring.empty_gold(gold))
        changes = comparison.changes(old, found, golds) if compare else None
        fallen = held(report, golds, floor, pin, lower) if floor else []
    except (OSError, ValueError) as error:
        raise fail(error, 1) from None
    tell(report, changes, errors, as_json, fallen)
    raise typer.Exit(1 if fallen else code)


def extracted(corpus: list[str], date: str | None, no_syntax: bool, golds: "Sequence[Row]") -> tuple[list[Any], set[str], int]:
    """The facts of a corpus as rows, the ids of its articles, and the exit code. Raises ValueError where gold is of another text."""
    from extractor.scoring import check_texts

    check_date(date)
    run = Run(build(no_syntax), corpus, date)
    found: list[Any] = []
    texts = {}
    for article, outcome in run.outcomes():
        texts[article.id] = article.text
        if isinstance(outcome, list):
            found += [fact.model_dump() for fact in outcome]
    if not texts:
        raise fail("there is no article to score", 1)
    check_texts(golds, texts)
    return found, set(texts), run.code


def check_articles(gold: Path, golds: "Sequence[Row]", ids: set[str], whole: bool) -> None:
    """Warn of gold whose article is not among those with these ids, if they are the `whole` of them and not only those with facts.

    Raises ValueError where no article of the gold is among them.
    """
    wanted = {row["doc"] for row in golds}
    missing = sorted(wanted - ids)
    if missing and ids and len(missing) == len(wanted):
        raise ValueError(f"{gold}: none of its articles is among those given: it has {missing[0]!r}, they have {min(ids)!r}; "
                         "an article's id is its path below the folder that is given")
    if missing and whole:
        say(f"warning: {gold}: {len(missing)} of its {len(wanted)} articles are not among those given: {', '.join(missing[:3])}"
            + (", …" if len(missing) > 3 else ""))


def held(report: "Report", golds: "Sequence[Row]", floor: Path, pin: bool, lower: bool) -> list[str]:
    """What lies below the floors; with `pin` the scores become the floors, unless some fall and `lower` is not given."""
    from extractor import floors

    if not pin:
        return floors.check(floor, report, golds)
    fallen = floors.pin(floor, report, golds, lower)
    return [*fallen, f"{floor}: not written, for floors would fall; give --lower if they shall"] if fallen else []


def tell(report: "Report", changes: "Sequence[Change] | None", errors: bool, as_json: bool, fallen: Sequence[str]) -> None:
    """Print a report, as JSON or tables; what fell goes to standard error as well."""
    for line in fallen:
        say(line)
    if as_json:
        from extractor.intervals import intervals
        echo_json(report.row() | {"intervals": intervals(report.documents), "fallen": fallen}
                  | ({} if changes is None else {"changes": [change.row() for change in changes]}))
        return
    from rich.console import Console

    from extractor.score_tables import show_changes, show_scores
    console = Console()
    show_scores(report, console, errors)
    if changes is not None:
        show_changes(changes, console)
