"""Full text over the readable passages of a story.

In: words. Out: `Hit`s, the passages that hold them all, oldest first, with the findings that rest on them.
"""

from throughline.ledger.view import View
from throughline.model import Evidence, Hit


def search(view: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Passages that hold the words, oldest first; "quoted words" must stand in a row. QueryError without a word."""
    passages = view.search(words, limit)
    articles = {passage.evidence.article for passage in passages}
    if not articles:
        return ()
    heads = view.heads()
    findings = [(event.id, event.evidence) for event in view.events(articles)]
    findings += [(statement.id, statement.evidence) for statement in view.statements(articles)]
    found = []
    for passage in passages:
        head = heads[passage.evidence.article]
        ids = tuple(name for name, evidence in findings if _meet(evidence, passage.evidence))
        found.append(Hit(passage.evidence, head.outlet, head.title, passage.known, ids))
    return tuple(found)


def _meet(left: Evidence, right: Evidence) -> bool:
    return left.article == right.article and left.start < right.end and right.start < left.end
