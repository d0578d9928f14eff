"""Full text."""

from throughline.ledger.view import View
from throughline.model import Hit


def search(view: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Passages that hold the words, best first."""
    raise NotImplementedError
