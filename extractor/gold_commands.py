"""The commands `gold …`: drafts for a person to correct, their check, and exchange with other labelling tools."""
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.runs import Date, NoSyntax, Run, build, check_date, fail, say

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.labelled import Labelled

gold = typer.Typer(no_args_is_help=True, help="Label gold by hand: draft, check, exchange with other tools.")
Form = Enum("Form", {name: name for name in ("label-studio", "brat", "docbin", "displacy")}, type=str)  # type: ignore[misc]
Out = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the files go.")]
Corpus = Annotated[list[str] | None, typer.Option(help="The articles; repeatable.", metavar="INPUT")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that are there.")]

NEW_HELP = """Draft gold for articles: the text with the facts that the extractor finds marked in it, for you to correct.

Writes NAME.gold for every article of INPUT (a .txt file, a .jsonl file of articles, or a folder). Correct it in any editor:

  The storm cost [$2.8 million](money >2,800,000 USD subject="storm") on [Monday](date 2024-04-22).

In a mark stand the type, the value, the unit, then columns by name; what is
left out is null, or follows from the text:

  money 80.50 USD / barrel      an amount per something

  percent up ~7.85              direction; ~ is approximately, > more_than,
                                >= at_least, < less_than, <= at_most

  quantity 15..17 kilohertz     a range; ..17 and 15.. are open

  count - nation                no value

  date start 2024-03            TIMEX3, with start, mid, end, before, after;
                                days=2024-03-01..2024-03-10, or days=-

  duration P3M 3 month

  when=2023-Q3 source="a filing" subject="oil"      the nearest "oil";
                                subject@-2="oil" is the second before

  #1 money 5 USD                a label, for part_of=#1 in another mark

Then turn it to JSON Lines with `extractor gold check`.

Examples:

  extractor gold new corpus/storm.txt -o gold --date 2024-04-23

  extractor gold new corpus/storm.txt -o gold --facts gold/storm.jsonl
"""


@gold.command(help=NEW_HELP)
def new(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", show_default=False)],
    output: Out = Path(),
    facts: Annotated[Path | None, typer.Option(help="Mark these facts instead of the extractor's.", metavar="FILE")] = None,
    force: Force = False, date: Date = None, no_syntax: NoSyntax = False,
) -> None:
    """Draft gold for articles."""
    from extractor import gold_files, markup
    from extractor.labelled import labelled

    check_date(date)
    run = Run(build(no_syntax), inputs, date)
    with told():
        for article, rows in drafted(run, facts):
            day = article.date.isoformat() if article.date else None
            path = gold_files.place(output, article.id, markup.SUFFIX)
            gold_files.write(path, markup.write(labelled(article.id, article.text, day, rows)), force)
            say(f"{path}: {len(rows)} facts")
    raise typer.Exit(run.code)


@contextmanager
def told() -> Iterator[None]:
    """End the command with a message where files or what they hold are not as they should be."""
    try:
        yield
    except FileExistsError as error:
        raise fail(f"{error.filename}: is there already; --force overwrites it", 1) from None
    except OSError as error:
        raise fail(f"{error.filename}: {error.strerror}", 1) from None
    except ValueError as error:
        raise fail(error, 1) from None


def drafted(run: Run, facts: Path | None) -> "Iterator[tuple[Article, list[Any]]]":
    """The articles of a run with their facts: those of a file, or the extractor's."""
    from extractor.alignment import grouped
    from extractor.scoring import rows

    if facts is not None:
        given = grouped(rows(facts))
        yield from ((article, given.get(article.id, [])) for article in run.articles())
        return
    for article, outcome in run.outcomes():
        if isinstance(outcome, list):
            yield article, [fact.model_dump() for fact in outcome]


CHECK_HELP = """Check marked gold and turn it to JSON Lines.

Every problem is told with its file and line. With -o, NAME.jsonl is written for every file that is right; with --corpus, the
text is compared with the article's as well.

Examples:

  extractor gold check gold/storm.gold

  extractor gold check gold -o gold --corpus corpus
"""


@gold.command(help=CHECK_HELP)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", show_default=False)],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FOLDER", help="Write NAME.jsonl here.")] = None,
    corpus: Corpus = None,
) -> None:
    """Check marked gold."""
    from extractor import gold_files, markup

    code = 0
    with told():
        texts, code = articles(corpus)
        for path in gold_files.marked(files):
            try:
                article = markup.read(path)
                compare(path, article, texts if corpus else None)
            except markup.MarkupError as error:
                code = 1
                for line in str(error).split("\n"):
                    say(line)
                continue
            counts = Counter(fact["type"] for fact in article.facts)
            typer.echo(f"{path}: {len(article.facts)} facts: {', '.join(f'{number} {kind}' for kind, number in sorted(counts.items()))}")
            if output is not None:
                gold_files.write(gold_files.place(output, article.doc, ".jsonl"), gold_files.lines(article))
    raise typer.Exit(code)


