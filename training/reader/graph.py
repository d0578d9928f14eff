"""The trained network to the graph that runs: `python -m training.reader.graph --weights reader.pt --out FOLDER`.

The graph is written op by op, with ONNX Runtime's fused ones (Attention, SkipLayerNormalization, BiasGelu), so that
nothing depends on what an exporter or a pattern matcher makes of the code. Matrices become int8, a scale a column;
the layers that end in scores stay as they are. One window a run:

in:  pieces, shapes [1, n] int32; firsts [w] int64; member [s, w] float32, a row a sentence: 1 / its words, else 0.
out: tag, xpos, name [w, labels]; said [w, 9]; arcs, cue_source, content_cue [w, w + 1], column 0 the root or none;
     queries [w, relations, k], keys [w + 1, k]; factuality [w, 1]; vectors [s, 384]; states [w, 384]: what heads read.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.reader.corpora import KINDS
from training.reader.network import ARC, HEADS, LABEL, LAYERS, POINTER, VECTOR, WIDTH

_OPSET = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
_MICROSOFT = {"Attention", "BiasGelu", "EmbedLayerNormalization", "Gelu", "SkipLayerNormalization"}


class Graph:
    """A graph under construction: nodes in order, and the arrays that they hold."""

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        self.weights = {name: value.float().numpy() for name, value in weights.items()}
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: dict[str, np.ndarray] = {}

    def array(self, name: str, value: np.ndarray) -> str:
        """Hold an array, and return its name."""
        self.arrays[name] = value
        return name

    def op(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        """Add a node of one output, and return the output's name, which is the node's as well."""
        domain = "com.microsoft" if kind in _MICROSOFT else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def weight(self, name: str) -> str:
        """Hold one of the network's vectors as it is."""
        return self.array(name, self.weights[name])

    def dense(self, x: str, names: list[str], output: str) -> str:
        """Multiply by the weights of the named layers beside each other, and add their biases."""
        matrix = np.concatenate([self.weights[f"{name}.weight"] for name in names]).T
        bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])
        product = self.op("MatMul", [x, self.array(f"{output}.w", np.ascontiguousarray(matrix))], f"{output}.product")
        return self.op("Add", [product, self.array(f"{output}.b", bias)], output)


def encoder(graph: Graph) -> str:
    """Add the encoder, and return the name of its words: [w, WIDTH]."""
    tables = [graph.weight(f"{name}.weight") for name in ("pieces", "places", "shapes")]
    norm = [graph.weight("norm.weight"), graph.weight("norm.bias")]
    graph.nodes.append(
        helper.make_node(
            "EmbedLayerNormalization",
            ["input_ids", "shape_ids", *tables, *norm],
            ["embedded", "unused_mask"],
            name="embedded",
            domain="com.microsoft",
            epsilon=1e-12,
        )
    )
    x = "embedded"
    for number in range(LAYERS):
        own = f"layers.{number}"
        qkv = graph.array(f"{own}.qkv.w", np.ascontiguousarray(graph.weights[f"{own}.qkv.weight"].T))
        inputs = [x, qkv, graph.array(f"{own}.qkv.b", graph.weights[f"{own}.qkv.bias"])]
        seen = graph.op("Attention", inputs, f"{own}.attention", num_heads=HEADS)
        x = _joined(graph, x, seen, own, "out", "norm")
        up = graph.array(f"{own}.up.w", np.ascontiguousarray(graph.weights[f"{own}.up.weight"].T))
        product = graph.op("MatMul", [x, up], f"{own}.up.product")
        wide = graph.op("BiasGelu", [product, graph.weight(f"{own}.up.bias")], f"{own}.gelu")
        x = _joined(graph, x, wide, own, "down", "last")
    flat = graph.op("Squeeze", [x, graph.array("first_axis", np.array([0]))], "flat")
    return graph.op("Gather", [flat, "firsts"], "states", axis=0)


def _joined(graph: Graph, x: str, new: str, own: str, dense: str, norm: str) -> str:
    """Return `x` and what a dense layer makes of `new`, added and normed."""
    matrix = graph.array(f"{own}.{dense}.w", np.ascontiguousarray(graph.weights[f"{own}.{dense}.weight"].T))
    product = graph.op("MatMul", [new, matrix], f"{own}.{dense}.product")
    inputs = [product, x, *(graph.weight(f"{own}.{norm}.{part}") for part in ("weight", "bias"))]
    inputs.append(graph.weight(f"{own}.{dense}.bias"))
    return graph.op("SkipLayerNormalization", inputs, f"{own}.{norm}", epsilon=1e-12)


