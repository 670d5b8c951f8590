"""The command line: arguments in, one library call, exit code out.

Exit codes: 0 all went well; 1 some input could not be read, or a score lies below what was asked; 2 the call itself is wrong.
"""
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor import __version__

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.extractor import Extractor
    from extractor.fact import Fact

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False,
                  help="Extract typed, normalised, checkable facts from English news.")
FactType = Enum("FactType", {name: name for name in (  # type: ignore[misc]
    "money", "percent", "count", "quantity", "age", "ordinal", "ratio", "number", "date", "duration", "recurrence")}, type=str)

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
    """One run over inputs: yields each article's facts, says what was wrong, and knows the exit code."""

    def __init__(self, extractor: "Extractor", inputs: list[str], date: str | None, types: list[Any] | None = None) -> None:
        self.extractor, self.inputs, self.date = extractor, inputs, date
        self.types = {kind.value for kind in types or []}
        self.problems = 0

    def __iter__(self) -> Iterator[list["Fact"]]:
        for _, facts in self.extractor.pipe(self.articles()):
            yield [fact for fact in facts if not self.types or fact.type in self.types]

    def articles(self) -> Iterator["Article"]:
        """The articles that can be read; what cannot, and what looks odd, is told."""
        from extractor.article import Article
        from extractor.language import warning
        from extractor.reading import read

        for item in read(self.inputs, self.date):
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


EXTRACT_HELP = """Extract the facts of articles as JSON Lines.

INPUT is a .txt file, a .jsonl file with one {"id", "text", "date"} a line, a folder of them, or - for standard input.
Facts go to standard output, or to the file of -o; on a terminal they are shown as a table.

Examples:

  extractor extract article.txt

  extractor extract news/ -o facts.jsonl --date 2024-04-23

  cat article.txt | extractor extract - --type money --type percent | jq .text
"""


@app.command(help=EXTRACT_HELP)
def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", show_default=False)],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the facts to this file.", metavar="FILE")] = None,
    types: Annotated[list[FactType] | None, typer.Option("--type", help="Only facts of this type; may be given more than once.")] = None,
    date: Date = None, partitive_one: PartitiveOne = False, no_syntax: NoSyntax = False, model: Model = None, names: Names = None,
) -> None:
    """Extract the facts of articles."""
    from extractor.writing import show, write

    check_date(date)
    run = Run(build(no_syntax, partitive_one, model, names), inputs, date, types)
    if output is None and sys.stdout.isatty():
        from rich.console import Console
        show((fact for facts in run for fact in facts), Console())
    elif output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        for facts in run:
            write(facts, sys.stdout)
    else:
        try:
            stream = output.open("w", encoding="utf8", newline="\n")
        except OSError as error:
            raise fail(f"{output}: cannot be written: {error.strerror}") from None
        with stream:
            for facts in run:
                write(facts, stream)
    raise typer.Exit(run.code)


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
        found, code = [fact.model_dump() for each in run for fact in each], 0
        code = run.code
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
