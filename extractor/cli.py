"""The command line: arguments in, one library call, exit code out.

Exit codes: 0 all went well; 1 some input could not be read, or a score lies below what was asked; 2 the call itself is wrong.
"""
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor import __version__
from extractor.gold_commands import gold
from extractor.runs import (
    LONGEST,
    Date,
    FiscalYearEnd,
    Model,
    Names,
    NoSyntax,
    PartitiveOne,
    Run,
    build,
    check_date,
    echo_json,
    fail,
    say,
    shown,
)
from extractor.score_command import SCORE_HELP, check_articles, score

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.fact import Fact

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
                  help="Extract typed, normalised, checkable facts from English news.")
FactType = Enum("FactType", {name: name for name in (  # type: ignore[misc]
    "money", "percent", "count", "quantity", "age", "ordinal", "ratio", "number", "date", "duration", "recurrence")}, type=str)


def main() -> None:
    """Run the command; a closed pipe (`| head`) ends it quietly."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def _version(asked: bool) -> None:
    if asked:
        from extractor.syntax import model_version
        typer.echo(f"extractor {__version__}\nmodel {model_version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the versions and stop.")] = False,
) -> None:
    pass


EXTRACT_HELP = """Extract the facts of articles as JSON Lines.

INPUT is a .txt file, a .jsonl file with one {"id", "text", "date"} a line, a folder of them, or - for standard input.
Facts go to standard output, or to the file of -o; on a terminal they are shown as a table.

Examples:

  extractor extract article.txt

  extractor extract news/ -o facts.jsonl --date 2024-04-23

  cat article.txt | extractor extract - --type money --type percent | jq .text

  extractor extract news.jsonl -o facts.jsonl --workers 4 --rejects rejects.jsonl   (and with --resume after a break)
"""


@app.command(help=EXTRACT_HELP)
def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", show_default=False)],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the facts here, a journal beside.")] = None,
    types: Annotated[list[FactType] | None, typer.Option("--type", help="Only facts of this type; may be given more than once.")] = None,
    date: Date = None, partitive_one: PartitiveOne = False, no_syntax: NoSyntax = False, model: Model = None, names: Names = None,
    fiscal_year_end: FiscalYearEnd = 12,
    workers: Annotated[int, typer.Option(help="Processes to extract with.", min=1)] = 1,
    rejects: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the articles that failed here.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the run that wrote the output file and was broken off.")] = False,
    seconds: Annotated[float | None, typer.Option(help="The time that one article may take.", min=0.001)] = None,
    megabytes: Annotated[int | None, typer.Option(help="The memory that a worker may take.", min=100)] = None,
    max_chars: Annotated[int, typer.Option(help="The longest article that is read.", min=1)] = LONGEST,
) -> None:
    """Extract the facts of articles."""
    check_date(date)
    if (rejects or resume) and output is None:
        raise fail("--rejects and --resume go with -o FILE")
    extractor = build(no_syntax, partitive_one, model, names, fiscal_year_end)
    run = Run(extractor, inputs, date, workers=workers, seconds=seconds, megabytes=megabytes, longest=max_chars)
    kinds = {kind.value for kind in types or []}

    def chosen(facts: "list[Fact]") -> "list[Fact]":
        return [fact for fact in facts if not kinds or fact.type in kinds]

    if output is not None:
        options = {"date": date, "types": sorted(kinds), **extractor.options}
        save(run, output, rejects, resume, options, chosen)
    else:
        show(run, chosen)
    raise typer.Exit(run.code)


def show(run: Run, chosen: "Callable[[list[Fact]], list[Fact]]") -> None:
    """Write a run's facts to standard output: a table on a terminal, else JSON Lines."""
    from extractor import writing

    if sys.stdout.isatty():
        from rich.console import Console
        writing.show(chosen(list(run.facts())), Console())
        return
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    for _, outcome in shown(run.outcomes(), run.inputs):
        if isinstance(outcome, list):
            writing.write(chosen(outcome), sys.stdout)


