"""The command line: arguments in, one library call, exit code out.

Exit codes: 0 all went well; 1 some input could not be read, or a score lies below what was asked; 2 the call itself is wrong.
"""
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.article import Article
    from extractor.extractor import Extractor
    from extractor.fact import Fact
    from extractor.pool import Outcome

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
                  help="Extract typed, normalised, checkable facts from English news.")
FactType = Enum("FactType", {name: name for name in (  # type: ignore[misc]
    "money", "percent", "count", "quantity", "age", "ordinal", "ratio", "number", "date", "duration", "recurrence")}, type=str)

LONGEST = 10_000_000    # characters of an article

Date = Annotated[str | None, typer.Option(help="The date of articles that bring none of their own, YYYY-MM-DD.", metavar="DATE")]
PartitiveOne = Annotated[bool, typer.Option("--partitive-one", help="Count `one of the …` too.")]
NoSyntax = Annotated[bool, typer.Option("--no-syntax", help="Run the rules without the trained pipeline.")]
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline with the same labels, by name or path.", metavar="NAME-OR-PATH")]
Names = Annotated[str | None, typer.Option(help="A spaCy pipeline to take names alone from.", metavar="NAME-OR-PATH")]


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


def say(message: object) -> None:
    """Tell the user something on standard error."""
    typer.echo(f"extractor: {message}", err=True)


def fail(message: object, code: int = 2) -> typer.Exit:
    """Say why the call cannot be done; the exit to raise."""
    say(message)
    return typer.Exit(code)


def echo_json(data: object) -> None:
    """Print data as JSON that a person can read."""
    from pydantic_core import to_json
    typer.echo(to_json(data, indent=2).decode())


def build(no_syntax: bool, partitive_one: bool = False, model: str | None = None, names: str | None = None) -> "Extractor":
    """The extractor that the options ask for."""
    from extractor.extractor import Extractor
    return Extractor(syntax=not no_syntax, partitive_one=partitive_one, model=model, names=names)


def check_date(date: str | None) -> None:
    """End with a clear message where `--date` is no date."""
    from extractor.article import Article
    try:
        Article(id="", text="", date=date)
    except ValueError:
        raise fail(f"--date {date}: is no date; write YYYY-MM-DD") from None


class Run:
    """One run over inputs: yields each article with its facts, says what was wrong, and knows the exit code."""

    def __init__(self, extractor: "Extractor", inputs: list[str], date: str | None, **limits: Any) -> None:
        self.extractor, self.inputs, self.date = extractor, inputs, date
        self.longest = limits.pop("longest", LONGEST)
        self.limits = limits
        self.problems = 0

    def outcomes(self, finished: "Callable[[str], bool]" = lambda id: False) -> "Iterator[Outcome]":
        """Each article with its facts or failure; those that were finished before are left out."""
        from extractor.pool import Failure

        for article, outcome in self.extractor.pipe((a for a in self.articles() if not finished(a.id)), **self.limits):
            if isinstance(outcome, Failure):
                say(f"{outcome.id}: failed in {outcome.stage}: {outcome.error}")
                self.problems += 1
            yield article, outcome

    def facts(self) -> "Iterator[Fact]":
        """The facts of the articles that did not fail."""
        for _, outcome in self.outcomes():
            if isinstance(outcome, list):
                yield from outcome

    def articles(self) -> "Iterator[Article]":
        """The articles that can be read; what cannot, and what looks odd, is told."""
        from extractor.article import Article
        from extractor.language import warning
        from extractor.reading import read

        for item in read(self.inputs, self.date, self.longest):
            if isinstance(item, Article):
                if doubt := warning(item.text):
                    say(f"warning: {item.id}: {doubt}")
                yield item
            else:
                say(item if item.fatal else f"warning: {item}")
                self.problems += item.fatal

    @property
    def code(self) -> int:
        """0 where every input was read, else 1."""
        return 1 if self.problems else 0


def shown(outcomes: "Iterator[Outcome]", inputs: list[str]) -> "Iterator[Outcome]":
    """The outcomes, with a progress bar on standard error where that is a terminal and the facts go elsewhere."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from extractor.reading import count

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count(inputs), rate="")
        for outcome in outcomes:
            speed = progress.tasks[task].speed
            progress.update(task, advance=1, rate=f"{speed:.0f}/s" if speed else "")
            yield outcome


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
    extractor = build(no_syntax, partitive_one, model, names)
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


SCORE_HELP = """Score facts against gold: precision, recall and F1 by type.

GOLD is a .jsonl file of facts or a folder of them. Either --corpus names the articles, to be extracted afresh, or
--facts a file that `extractor extract` wrote.

Examples:

  extractor score gold --corpus corpus --errors

  extractor score gold/one.jsonl --facts facts.jsonl --json
"""


@app.command(help=SCORE_HELP)
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", show_default=False)],
    corpus: Annotated[list[str] | None, typer.Option(help="Articles to extract and score; repeatable.", metavar="INPUT")] = None,
    facts: Annotated[Path | None, typer.Option(help="Facts to score instead.", metavar="FILE")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, extra or different.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    date: Date = None, no_syntax: NoSyntax = False,
) -> None:
    """Score facts against gold."""
    from extractor import scoring

    if (facts is None) == (not corpus):
        raise fail("give the articles with --corpus, or their facts with --facts")
    code = 0
    try:
        golds = scoring.rows(gold)
        found: list[Any] = scoring.rows(facts) if facts else []
    except (OSError, ValueError) as error:
        raise fail(error, 1) from None
    if corpus:
        check_date(date)
        run = Run(build(no_syntax), corpus, date)
        found, code = [fact.model_dump() for fact in run.facts()], run.code
    report = scoring.score(golds, found)
    if as_json:
        echo_json(report.row())
    else:
        from rich.console import Console

        from extractor.writing import show_scores
        show_scores(report, Console(), errors)
    raise typer.Exit(code)


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
) -> None:
    """Show how a text is read."""
    from extractor.article import Article
    from extractor.explaining import explain as explained
    from extractor.reading import located

    check_date(date)
    extractor = build(no_syntax, partitive_one, model, names)
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
