"""How rare a word is in English: the logarithm of how many documents there are to one that holds it.

Counted once, over the documents of two treebanks (`training/rarity.py`), and kept: no figure depends on the pages of a
story, so what two pages share weighs the same whatever else is known. Words that the treebanks hold once or never,
most names among them, are the rarest.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


def rarity(word: str) -> float:
    """Return the natural logarithm of documents over documents with the word, a lemma in lower case.

    >>> rarity("say") < rarity("withdraw") < rarity("rasmussen")
    True
    """
    table, most = _table()
    return table.get(word, most)


def rarities(words: Iterable[str]) -> float:
    """Add up how rare several words are: the words that two texts share, the more telling the more."""
    table, most = _table()
    return math.fsum([table.get(word, most) for word in words])  # exact: the order of a set does not show


@cache
def _table() -> tuple[Mapping[str, float], float]:
    """Rarity by word, and that of a word that is not listed."""
    lines = files("throughline.tables").joinpath("data/rarity.tsv").read_text("utf-8").splitlines()
    documents = int(lines[0].split("\t")[1])
    counts = (line.split("\t") for line in lines[1:])
    return {word: math.log(documents / int(count)) for word, count in counts}, math.log(documents)
