"""All verb forms known here, whatever they mean: what ends a noun phrase and what opens a clause.

Compiled from the predicates, the words that take complements, the irregular verbs and a list of common ones.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from throughline.tables.complements import complements
from throughline.tables.predicates import verb_forms
from throughline.tables.verbs import forms, irregular


@cache
def verb_features() -> Mapping[str, str]:
    """Return the features (see `verbs`) that each known verb form can carry."""
    common = files("throughline.tables").joinpath("data/common_verbs.txt").read_text("utf-8").split()
    found: dict[str, str] = {}
    for base in [*irregular(), *common]:
        for form, features in forms(base).items():
            found[form] = _join(found.get(form, ""), features)
    for form, entries in verb_forms().items():
        for entry in entries:
            found[form] = _join(found.get(form, ""), entry.features)
    for kind in ("to", "that", "ing", "object"):
        for (_, form), complement in complements(kind).items():
            found[form] = _join(found.get(form, ""), complement.features)
    return {form: features for form, features in found.items() if features}


def _join(left: str, right: str) -> str:
    return "".join(sorted({*left, *right}))
