"""Boosted trees as an ONNX graph: rows of a page in, log odds out.

In: LightGBM's own dump of its trees. Out: a graph of one `TreeEnsembleRegressor`. LightGBM asks `value <= threshold`
of float64 numbers and the graph of float32 ones, so a threshold is rounded down to the next float32: no float32 row
falls on another side.
"""

from collections.abc import Iterator
from typing import Any

import lightgbm
import numpy as np
import onnx
from onnx import TensorProto, helper

_OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
_IR_VERSION = 8  # what onnxruntime 1.20 reads


def build(booster: lightgbm.Booster) -> onnx.ModelProto:
    """Lay the trees out as the operator wants them: parallel lists of nodes and of leaves."""
    lists: dict[str, list[Any]] = {
        f"nodes_{name}": []
        for name in ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids")
    } | {f"target_{name}": [] for name in ("treeids", "nodeids", "ids", "weights")}
    for number, tree in enumerate(booster.dump_model()["tree_info"]):
        for node, row in enumerate(_nodes(tree["tree_structure"])):
            if isinstance(row, float):
                values: tuple[Any, ...] = (number, node, 0, "LEAF", 0.0, 0, 0)
                for name, value in zip(("treeids", "nodeids", "ids", "weights"), (number, node, 0, row), strict=True):
                    lists[f"target_{name}"].append(value)
            else:
                feature, threshold, left, right = row
                values = (number, node, feature, "BRANCH_LEQ", threshold, left, right)
            for name, value in zip(
                ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids"),
                values,
                strict=True,
            ):
                lists[f"nodes_{name}"].append(value)
    trees = helper.make_node(
        "TreeEnsembleRegressor", ["rows"], ["column"], domain="ai.onnx.ml", n_targets=1, aggregate_function="SUM",
        post_transform="NONE", **lists,
    )  # fmt: skip
    flat = helper.make_node("Reshape", ["column", "shape"], ["odds"])
    shape = helper.make_tensor("shape", TensorProto.INT64, [1], [-1])
    graph = helper.make_graph(
        [trees, flat],
        "blocks",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["blocks", booster.num_feature()])],
        [helper.make_tensor_value_info("odds", TensorProto.FLOAT, ["blocks"])],
        [shape],
    )
    model = helper.make_model(graph, opset_imports=_OPSETS, producer_name="throughline")
    model.ir_version = _IR_VERSION
    onnx.checker.check_model(model)
    return model


def _nodes(root: dict[str, Any]) -> Iterator[float | tuple[int, float, int, int]]:
    """Yield the nodes of a tree breadth first: a leaf's value, or feature, threshold and the places of both sides."""
    queue, total = [root], 1
    for node in queue:
        if "leaf_value" in node:
            yield float(node["leaf_value"])
            continue
        yield node["split_feature"], _down(node["threshold"]), total, total + 1
        queue += [node["left_child"], node["right_child"]]
        total += 2


def _down(threshold: float) -> float:
    near = np.float32(threshold)
    return float(near if float(near) <= threshold else np.nextafter(near, np.float32(-np.inf)))
