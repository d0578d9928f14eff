"""Which sets the reader learns from, how often each is read, and the windows of each.

`OPEN` are the sets under open licences; a reader built from them alone knows no attributions, and no names.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from throughline.reader.pieces import Pieces
from training.reader import corpora
from training.reader.corpora import Document
from training.reader.windows import Window, windows


@dataclass(frozen=True, slots=True)
class Source:
    """One set: its folders under the data folder, how many times it is read, and whether its licence is open."""

    name: str
    passes: float
    is_open: bool


SOURCES = (
    Source("grammar", 12, is_open=True),
    Source("names", 8, is_open=False),
    Source("attributions", 4.5, is_open=False),
    Source("factuality", 3, is_open=True),
)


def documents(source: str, data: Path, split: str) -> Iterator[Document]:
    """Yield the documents of one set's split, `train` or `dev`."""
    if source == "grammar":
        places = [data / "ud-ewt", data / "ud-gum"] if split == "train" else [data / "ud-ewt"]
        found: Iterable[Document] = chain.from_iterable(corpora.treebank(p / f"{split}.conllu") for p in places)
    elif source == "names":
        found = corpora.entities(data / "worldwide-ner" / split)
    elif source == "attributions":
        found = corpora.attributions(data / "polnear" / split)
    else:
        parts = ("UDS_IH2", "MEANTIME", "MV2", "RP") if split == "train" else ("UDS_IH2",)
        found = chain.from_iterable(corpora.factuality(data / "factuality" / p / f"{split}.jsonl") for p in parts)
    yield from found


def label_names(data: Path) -> dict[str, list[str]]:
    """Return the tags, Treebank tags and relations of the treebanks, each in alphabetical order."""
    found: dict[str, set[str]] = {"tag": set(), "xpos": set(), "relation": set()}
    for document in documents("grammar", data, "train"):
        for sentence in document.sentences:
            for kind, texts in sentence.texts.items():
                found[kind].update(texts)
    return {kind: sorted(names - {"_", "dep"}) for kind, names in found.items()}


def read(
    source: str, data: Path, split: str, pieces: Pieces, names: dict[str, list[str]], rng: random.Random | None = None
) -> list[Window]:
    """Return the windows of one set's split; with `rng`, of all lengths."""
    numbers = {kind: {name: number for number, name in enumerate(own)} for kind, own in names.items()}
    return [w for document in documents(source, data, split) for w in windows(document, pieces, numbers, rng)]


def save_names(names: dict[str, list[str]], path: Path) -> None:
    """Write the label names beside the checkpoints."""
    path.write_text(json.dumps(names, indent=1) + "\n", "utf-8")
