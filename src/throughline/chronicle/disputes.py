"""What contradicts what."""

from throughline.ledger.view import View
from throughline.model import Dispute


def disputes(view: View) -> tuple[Dispute, ...]:
    """Figures, dates, statuses and stances that contradict, side by side, without a verdict."""
    raise NotImplementedError
