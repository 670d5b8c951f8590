"""Tokens of a sentence, and tags guessed without a model.

With the trained pipeline the tokens carry its Penn Treebank tags, UD relations and heads (`syntax.py`). Without it
`tokenize` guesses a coarse tag from closed word classes, endings and capitals: enough to tell where the noun phrase
after a number ends.
"""
import re
from dataclasses import dataclass

TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?(?=[^\W\d_])(?:[^\W_]+\.)+|\d[\d.,]*\d|\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(slots=True)
class Token:
    """A token: half-open offsets into the article, its Penn Treebank tag, UD relation and head.

    `head` is an index into the sentence's tokens: the token's own for the root, -1 where nothing parsed it.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str = ""
    dep: str = ""
    head: int = -1
