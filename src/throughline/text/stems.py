"""Whether a text holds one of some stems: asked first where a costly pattern finds something in few texts."""

from collections.abc import Iterable


def holds(text: str, stems: Iterable[str]) -> bool:
    """Tell whether one of the stems stands anywhere in the text, inside words too (a plain loop is the fastest)."""
    for stem in stems:  # noqa: SIM110 - `any` with a generator takes three times as long
        if stem in text:
            return True
    return False
