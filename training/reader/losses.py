"""What a batch costs: the sum of the losses of the heads that its set has labels for."""

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.corpora import NONE
from training.reader.network import Reader

_FAR = -1e4  # a score that no soft maximum ever takes


def losses(reader: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the loss of each head that `batch` can teach, by name."""
    x = reader.encode(batch["pieces"], batch["shapes"], batch["mask"], batch["firsts"])
    found: dict[str, Tensor] = {}
    for kind in ("tag", "xpos", "name"):
        if kind in batch:
            found[kind] = _cross(getattr(reader, kind)(x), batch[kind])
    if "cue" in batch:
        said = reader.said(x).unflatten(-1, (3, 3))
        for place, kind in enumerate(("source", "cue", "content")):
            found[kind] = _cross(said[..., place, :], batch[kind])
    if "head" in batch:
        found |= _grammar(reader, x, batch)
    valid = batch["sentence"] >= 0
    for kind in ("cue_source", "content_cue"):
        if kind in batch and bool((batch[kind] != NONE).any()):
            scores = getattr(reader, kind)(x)
            found[kind] = 0.5 * _cross(scores.masked_fill(~_columns(valid)[:, None, :], _FAR), batch[kind])
    judged = ~batch["score"].isnan()
    if bool(judged.any()):
        scores = reader.factuality(x).squeeze(-1)[judged].float()
        found["factuality"] = functional.smooth_l1_loss(scores, batch["score"][judged])
    if "target" in batch:
        found["vector"] = _vector(reader, x, batch)
    return found


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=NONE)


def _columns(valid: Tensor) -> Tensor:
    """[b, w] of words to [b, w + 1] of what may be pointed at: the root, or none, always."""
    return functional.pad(valid, (1, 0), value=True)


def _grammar(reader: Reader, x: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    allowed = functional.pad(same, (1, 0), value=True)
    arcs = reader.arcs(x).masked_fill(~allowed, _FAR)
    queries, keys = reader.labels(x)
    heads = batch["head"].clamp(min=0)
    keys = keys.gather(1, heads[..., None].expand(-1, -1, keys.shape[-1]))
    scores = (queries @ keys[..., None]).squeeze(-1)
    return {"head": _cross(arcs, batch["head"]), "relation": _cross(scores, batch["relation"])}


def _vector(reader: Reader, x: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """One less the cosine of a sentence's vector and its target, [b, s, VECTOR], zero where there is no sentence."""
    count = batch["target"].shape[1]
    member = functional.one_hot(batch["sentence"].clamp(min=0), count).to(x.dtype)
    member = member * (batch["sentence"] >= 0)[..., None]
    means = member.transpose(1, 2) @ x / member.sum(1).clamp(min=1)[..., None]
    there = batch["target"].abs().sum(-1) > 0
    likeness = functional.cosine_similarity(reader.vector(means)[there].float(), batch["target"][there], dim=-1)
    return torch.clamp(1 - likeness, min=0).mean()
