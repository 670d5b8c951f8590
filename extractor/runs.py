"""What the commands share: their common options, how they speak and end, and one run over inputs."""
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.article import Article
    from extractor.extractor import Extractor
    from extractor.fact import Fact
    from extractor.pool import Outcome

LONGEST = 10_000_000    # characters of an article

Date = Annotated[str | None, typer.Option(help="The date of articles that bring none of their own, YYYY-MM-DD.", metavar="DATE")]
PartitiveOne = Annotated[bool, typer.Option("--partitive-one", help="Count `one of the …` too.")]
FiscalYearEnd = Annotated[int, typer.Option(help="The month in which fiscal years end.", min=1, max=12)]
NoSyntax = Annotated[bool, typer.Option("--no-syntax", help="Run the rules without the trained pipeline.")]
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline with the same labels, by name or path.", metavar="NAME-OR-PATH")]
Names = Annotated[str | None, typer.Option(help="A spaCy pipeline to take names alone from.", metavar="NAME-OR-PATH")]


def say(message: object) -> None:
    """Tell the user something on standard error."""
    typer.echo(f"extractor: {message}", err=True)


def fail(message: object, code: int = 2) -> typer.Exit:
    """Say why the call cannot be done; the exit to raise. An error of the system is told as `FILE: what is wrong`."""
    told = isinstance(message, OSError) and message.filename and message.strerror
    say(f"{message.filename}: {message.strerror}" if told and isinstance(message, OSError) else message)
    return typer.Exit(code)


def echo_json(data: object) -> None:
    """Print data as JSON that a person can read."""
    from pydantic_core import to_json
    typer.echo(to_json(data, indent=2).decode())


def build(no_syntax: bool, partitive_one: bool = False, model: str | None = None, names: str | None = None,
          fiscal_year_end: int = 12) -> "Extractor":
    """The extractor that the options ask for; ends with a clear message where a pipeline cannot be used."""
    from extractor.extractor import Extractor
    extractor = Extractor(syntax=not no_syntax, partitive_one=partitive_one, model=model, names=names, fiscal_year_end=fiscal_year_end)
    if model or names:
        try:
            extractor.syntax.load()
        except (OSError, ValueError) as error:
            raise fail(error) from None
    return extractor


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
