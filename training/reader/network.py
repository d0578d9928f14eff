"""The network: MiniLM with a shape embedding, and a head for each thing that is read.

Encoder: 6 layers, 384 wide, 12 heads (Wang et al. 2020), as in the sentence-transformers model all-MiniLM-L6-v2.
Grammar: biaffine arcs and labels (Dozat and Manning 2017). Names and attributions: one layer over BIO. Who said it:
two pointers, from a cue to its source and from a content to its cue, scored as arcs are. A sentence's vector: the
mean of its words, taught to keep the geometry of the model that we start from.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, POINTER, VECTOR = 256, 64, 96, 384
_POOL = 1 << 22


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels there are of each kind."""

    tag: int
    xpos: int
    relation: int
    name: int
    shapes: int


class Dropout(nn.Module):
    """Dropout whose noise is cut from a pool at a chance place: drawing it anew takes a seventh of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.pool = (torch.rand(_POOL) >= share) / (1 - share)

    def forward(self, x: Tensor) -> Tensor:
        """Any shape to the same."""
        if not self.training or x.numel() > _POOL:
            return x
        at = int(torch.randint(_POOL - x.numel() + 1, ()))
        return x * self.pool[at : at + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019): attention, then two dense layers, each with its norm behind it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[b, n, WIDTH] to the same; `mask` [b, 1, 1, n] is 0 where a piece is, far below elsewhere."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Plain products: on two CPU cores the fused kernel's backward pass takes a third of a step.
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(2, 3)
        seen = (scores + mask).softmax(-1).to(v.dtype) @ v
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.last(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Biaffine(nn.Module):
    """Scores of every word of a window as the head of every other: [b, w, w + 1], column 0 being none, or the root."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, size)
        self.head = nn.Linear(WIDTH, size)
        self.root = nn.Parameter(torch.randn(size) * 0.02)
        self.bilinear = nn.Parameter(torch.eye(size) / math.sqrt(size))
        self.bias = nn.Parameter(torch.zeros(size))
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """[b, w, WIDTH] to [b, w, w + 1]."""
        dependent = self.dropout(functional.gelu(self.dependent(x)))
        head = self.dropout(functional.gelu(self.head(x)))
        heads = torch.cat([self.root.expand(len(x), 1, -1), head], 1)
        return (dependent @ self.bilinear + self.bias) @ heads.transpose(1, 2)


class Labels(nn.Module):
    """Scores of every relation between a word and its head: a query for each word, to be met with the head's key."""

    def __init__(self, relations: int, dropout: float) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, LABEL)
        self.key = nn.Linear(WIDTH, LABEL)
        self.root = nn.Parameter(torch.randn(LABEL) * 0.02)
        self.query = nn.Linear(LABEL, relations * (LABEL + 1))
        self.relations = relations
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """[b, w, WIDTH] to queries [b, w, relations, LABEL + 1] and keys [b, w + 1, LABEL + 1], the last of it 1."""
        dependent = self.dropout(functional.gelu(self.dependent(x)))
        key = self.dropout(functional.gelu(self.key(x)))
        keys = torch.cat([self.root.expand(len(x), 1, -1), key], 1)
        queries = self.query(dependent).view(*x.shape[:2], self.relations, LABEL + 1)
        return queries, functional.pad(keys, (0, 1), value=1.0)


class Reader(nn.Module):
    """Everything that is read, in one pass."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(sizes.shapes, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        self.tag = nn.Linear(WIDTH, sizes.tag)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.name = nn.Linear(WIDTH, sizes.name)
        self.said = nn.Linear(WIDTH, 9)  # outside, begins, goes on: of source, cue and content
        self.factuality = nn.Sequential(nn.Linear(WIDTH, 96), nn.GELU(), nn.Linear(96, 1))
        self.arcs = Biaffine(ARC, 0.2)
        self.labels = Labels(sizes.relation, 0.2)
        self.cue_source = Biaffine(POINTER, 0.1)
        self.content_cue = Biaffine(POINTER, 0.1)
        self.vector = nn.Linear(WIDTH, VECTOR)

    def encode(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """[b, n] pieces to [b, w, WIDTH]: each word at its first piece."""
        places = torch.arange(pieces.shape[1])
        x = self.dropout(self.norm(self.pieces(pieces) + self.places(places) + self.shapes(shapes)))
        wide = torch.where(mask, 0.0, -1e4)[:, None, None, :].to(
            torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype
        )
        for layer in self.layers:
            x = layer(x, wide)
        return self.dropout(x.gather(1, firsts[..., None].expand(-1, -1, WIDTH)))


def load_base(reader: Reader, folder: Path) -> None:
    """Take the encoder's weights from all-MiniLM-L6-v2 (`model.safetensors` in `folder`, Apache-2.0)."""
    base = load_file(folder / "model.safetensors")
    own = {
        "pieces.weight": base["embeddings.word_embeddings.weight"],
        "places.weight": base["embeddings.position_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    own["places.weight"] = own["places.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    names = {
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "last": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for part in ("weight", "bias"):
            place = f"encoder.layer.{number}."
            three = [base[f"{place}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            own[f"layers.{number}.qkv.{part}"] = torch.cat(three)
            own |= {f"layers.{number}.{ours}.{part}": base[f"{place}{theirs}.{part}"] for ours, theirs in names.items()}
    missing, unknown = reader.load_state_dict(own, strict=False)
    if unknown or any(name.startswith(("layers", "norm", "places", "pieces")) for name in missing):
        raise ValueError(f"the base model does not fit: unknown {unknown}")
