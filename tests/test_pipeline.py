"""The bundled pipeline as it is loaded: its size, its look-ups, and what may take its place."""
import subprocess
import sys
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.pipeline.dep_parser import DependencyParser
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import NumpyOps, get_current_ops

from extractor import decoding, gazetteer, pipeline
from extractor.gazetteer import Gazetteer

TEXTS = ["The firm, based in Oslo, sold 450 bicycles last year.", "“It’s 5 p.m.,” said Ms. O’Neill…",
         "Prices\u00a0rose\r\n\r\n3 percent 🙂.", "Zxqwv Brtklm"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="module")
def plain() -> Language:
    """The same pipeline as spaCy reads it, its weights cast back and nothing replaced."""
    decoding.register()
    gazetteer.register()
    made = spacy.load(pipeline.BUNDLED)
    for _, component in made.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))
    return made


def annotations(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc]


def saved(nlp: Language, path: Path) -> Path:
    nlp.to_disk(path)
    return path


def test_the_package_carries_at_most_eight_megabytes() -> None:
    assert sum(path.stat().st_size for path in pipeline.BUNDLED.rglob("*") if path.is_file()) <= 8_000_000


def test_the_card_and_the_licence_go_with_the_weights() -> None:
    assert "CC BY-SA 4.0" in (pipeline.BUNDLED / "README.md").read_text(encoding="utf-8")
    assert (pipeline.BUNDLED / "LICENSE").read_text(encoding="utf-8").startswith("Attribution-ShareAlike 4.0 International")


@pytest.mark.parametrize("text", TEXTS)
def test_look_ups_give_what_spacy_computes(nlp: Language, plain: Language, text: str) -> None:
    assert annotations(nlp(text)) == annotations(plain(text))
    difference = abs(nlp(text).tensor - plain(text).tensor).max()
    assert difference < 1e-4


@pytest.mark.parametrize(("depth", "window", "pieces"), [(1, 1, 2), (1, 2, 2), (2, 2, 3), (3, 1, 2)])
def test_look_ups_give_what_spacy_computes_for_any_shape(nlp: Language, depth: int, window: int, pieces: int) -> None:
    embedding = MultiHashEmbed(width=16, attrs=["NORM", "SHAPE"], rows=[50, 50], include_static_vectors=False)
    encoder = MaxoutWindowEncoder(width=16, depth=depth, window_size=window, maxout_pieces=pieces)
    computed = build_Tok2Vec_model(embedding, encoder)
    docs = [nlp.make_doc(text) for text in ("", *TEXTS)]
    computed.initialize(X=docs[1:])
    chance = numpy.random.default_rng(1)
    for node in computed.walk():
        if node.name in ("maxout", "layernorm"):
            node.set_param("b", chance.standard_normal(node.get_param("b").shape, dtype=numpy.float32))
    for expected, found in zip(computed.predict(docs), pipeline.looked_up(computed, NumpyOps()).predict(docs), strict=True):
        assert found.shape == expected.shape
        assert abs(found - expected).max(initial=0) < 1e-5


@pytest.mark.parametrize("text", TEXTS)
def test_the_search_finds_the_trees_that_spacys_finds(nlp: Language, text: str) -> None:
    parser = nlp.get_pipe("parser")
    doc = nlp.make_doc(text)
    for _, component in nlp.pipeline[:2]:
        doc = component(doc)
    parser.set_annotations([doc], DependencyParser.predict(parser, [doc]))
    assert [(token.dep_, token.head.i) for token in doc] == [(token.dep_, token.head.i) for token in nlp(text)]


def test_vectors_do_not_depend_on_what_was_read_before(nlp: Language) -> None:
    other = pipeline.load()
    for text in reversed(TEXTS):
        other(text)
    assert [nlp(text).tensor.tobytes() for text in TEXTS] == [other(text).tensor.tobytes() for text in TEXTS]


def test_nothing_is_set_for_the_process() -> None:
    before = get_current_ops()
    pipeline.load()
    assert get_current_ops() is before


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import sys, extractor.syntax, extractor.pipeline, extractor.gazetteer; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    other = spacy.blank("en")
    for name in ("tagger", "parser"):
        other.add_pipe(name)
    doc = other.make_doc("Ann slept")
    other.initialize(lambda: [Example.from_dict(doc, {"tags": ["NNP", "VBD"], "heads": [1, 1], "deps": ["dobj", "ROOT"]})])
    with pytest.raises(pipeline.ForeignLabels, match=r"it lacks .*obl.*names alone"):
        pipeline.load(saved(other, tmp_path))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(pipeline.ForeignLabels, match="a parser"):
        pipeline.load(saved(spacy.blank("en"), tmp_path))


def test_any_pipeline_that_finds_names_gives_names(tmp_path: Path) -> None:
    other = spacy.blank("en")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Oslo"}, {"label": "DATE", "pattern": "Monday"}])  # type: ignore[attr-defined]
    loaded = pipeline.load_for_names(saved(other, tmp_path))
    assert list(pipeline.names(loaded("Oslo on Monday"))) == [(0, 4, "LOC")]


def test_a_pipeline_that_finds_no_names_is_refused_for_names(tmp_path: Path) -> None:
    with pytest.raises(pipeline.ForeignLabels, match="finds no names"):
        pipeline.load_for_names(saved(spacy.blank("en"), tmp_path))


def test_the_gazetteer_marks_phrases_and_words() -> None:
    lists = Gazetteer.gather([("New York", "b"), ("York", "t"), ("Paris", "b"), ("Paris", "g"), ("Acme", "o")])
    assert lists.marks("Paris met Acme in New York , York".split()) == {0: "bg", 2: "o", 4: "b", 5: "b-", 7: "t"}


def test_the_gazetteer_reads_what_it_wrote(tmp_path: Path) -> None:
    made = Gazetteer.gather([("Oslo", "b"), ("Ann", "g"), ("Acme Corp", "o")])
    made.write(tmp_path / "names.txt")
    assert Gazetteer.read(tmp_path / "names.txt").classes == made.classes


@pytest.mark.parametrize(("text", "tokens"), [
    ("a 300MW plant", ["a", "300", "MW", "plant"]), ("1,200MMBTU", ["1,200", "MMBTU"]), ("24º C", ["24", "º", "C"]),
    ("-$5 and +€3", ["-", "$", "5", "and", "+", "€", "3"]),
    ("the 3rd and 20th", ["the", "3rd", "and", "20th"]), ("an A320neo", ["an", "A320neo"]),
    ("www.abc.com/12ab", ["www.abc.com/12ab"]),
])
def test_signs_and_units_are_tokens(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
