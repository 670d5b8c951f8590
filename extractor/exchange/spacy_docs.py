"""spaCy: articles as a DocBin, or as what displacy draws. spaCy itself is imported when it is first asked for."""
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from extractor.exchange.spans import assembled, related
from extractor.labelled import Labelled, described

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin

SPANS = "sc"                  # the key under which spaCy's span categorizer and displacy look for spans


@cache
def _english() -> "Language":
    """The blank English pipeline: its tokenizer and vocabulary."""
    import spacy
    return spacy.blank("en")


def spacy_doc(article: Labelled) -> "Doc":
    """A Doc with the facts as `doc.ents` and `doc.spans["sc"]`; tokens are those of blank English, cut where facts begin or end."""
    from spacy.tokens import Doc

    nlp = _english()
    words, spaces = _words(article, [(token.idx, token.idx + len(token.text)) for token in nlp.make_doc(article.text)])
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    found = (doc.char_span(fact["start"], fact["end"], label=fact["type"]) for fact in article.facts)
    spans = [span for span in found if span is not None]         # none is: tokens were cut at their bounds
    doc.spans[SPANS] = spans
    doc.user_data |= {"doc": article.doc, "date": article.date, "relations": [list(relation) for relation in related(article)],
                      "notes": list(described(article, with_relations=False))}
    doc.set_ents([span for span in spans if span.text == span.text.strip()])     # entities with white space at their ends fail in training
    return doc


def _words(article: Labelled, tokens: Iterable[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """The text as words and whether a space follows each, no word across the bounds of a fact."""
    text = article.text
    starts, ends = ({fact[name] for fact in article.facts} for name in ("start", "end"))
    cuts = sorted({0, len(text)} | starts | ends | {offset for token in tokens for offset in token})
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(cuts):
        if text[start:end] == " " and words and not spaces[-1] and start not in starts and end not in ends:
            spaces[-1] = True
        else:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def doc_bin(articles: Iterable[Labelled]) -> "DocBin":
    """Articles as one DocBin: spans, entities, and what else belongs to them in `user_data`."""
    from spacy.tokens import DocBin
    return DocBin(attrs=["ENT_IOB", "ENT_TYPE"], docs=map(spacy_doc, articles), store_user_data=True)


def from_doc_bin(content: bytes, place: str = "docbin") -> Iterator[Labelled]:
    """The articles of a DocBin; spans that came from elsewhere have no columns. Raises ValueError where they do not fit."""
    from spacy.tokens import DocBin

    try:
        docs = DocBin().from_bytes(content).get_docs(_english().vocab)
    except ValueError:
        raise ValueError(f"{place}: is no DocBin of spaCy") from None
    for number, doc in enumerate(docs, start=1):
        spans = list(doc.spans.get(SPANS, doc.ents))
        notes = doc.user_data.get("notes") or [""] * len(spans)
        yield assembled(str(doc.user_data.get("doc", number)), doc.text, doc.user_data.get("date"), f"{place}:{number}",
                        [(span.start_char, span.end_char, span.label_, note) for span, note in zip(spans, notes, strict=True)],
                        [(one, name, other) for one, name, other in doc.user_data.get("relations", [])])


def displacy(article: Labelled) -> dict[str, Any]:
    """What `spacy.displacy.render(…, manual=True)` draws, in its styles `ent` and `span`; further keys carry the rest."""
    doc = spacy_doc(article)
    return {"title": article.doc, "text": article.text, "date": article.date, "relations": [list(each) for each in related(article)],
            "ents": [{"start": fact["start"], "end": fact["end"], "label": fact["type"], "note": note}
                     for fact, note in zip(article.facts, described(article, with_relations=False), strict=True)],
            "tokens": [token.text for token in doc],
            "spans": [{"start_token": span.start, "end_token": span.end, "label": span.label_} for span in doc.spans[SPANS]]}


def from_displacy(drawn: Mapping[str, Any], place: str = "displacy") -> Labelled:
    """What `displacy` gave, or another's entities. Raises ValueError where they do not fit."""
    try:
        spans = [(each["start"], each["end"], each["label"], each.get("note", "")) for each in drawn["ents"]]
        return assembled(str(drawn.get("title") or place), drawn["text"], drawn.get("date"), place, spans,
                         [(one, name, other) for one, name, other in drawn.get("relations", [])])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{place}: is no drawing of displacy: {error!r}") from None
