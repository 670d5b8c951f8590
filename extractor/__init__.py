"""A fact extractor for news: raw article text in, typed, normalised, checkable facts out.

The way an article goes, a module a stage:

    article      Article: the text as it is, its date and place, from its metadata or dateline
    sentences    sentence spans over the raw text; `stops` decides at a full stop, `abbreviations` lists them
    numbers      number mentions in a sentence, of `numerals`, with `sequences` (ranges, series); `units` (`unit_surfaces`, `divisors`)
                 and `currencies` (`currency_names`) know what may stand beside one, `nouns` (`singulars`) what one counts
    times        time mentions in a sentence, and their values, resolved against the article's date
    tokens       tokens with guessed tags, where no pipeline reads the sentence; `chunks` remembers what stands between two spaces
    syntax       tags, heads and names of the sentences that hold a mention, by the bundled `pipeline` (`lookup`, `decoding`, `naming`,
                 `gazetteer`); `name_forms` and `agreement` settle names
    kinds        what each kind of fact makes of the mentions, one file a kind, rules beside their examples; `elision` counts
                 numbers whose noun is left out
    claims       one winner where proposals overlap
    ranges       two ends made one range; `modifiers` and `directions` (`change_words`) read what stands around a value
    links        what a fact is about (`subjects`: by what stands `beside` it, by its verb's place in `clauses`, by what it hangs on,
                 its `governors`; `pronouns`, `marks`), when it holds (`when`, of `dating`), who says so (`sources`), which fact it hangs on
                 (`relations`), over the parse (`trees`, `phrases`, mended by `retagging` and `attachment`)
    fact         the record that is written
    extractor    Extractor: all of the above in order, on one screen

Around it, knowing only articles and records:

    reading      files and streams → articles
    writing      facts → JSON Lines or a table
    pool         many articles: workers, limits, failures; `journal` writes runs that can be resumed
    explaining   which rule fired where
    report       one page to look at; `chronology` lays out its times
    scoring      facts against gold, with `alignment`, `semeval`, `intervals`, `comparison` and `floors`; `testing` for test suites
    labelled     gold written in the text itself, with `markup`, `shorthand` and `gold_files`; `exchange` for other tools
    cli          the command, with `runs`, `score_command` and `gold_commands`

    >>> from extractor import extract
    >>> [fact.text for fact in extract("Sales rose 7% to $3bn.")]
    ['7%', '$3bn']
"""
import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.article import Article as Article
    from extractor.extractor import Extractor as Extractor
    from extractor.extractor import extract as extract
    from extractor.fact import Fact as Fact

__version__ = "0.1.0"
__all__ = ["Article", "Extractor", "Fact", "__version__", "extract"]

_HOMES = {"Article": "extractor.article", "Extractor": "extractor.extractor", "extract": "extractor.extractor", "Fact": "extractor.fact"}


def __getattr__(name: str) -> Any:
    """Import what the package exports when it is first asked for: `extractor --help` should not wait for it."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
