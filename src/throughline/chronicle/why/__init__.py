"""Why a record says what it says: the words, the rule, the rivals, what would change the answer.

In: a view and an id, whose first part names its kind. Out: an `Explanation`. What a person rejected is explained as it
would be without the rejection.
"""

from collections.abc import Callable, Mapping

from throughline.chronicle.why.article import article
from throughline.chronicle.why.derived import actor, deadline, dispute, happening, link, series
from throughline.chronicle.why.finding import finding
from throughline.chronicle.why.kept import problem, ruling
from throughline.chronicle.why.stance import position
from throughline.errors import QueryError
from throughline.ledger.rulings import REJECT, named, standing
from throughline.ledger.view import View
from throughline.model import Explanation

__all__ = ["why"]


def why(view: View, record: str) -> Explanation:
    """Explain an article's date, a finding, a link or a derived record; QueryError when the view knows no such id."""
    explain = _KINDS.get(record.partition("-")[0], finding)
    made = view.rulings()
    rejections = [one for one in standing(made) if one.verdict == REJECT]
    own = {one.id for one in rejections if record in named(one)}
    if not own:
        try:
            return explain(view, record)
        except QueryError:  # it may have gone with another print of it, or with what it rests on
            own = {one.id for one in rejections}
            if not own:
                raise
    with view.under([one for one in made if one.id not in own]) as whole:
        return explain(whole, record)


_KINDS: Mapping[str, Callable[[View, str], Explanation]] = {
    "article": article, "link": link, "happening": happening, "series": series, "deadline": deadline,
    "dispute": dispute, "position": position, "actor": actor, "ruling": ruling, "problem": problem,
}  # fmt: skip
