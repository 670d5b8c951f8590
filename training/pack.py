"""Packs the trained pipelines into the one that the package carries.

    python pack.py OUT --syntax MODEL --names MODEL --gazetteer FILE --version 1.0.0

Weights go to float16, strings down to labels, settings down to what loading needs. `extractor/pipeline.py` casts back.
"""
import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy
import spacy
import srsly
from extractor import decoding, gazetteer, naming
from spacy.language import Language

import teaching  # noqa: F401  registers the component that was trained

# What spaCy writes for a pipeline and loading does without.
UNUSED = ("vocab/vectors", "vocab/vectors.cfg", "vocab/key2row", "vocab/lookups.bin")
META = ("lang", "name", "version", "description", "author", "license", "spacy_version", "labels", "pipeline", "components")


def assembled(syntax: Path, names: Path, lists: Path) -> Language:
    """Tagger, parser, gazetteer and names in one pipeline."""
    gazetteer.register()
    naming.register()
    nlp = spacy.load(syntax)
    marker: Any = nlp.add_pipe("gazetteer")
    marker.set_classes(gazetteer.Gazetteer.read(lists).classes)
    trained = spacy.load(names)
    tagger: Any = trained.get_pipe("names")
    finder: Any = nlp.add_pipe("names", config={"model": trained.config["components"]["names"]["model"]})
    finder.model = tagger.model
    finder.set_labels(tagger.labels)
    return nlp


def halved(value: Any) -> Any:
    """A model's data with its arrays in float16."""
    if isinstance(value, dict):
        return {key: halved(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [halved(item) for item in value]
    return value.astype(numpy.float16) if isinstance(value, numpy.ndarray) and value.dtype == numpy.float32 else value


def shrink(folder: Path, nlp: Language, version: str) -> None:
    """Cut a written pipeline down to what loading needs."""
    for file in sorted(folder.glob("*/model")):
        file.write_bytes(srsly.msgpack_dumps(halved(srsly.msgpack_loads(file.read_bytes(), use_list=False))))
    labels = {label for _, component in nlp.pipeline for label in getattr(component, "labels", ())}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(labels), ensure_ascii=False), encoding="utf-8")
    for name in UNUSED:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    config = spacy.util.Config({key: nlp.config[key] for key in ("nlp", "components")})
    parser = config["components"]["parser"]
    config["components"]["parser"] = {"factory": decoding.FACTORY, **{key: parser[key] for key in ("min_action_freq", "model")}}
    (folder / "config.cfg").write_text(config.to_str(interpolate=True), encoding="utf-8")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {"name": "news", "version": version, "license": "CC-BY-SA-4.0", "author": "The extractor authors", "weights": "float16",
             "spacy_version": ">=3.8.0,<4.0.0",
             "description": "Tags, heads and names of English news sentences"}
    meta = {key: meta[key] for key in (*META, "weights") if key in meta}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Pack what the command line names."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("--syntax", type=Path, required=True)
    options.add_argument("--names", type=Path, required=True)
    options.add_argument("--gazetteer", type=Path, required=True)
    options.add_argument("--version", default="1.0.0")
    chosen = options.parse_args()
    nlp = assembled(chosen.syntax, chosen.names, chosen.gazetteer)
    nlp.to_disk(chosen.out)
    shrink(chosen.out, nlp, chosen.version)
    print(f"{chosen.out}: {sum(path.stat().st_size for path in chosen.out.rglob('*') if path.is_file()):,} bytes")


if __name__ == "__main__":
    main()
