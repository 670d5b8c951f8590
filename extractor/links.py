"""What a fact is about and what it hangs on: subject, relation, time and source, over the parse where there is one."""
import re
from collections import defaultdict

from extractor import attachment, marks, relations, sources, subjects, when
from extractor.article import Article, dateline
from extractor.proposals import Proposal, Sentence
from extractor.trees import Tree

PARAGRAPH = re.compile(r"\n\s*\n")
ITEM = re.compile(r"(?:\([a-z\d]{1,4}\)|[•*–-])[ \t]")       # of a list, on a line of its own
APART = 80           # characters between two values of a list
TRAILING = re.compile(r"(?:\s(?:an?|per)\s\w+)?(?:\sin\s?)?,\s(?:up|down)\s(?:by\s)?"
                      r"(?:about |around |nearly |almost |roughly |over |more than )?")
TARGET = re.compile(r"\s(?:the|its|their|that of)\s")
LATTER = re.compile(r",\s(?:more than |nearly |almost |about |roughly |around )?$")
LISTED = re.compile(r"\s*(?:(?:on|in|at|per|for|an?)\s+(?:\w+\s*)?)?(?:[,;]|[,;]?\s*and|,?\s*or|\))\s*"
                    r"(?:about |around |nearly |almost |roughly |over |under |more than |less than )?")


def link(article: Article, sentences: list[Sentence], kept: list[Proposal]) -> None:
    """Fill the linking columns of an article's kept proposals: relations, and over a parse the rest."""
    text, today = article.text, article.date.isoformat() if article.date else None
    relations.relate(text, kept)
    if not any(sentence.parsed for sentence in sentences):
        return
    scene, speaker, before, end = when.Scene(today), sources.Speaker(), None, 0
    opening = dateline(text)
    body = opening.end() if opening else 0
    told: dict[int, list[Proposal]] = defaultdict(list)
    for proposal in kept:
        if proposal.type is not None:
            told[id(proposal.sentence)].append(proposal)
    for sentence in sentences:
        facts = told[id(sentence)]
        if text.find("\n", end, sentence.start) >= 0 and (PARAGRAPH.search(text, end, sentence.start) or ITEM.match(text, sentence.start)):
            scene.paragraph, speaker, before = None, speaker.next(), None
        end = sentence.end
        if sentence.parsed and facts:
            tree = Tree(sentence, body)
            about(tree, facts, before)
            before = tree
            when.assign(tree, facts, scene, body)
            sources.assign(tree, facts, speaker)


def about(tree: Tree, facts: list[Proposal], before: Tree | None) -> None:
    """Fill the subjects of one sentence's values; `before` is the sentence before it in the paragraph, where that has facts."""
    values = [fact for fact in facts if fact.type not in ("date", "recurrence")]
    if not values:
        return
    attachment.settle(tree, facts)
    previous, marked = values[0], marks.marks(tree, facts)
    for fact in values:
        near = fact is not previous and fact.start - previous.end < APART
        joint = between(tree.sentence.text, previous, fact, facts) if near else ""
        whole = previous.relation_to if previous.relation == "part_of" and previous.relation_to is not None else previous
        inherited = whole.subject if near and trails(previous, joint, fact) else None
        if near and fact.type == "ratio" and previous.type == "count" and tree.sentence.text.startswith(" of them", fact.end):
            inherited = marks.counted_noun(tree, previous)                   # 300 papers, half of them
        fact.subject = inherited or subjects.find(fact, tree, marked, before)
        if fact.subject is None and near and previous.subject is not None and LISTED.fullmatch(joint):
            fact.subject = previous.subject
        previous = fact
    for fact in values:
        share(fact)


def trails(previous: Proposal, joint: str, fact: Proposal) -> bool:
    """Whether a change hangs on the value before it, so that both are about the same: `the rate was 9 percent, up 0.6 points`."""
    if fact.type == "ratio" and TARGET.match(fact.sentence.text if fact.sentence else "", fact.end):
        return LATTER.search(joint) is not None             # 6 percent in May, three times the target
    changes = previous.type not in ("count", "ordinal", "age") and fact.type in ("percent", "money", "quantity", "ratio")
    return changes and ("up" in joint or "down" in joint) and TRAILING.fullmatch(joint) is not None


def between(text: str, first: Proposal, second: Proposal, facts: list[Proposal]) -> str:
    """The text between two values, without the dates in it."""
    found, at = "", first.end
    for date in facts:
        if date.type == "date" and at <= date.start and date.end <= second.start:
            found += text[at:date.start]
            at = date.end
    return found + text[at:second.start]


def share(fact: Proposal) -> None:
    """A rank or restatement is about what the other value is about; an old value and the new one are about the same."""
    other = fact.relation_to
    if other is None:
        return
    if fact.relation in ("rank_of", "same_as"):
        fact.subject = other.subject or fact.subject
    elif fact.relation in relations.CHANGES:
        if other.rule.endswith(".elided"):
            other.subject = fact.subject
        other.subject, fact.subject = other.subject or fact.subject, fact.subject or other.subject