def save(run: Run, output: Path, rejects: Path | None, resume: bool, options: dict[str, Any],
         chosen: "Callable[[list[Fact]], list[Fact]]") -> None:
    """Write a run's facts to a file, with its journal and rejects."""
    from extractor.journal import Journal

    try:
        journal = Journal(output, rejects, options, resume)
    except OSError as error:
        raise fail(f"{error.filename}: cannot be written: {error.strerror}") from None
    except ValueError as error:
        raise fail(error) from None
    with journal:
        for article, outcome in shown(run.outcomes(journal.finished), run.inputs):
            if isinstance(outcome, list):
                journal.facts(article.id, chosen(outcome))
            else:
                journal.reject(outcome)


app.command(help=SCORE_HELP)(score)
app.add_typer(gold, name="gold")


REPORT_HELP = """Show articles with their facts as one HTML page, to look at before a table is trusted.

The page holds all it needs and fetches nothing. With --gold it shows what was missed, extra or different.

Examples:

  extractor report article.txt --open

  extractor report corpus -o report.html --gold gold --title "Our articles"
"""


@app.command(help=REPORT_HELP)
def report(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Write the page here.")] = Path("report.html"),
    gold: Annotated[Path | None, typer.Option(help="Facts to compare with: a .jsonl file or a folder of them.", metavar="GOLD")] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False,
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
    date: Date = None, partitive_one: PartitiveOne = False, no_syntax: NoSyntax = False, model: Model = None, names: Names = None,
    fiscal_year_end: FiscalYearEnd = 12,
) -> None:
    """Show articles with their facts as a page."""
    import webbrowser

    from extractor import scoring
    from extractor.report import TITLE, render

    check_date(date)
    try:
        golds = scoring.rows(gold) if gold else None
    except (OSError, ValueError) as error:
        raise fail(error, 1) from None
    run = Run(build(no_syntax, partitive_one, model, names, fiscal_year_end), inputs, date)
    readings = [(article, outcome) for article, outcome in run.outcomes() if isinstance(outcome, list)]
    if not readings:
        raise fail("there is no article to show", 1)
    try:
        if gold and golds:
            check_articles(gold, golds, {article.id for article, _ in readings}, whole=False)
            scoring.check_texts(golds, {article.id: article.text for article, _ in readings})
    except ValueError as error:
        raise fail(error, 1) from None
    try:
        output.write_text(render(readings, golds, title or TITLE), encoding="utf8", newline="\n")
    except OSError as error:
        raise fail(f"{output}: cannot be written: {error.strerror}") from None
    say(f"wrote {output}")
    if open_page and not webbrowser.open(output.resolve().as_uri()):
        say("warning: no browser could be started; open the page yourself")
    raise typer.Exit(run.code)


EXPLAIN_HELP = """Show which rule fired where, which lost to which, and which mentions no rule took.

TEXT is a sentence, or the path of an article, or - for standard input.

Examples:

  extractor explain "Sales rose 7% to $3bn in the third quarter." --date 2024-04-23

  extractor explain article.txt
"""


@app.command(help=EXPLAIN_HELP)
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)],
    date: Date = None, partitive_one: PartitiveOne = False, no_syntax: NoSyntax = False, model: Model = None, names: Names = None,
    fiscal_year_end: FiscalYearEnd = 12,
) -> None:
    """Show how a text is read."""
    from extractor.article import Article
    from extractor.explaining import explain as explained
    from extractor.reading import located

    check_date(date)
    extractor = build(no_syntax, partitive_one, model, names, fiscal_year_end)
    code = 0
    given = [("", Article(id="", text=text, date=date))]
    for _, item in located(text, date) if text == "-" or _is_path(text) else given:
        if isinstance(item, Article):
            typer.echo(explained(extractor.read(item)), nl=False)
        else:
            say(item if item.fatal else f"warning: {item}")
            code = max(code, int(item.fatal))
    raise typer.Exit(code)


def _is_path(text: str) -> bool:
    """Whether the argument names a file or folder, or looks like one that is missing."""
    try:
        return Path(text).exists() or (" " not in text and Path(text).suffix in (".txt", ".jsonl"))
    except OSError:                                                       # a text too long for a path
        return False


@app.command(help="Print the JSON Schema of a fact.")
def schema() -> None:
    """Print the JSON Schema of the record."""
    from extractor.fact import schema as fact_schema
    echo_json(fact_schema())
