"""Names out of a snapshot: who and what the articles name, counted, and in which roles.

In: a `Snapshot`. Out: light rows.
"""

import json
from collections.abc import Collection

from throughline.ledger import hydrate, query
from throughline.ledger.bulk import unswept
from throughline.ledger.overruled import Less
from throughline.ledger.rows import Named, RoleRow
from throughline.ledger.snapshot import Snapshot, Values
from throughline.model import Evidence, MentionType


def names(shown: Snapshot, keys: Collection[str] | None) -> list[Named]:
    """What mentions name, counted by key, name and type; with `keys`, theirs and those that are `alike`."""
    if keys is None:
        return _names(shown, query.NAMES, (shown.asked(),))
    return _names(shown, query.NAMES_NEAR, {"keys": json.dumps(list(keys)), **shown.days})


def alike(shown: Snapshot, keys: Collection[str]) -> list[Named]:
    """Names of whoever may be one of the people among some keys: they share a last word."""
    return _names(shown, query.NAMES_ALIKE, {"keys": json.dumps(list(keys)), **shown.days})


@unswept()
def _names(shown: Snapshot, sql: str, asked: Values) -> list[Named]:
    found = [
        Named(key, name, MentionType(kind), mentions, articles, hydrate.day(first), hydrate.day(last))
        for key, name, kind, mentions, articles, first, last in shown.all(sql, asked)
    ]
    less = shown.overruled.less
    return found if not less else [row for one in found if (row := _fewer(one, less.get(one[:3]))).mentions > 0]


def _fewer(row: Named, less: Less | None) -> Named:
    """A name without its rejected mentions."""
    if less is None:
        return row
    return row._replace(mentions=row.mentions - less.mentions, articles=row.articles - less.articles)


@unswept()
def roles(shown: Snapshot, keys: Collection[str] | None) -> list[RoleRow]:
    """The role words that pages give people, by the mention's key; `keys`: only theirs."""
    asked = None if keys is None else json.dumps(sorted(keys))
    return [
        RoleRow(key, Evidence(article, start, end, words), hydrate.day(known))
        for key, article, start, end, words, known in shown.all(query.ROLES, (shown.asked(), asked))
    ]
