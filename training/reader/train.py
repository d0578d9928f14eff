"""Train the reader: `python -m training.reader.train --data DATA --base BASE --out BUILD [--open-only]`.

Every set is read as often as `sets.SOURCES` says; passes over the sets lie evenly over the run, one set a batch. The
order is drawn from the seed, so that a run that was stopped goes on from its last checkpoint as if it never had.
"""

import argparse
import random
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from throughline.reader.pieces import Pieces
from throughline.reader.words import SHAPES
from training.reader import sets, teacher
from training.reader.corpora import KINDS
from training.reader.losses import losses
from training.reader.network import VECTOR, Reader, Sizes, load_base
from training.reader.windows import Window, batches, tensors

BATCH = 1024  # pieces
ENCODER_RATE, HEAD_RATE = 2.5e-4, 1e-3
_WARM = 0.06
_DECAY = 0.01
_AGAIN = 0.3  # of the rates, where a run goes on from weights that were trained before
_SAVE_EVERY = 300  # steps
_SAY_EVERY = 50

Step = tuple[str, list[Window]]


def schedule(own: dict[str, list[Window]], passes: dict[str, float], seed: int) -> list[Step]:
    """Return every step of the run, in order."""
    rng = random.Random(seed)  # noqa: S311 - order and noise, no secrets
    placed: list[tuple[float, Step]] = []
    for name, windows in own.items():
        made: list[list[Window]] = []
        whole, part = divmod(passes[name], 1)
        for _ in range(int(whole)):
            made.extend(batches(windows, BATCH, rng))
        if part:
            again = list(batches(windows, BATCH, rng))
            made.extend(again[: int(part * len(again))])
        placed.extend(((i + rng.random()) / len(made), (name, batch)) for i, batch in enumerate(made))
    return [step for _, step in sorted(placed, key=lambda pair: pair[0])]


def rate(step: int, steps: int) -> float:
    """The learning rate at a step, as a share of the highest: a linear rise, then a linear fall to nothing."""
    warm = max(1, int(steps * _WARM))
    return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))


def optimiser(reader: Reader) -> torch.optim.AdamW:
    """Return the optimiser: the pieces' own vectors stay as they are, the encoder moves slowly, the heads fast."""
    reader.pieces.weight.requires_grad_(requires_grad=False)
    encoder = ("places", "norm", "layers")
    slow = [p for name, p in reader.named_parameters() if name.startswith(encoder) and p.requires_grad]
    fast = [p for name, p in reader.named_parameters() if not name.startswith(encoder) and p.requires_grad]
    groups = [{"params": slow, "base": ENCODER_RATE}, {"params": fast, "base": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=HEAD_RATE, betas=(0.9, 0.98), weight_decay=_DECAY, fused=True)


def train(  # noqa: PLR0913 - one argument an option
    data: Path, base: Path, out: Path, seed: int, *, open_only: bool, share: float = 1.0, start: Path | None = None
) -> None:
    """Train from `base`, or from the last checkpoint in `out`, and leave `reader.pt` there.

    `share` shortens the run: that share of every set's passes. `start` is a `reader.pt` to go on from instead of the
    base, at a third of the rates.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - order and noise, no secrets
    sources = [source for source in sets.SOURCES if source.is_open or not open_only]
    pieces = Pieces(base / "vocab.txt")
    names = sets.label_names(data)
    sets.save_names(names, out / "labels.json")
    own = {source.name: sets.read(source.name, data, "train", pieces, names, rng) for source in sources}
    teacher.teach([own[name] for name in ("grammar", "names") if name in own], base, out / "vectors.npy")
    sizes = Sizes(len(names["tag"]), len(names["xpos"]), len(names["relation"]), 2 * len(KINDS) + 1, len(SHAPES))
    reader = Reader(sizes)
    load_base(reader, base)
    if start is not None:
        reader.load_state_dict(torch.load(start, weights_only=True)["weights"])
    adam = optimiser(reader)
    steps = schedule(own, {source.name: source.passes * share for source in sources}, seed)
    done = _resume(out / "checkpoint.pt", reader, adam)
    started, read, tallies = time.perf_counter(), 0, {}
    print(
        f"{len(steps)} steps, {sum(len(w.pieces) for _, b in steps for w in b):,} pieces; from step {done}", flush=True
    )
    reader.train()
    for number in range(done, len(steps)):
        found = _step(reader, adam, steps[number][1], rate(number, len(steps)) * (_AGAIN if start else 1), rng)
        read += sum(len(window.pieces) for window in steps[number][1])
        for kind, value in found.items():
            tallies[kind] = 0.95 * tallies.get(kind, value) + 0.05 * value
        if (number + 1) % _SAY_EVERY == 0:
            shown = " ".join(f"{kind} {value:.3f}" for kind, value in sorted(tallies.items()))
            print(f"{number + 1}/{len(steps)} {read / (time.perf_counter() - started):.0f}/s {shown}", flush=True)
        if (number + 1) % _SAVE_EVERY == 0:
            _save(out / "checkpoint.pt", reader, adam, number + 1)
    torch.save({"sizes": asdict(sizes), "weights": reader.state_dict()}, out / "reader.pt")


def _step(
    reader: Reader, adam: torch.optim.AdamW, batch: list[Window], share: float, rng: random.Random
) -> dict[str, float]:
    given = tensors(batch, rng)
    if batch[0].vectors:
        given["target"] = _targets(batch)
    for group in adam.param_groups:
        group["lr"] = group["base"] * share
    with torch.autocast("cpu", torch.bfloat16):
        found = losses(reader, given)
    adam.zero_grad(set_to_none=True)
    sum(found.values()).backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    adam.step()
    return {kind: float(value.detach()) for kind, value in found.items()}


def _targets(batch: list[Window]) -> torch.Tensor:
    most = max(len(window.vectors) for window in batch)
    found = np.zeros((len(batch), most, VECTOR), dtype=np.float32)
    for row, window in enumerate(batch):
        found[row, : len(window.vectors)] = window.vectors
    return torch.from_numpy(found)


def _save(path: Path, reader: Reader, adam: torch.optim.AdamW, step: int) -> None:
    fresh = path.with_suffix(".new")
    torch.save({"reader": reader.state_dict(), "adam": adam.state_dict(), "step": step}, fresh)
    fresh.replace(path)


def _resume(path: Path, reader: Reader, adam: torch.optim.AdamW) -> int:
    if not path.exists():
        return 0
    kept = torch.load(path, weights_only=True)
    reader.load_state_dict(kept["reader"])
    adam.load_state_dict(kept["adam"])
    return int(kept["step"])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the unpacked sets")
    parser.add_argument("--base", type=Path, required=True, help="the folder with all-MiniLM-L6-v2's model.safetensors")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="shorten the run to this share of its passes")
    parser.add_argument("--start", type=Path, help="a reader.pt to go on from")
    parser.add_argument("--open-only", action="store_true", help="only sets under open licences")
    asked = parser.parse_args()
    train(
        asked.data, asked.base, asked.out, asked.seed, open_only=asked.open_only, share=asked.share, start=asked.start
    )


if __name__ == "__main__":
    main()