def articles(corpus: Iterable[str] | None) -> "tuple[dict[str, Article], int]":
    """The articles of a corpus by their ids, and the exit code of reading them."""
    from extractor.article import Article
    from extractor.reading import read

    found, code = {}, 0
    for item in read(corpus or []):
        if isinstance(item, Article):
            found[item.id] = item
        else:
            say(item)
            code = max(code, int(item.fatal))
    return found, code


def compare(path: Path, article: "Labelled", texts: "dict[str, Article] | None") -> None:
    """Raise MarkupError where a marked article is not that of the corpus; without a corpus nothing is compared."""
    from extractor.gold_files import difference
    from extractor.markup import MarkupError

    if texts is None:
        return
    if article.doc not in texts:
        raise MarkupError(f"{path}: the corpus has no article {article.doc!r}")
    line = difference(article, texts[article.doc].text)
    if line is not None:
        raise MarkupError(f"{path}: the text is not that of the article: line {line} of the article differs")


EXPORT_HELP = """Write gold, or any facts, in the form of another tool.

GOLD is a .gold file, or facts as .jsonl (a file or folder) with --corpus for their texts. The columns go along as notes.
label-studio writes tasks.json and the labelling interface, brat a .txt and .ann per article, docbin facts.spacy, displacy
facts.json.

Examples:

  extractor gold export gold --corpus corpus --to label-studio -o tasks

  extractor gold export gold/storm.gold --to brat -o brat
"""


@gold.command("export", help=EXPORT_HELP)
def export_gold(
    source: Annotated[Path, typer.Argument(metavar="GOLD", show_default=False)],
    form: Annotated[Form, typer.Option("--to", help="The tool.", show_default=False)],
    output: Out, corpus: Corpus = None,
) -> None:
    """Export gold."""
    from extractor import gold_files
    from extractor.exchange.files import WRITERS

    with told():
        texts, code = articles(corpus)
        output.mkdir(parents=True, exist_ok=True)
        WRITERS[form.value](list(gold_files.read(source, texts)), output)
        raise typer.Exit(code)


IMPORT_HELP = """Read what another tool exported, and write it as marked gold, NAME.gold per article.

SOURCE is Label Studio's JSON, a folder of brat's .txt and .ann, a .spacy file, or the JSON that was exported for displacy.
What comes in is checked as `gold check` does; run that to turn it to JSON Lines.

Examples:

  extractor gold import project-1.json --from label-studio -o gold
"""


@gold.command("import", help=IMPORT_HELP)
def import_gold(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", show_default=False)],
    form: Annotated[Form, typer.Option("--from", help="The tool.", show_default=False)],
    output: Out = Path(), force: Force = False,
) -> None:
    """Import gold."""
    from extractor import gold_files, markup
    from extractor.exchange.files import READERS

    with told():
        for article in READERS[form.value](source):
            path = gold_files.place(output, article.doc, markup.SUFFIX)
            gold_files.write(path, markup.write(article), force)
            say(f"{path}: {len(article.facts)} facts")
