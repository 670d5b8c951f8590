"""The examples of every kind: the facts of its type that a sentence gives, in order, and no others."""
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor, pipeline
from extractor.kinds import kinds
from extractor.proposals import Example

REFUSING = frozenset({"name", "score", "code"})   # kinds that claim what is no fact
NUMERIC = frozenset({"money", "percent", "count", "quantity", "age", "ordinal", "ratio", "number"})
POSITIVES, NEGATIVES = 8, 5
RULES = Extractor(syntax=False)


def cases() -> list[Any]:
    """Every example with its kind, known failures marked as strict expected failures."""
    return [pytest.param(name, example, id=f"{name}-{example.text[:40]}",
                         marks=[pytest.mark.xfail(strict=True, reason=example.failing)] if example.failing else [])
            for name, kind in kinds().items() for example in kind.EXAMPLES]


def check(extractor: Extractor, kind: str, example: Example) -> None:
    """Compare what an example says with what is found; a kind that refuses finds no numeric fact where it names none."""
    wanted = [{"type": kind} | fact for fact in example.facts]
    types = {fact["type"] for fact in wanted} or (NUMERIC if kind in REFUSING else {kind})
    found = [fact.model_dump() for fact in extractor.extract(example.text, date=example.date) if fact.type in types]
    assert [{column: fact[column] for column in columns} for fact, columns in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), [fact["text"] for fact in found]


@pytest.mark.parametrize(("kind", "example"), cases())
def test_example_by_rules_alone(kind: str, example: Example) -> None:
    check(RULES, kind, example)


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_kind_has_examples_of_both_sorts(name: str) -> None:
    examples = kinds()[name].EXAMPLES
    empty = sum(not example.facts for example in examples)
    assert empty >= NEGATIVES
    assert name in REFUSING or len(examples) - empty >= POSITIVES


@pytest.mark.skipif(not (Path(pipeline.__file__).parent / "model" / "meta.json").exists(), reason="no pipeline is bundled")
@pytest.mark.parametrize(("kind", "example"), cases())
def test_example_with_the_bundled_pipeline(kind: str, example: Example, full: Extractor) -> None:
    check(full, kind, example)
