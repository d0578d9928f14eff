"""What the reader's sense of certainty adds to the rules of status: it settles open cases, and doubts some.

In: the status by rules (None: open), the clause, the predicate and the token's factuality (-3..3, learned from people's
judgements: White et al. 2016). Out: the status. Where the rules speak clearly of what has not happened, is planned,
asked for or denied they stand: people's judgements put all of these on one scale, and a record must not.

Thresholds from UDS-IH2 dev, read by a half-trained reader: of what the rules call happened .97 is so above 2 and .27
below 0; of what is going on .00 to .20 below 0 (it is to come: "is moving in March"); of open cases that are no
present tense .94 are so above 2.2.
"""

from throughline.annotate.events.clauses import Clause, Form
from throughline.model import Status
from throughline.tables.predicates import Predicate

_DOUBTED = 0.0
_SURE = 2.2
_SURE_NOW = 2.6  # a present tense tells habits too: "arrests drivers" is felt at 2.2


def weigh(told: Status | None, clause: Clause, predicate: Predicate, factuality: float) -> Status | None:
    """Return the status in the light of both voices."""
    if told is Status.HAPPENED and factuality < _DOUBTED:
        return None
    if told is Status.ONGOING and factuality < _DOUBTED and clause.form is Form.PRESENT:
        return Status.PLANNED
    if told is not None or clause.is_negated:
        return told
    if clause.form is Form.PRESENT:
        is_news = predicate.type is not None and predicate.weight > 1
        return Status.HAPPENED if is_news and factuality >= _SURE_NOW else None
    is_open = clause.form in {Form.MAYBE, Form.WOULD, Form.FUTURE}
    return Status.HAPPENED if factuality >= _SURE and not is_open else None
