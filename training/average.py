"""Averages the weights of names' models that started from the same ones, and sets how readily a token counts as part of a name.

    python average.py OUT MODEL MODEL ... [--eager 0.4]

Runs of other length and dropout err differently where the text is not of the training's kind, and their mean errs less.
`--eager` lowers the score of being outside: the mean is too careful.
"""
import argparse
from pathlib import Path
from typing import Any

import spacy

import teaching  # noqa: F401  registers the component that was trained


def main() -> None:
    """Average what the command line names."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("models", type=Path, nargs="+")
    options.add_argument("--eager", type=float, default=0.0)
    chosen = options.parse_args()
    pipelines = [spacy.load(path) for path in chosen.models]
    taggers: list[Any] = [nlp.get_pipe("names") for nlp in pipelines]
    if len({tagger.labels for tagger in taggers}) > 1:
        raise SystemExit("the models have different labels")
    for nodes in zip(*(tagger.model.walk() for tagger in taggers), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                nodes[0].set_param(name, sum(node.get_param(name) for node in nodes) / len(nodes))
    softmax = next(node for node in taggers[0].model.walk() if node.name == "softmax")
    bias = softmax.get_param("b").copy()
    bias[taggers[0].labels.index("O")] -= chosen.eager
    softmax.set_param("b", bias)
    pipelines[0].to_disk(chosen.out)


if __name__ == "__main__":
    main()
