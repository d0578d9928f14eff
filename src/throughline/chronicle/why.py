"""Why a record says what it says."""

from throughline.ledger.view import View
from throughline.model import Explanation


def why(view: View, id: str) -> Explanation:
    """Explain an article's date, a finding, a link, a happening ...; QueryError when nobody has the id."""
    raise NotImplementedError