def heads(graph: Graph, relations: int) -> None:
    """Add every head, from "states" to the outputs."""
    for name in ("tag", "xpos", "name", "said"):
        graph.dense("states", [name], name)
    layers = [(f"{name}.{part}", size) for name, size in _POINTERS for part in ("dependent", "head")]
    layers += [("labels.dependent", LABEL), ("labels.key", LABEL), ("factuality.0", 96)]
    wide = graph.op("Gelu", [graph.dense("states", [name for name, _ in layers], "wide")], "wide.gelu")
    sizes = graph.array("wide.sizes", np.array([size for _, size in layers]))
    names = [f"wide.{name}" for name, _ in layers]
    graph.nodes.append(helper.make_node("Split", [wide, sizes], names, name="wide.split", axis=1))
    for name, size in _POINTERS:
        _pointer(graph, name, size)
    graph.dense("wide.factuality.0", ["factuality.2"], "factuality")
    root = graph.array("labels.root", graph.weights["labels.root"][None])
    keys = graph.op("Concat", [root, "wide.labels.key"], "labels.keys", axis=0)
    graph.op(
        "Pad", [keys, graph.array("labels.pads", np.array([0, 0, 0, 1])), graph.array("one", np.float32(1))], "keys"
    )
    query = graph.dense("wide.labels.dependent", ["labels.query"], "labels.query")
    graph.op("Reshape", [query, graph.array("labels.shape", np.array([-1, relations, LABEL + 1]))], "queries")
    mean = graph.op("MatMul", ["member", "states"], "means")
    graph.dense(mean, ["vector"], "vectors")


_POINTERS = (("arcs", ARC), ("cue_source", POINTER), ("content_cue", POINTER))


def _pointer(graph: Graph, name: str, size: int) -> None:
    matrix, bias = (graph.weight(f"{name}.{part}") for part in ("bilinear", "bias"))
    bent = graph.op(
        "Add", [graph.op("MatMul", [f"wide.{name}.dependent", matrix], f"{name}.bent"), bias], f"{name}.biased"
    )
    root = graph.array(f"{name}.root", graph.weights[f"{name}.root"].reshape(1, size))
    targets = graph.op("Concat", [root, f"wide.{name}.head"], f"{name}.targets", axis=0)
    graph.op("MatMul", [bent, graph.op("Transpose", [targets], f"{name}.turned", perm=[1, 0])], name)


def build(weights: dict[str, torch.Tensor], sizes: dict[str, int]) -> onnx.ModelProto:
    """Return the whole graph in float32."""
    graph = Graph(weights)
    graph.op("Cast", ["pieces"], "input_ids", to=TensorProto.INT32)
    graph.op("Cast", ["shapes"], "shape_ids", to=TensorProto.INT32)
    encoder(graph)
    heads(graph, sizes["relation"])
    float_, whole = TensorProto.FLOAT, TensorProto.INT64
    inputs = [
        helper.make_tensor_value_info("pieces", whole, [1, "n"]),
        helper.make_tensor_value_info("shapes", whole, [1, "n"]),
        helper.make_tensor_value_info("firsts", whole, ["w"]),
        helper.make_tensor_value_info("member", float_, ["s", "w"]),
    ]
    outputs = [
        helper.make_tensor_value_info(name, float_, shape)
        for name, shape in {
            **{kind: ["w", sizes[kind]] for kind in ("tag", "xpos", "name")},
            "said": ["w", 9],
            **{name: ["w", "v"] for name, _ in _POINTERS},
            "queries": ["w", sizes["relation"], LABEL + 1],
            "keys": ["v", LABEL + 1],
            "factuality": ["w", 1],
            "vectors": ["s", VECTOR],
            "states": ["w", WIDTH],
        }.items()
    ]
    arrays = [numpy_helper.from_array(np.asarray(value), name) for name, value in graph.arrays.items()]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, arrays)
    return helper.make_model(made, opset_imports=_OPSET, ir_version=9, producer_name="throughline")


def quantise(whole: Path, small: Path) -> None:
    """Write the graph with its large matrices in int8, a scale a column (per-tensor scales cost the parser a point)."""
    graph = onnx.load(whole).graph
    exact = {"tag", "xpos", "name", "said", "factuality", "means", "vectors"}
    exact |= {f"{name}{part}" for name, _ in _POINTERS for part in ("", ".bent")}
    kept = [node.name for node in graph.node if node.name.removesuffix(".product") in exact]
    quantize_dynamic(
        whole,
        small,
        op_types_to_quantize=["MatMul", "Attention", "EmbedLayerNormalization"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True},
    )


def write(weights: Path, labels: Path, vocabulary: Path, out: Path, version: str) -> None:
    """Write `reader.onnx`, `reader.json` and `vocab.txt` to `out`, and the float32 graph beside the weights."""
    kept = torch.load(weights, weights_only=True)
    whole = weights.with_name("reader.float.onnx")
    onnx.save(build(kept["weights"], kept["sizes"]), whole)
    out.mkdir(parents=True, exist_ok=True)
    quantise(whole, out / "reader.onnx")
    names = {**json.loads(labels.read_text("utf-8")), "name": list(KINDS)}
    (out / "reader.json").write_text(json.dumps({"version": version, **names}, indent=1) + "\n", "utf-8")
    shutil.copyfile(vocabulary, out / "vocab.txt")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="reader.pt, with labels.json beside it")
    parser.add_argument("--base", type=Path, required=True, help="the folder with all-MiniLM-L6-v2's vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="where the graph goes")
    parser.add_argument("--version", default="1")
    asked = parser.parse_args()
    labels = asked.weights.with_name("labels.json")
    write(asked.weights, labels, asked.base / "vocab.txt", asked.out, asked.version)


if __name__ == "__main__":
    main()
