"""People and bodies."""

from throughline.ledger.view import View
from throughline.model import Actor


def actors(view: View, about: str | None = None) -> tuple[Actor, ...]:
    """Mentions joined to actors, most mentioned first."""
    raise NotImplementedError
