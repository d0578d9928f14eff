"""Names out of a snapshot: who and what the articles name, counted, and in which roles.

In: a `Snapshot`. Out: light rows.
"""

import json
from collections.abc import Collection, Iterator

from throughline.ledger import hydrate, query
from throughline.ledger.bulk import unswept
from throughline.ledger.overruled import Less
from throughline.ledger.rows import Named, RoleRow
from throughline.ledger.snapshot import Snapshot, Values
from throughline.model import Evidence, MentionType
from throughline.text.surnames import initials

_NAME = "name:"


def names(shown: Snapshot, keys: Collection[str] | None) -> list[Named]:
    """What mentions name, counted by key, name and type; with `keys`, theirs and those that are `alike`."""
    if keys is None:
        return _names(shown, query.NAMES, (shown.asked(),))
    asked = {"keys": json.dumps(list(keys)), "near": _near(shown, keys), **shown.days}
    return _names(shown, query.NAMES_NEAR, asked)


def names_of(shown: Snapshot, keys: Collection[str]) -> list[Named]:
    """Those of some keys alone."""
    return _names(shown, query.NAMES_OF, {"keys": json.dumps(list(keys)), **shown.days})


def alike(shown: Snapshot, keys: Collection[str]) -> list[Named]:
    """Names of whoever may be one of those among some keys: their last words may be spellings of one name."""
    return _names(shown, query.NAMES_ALIKE, {"near": _near(shown, keys), **shown.days})


def named_in(shown: Snapshot, keys: Collection[str]) -> dict[str, frozenset[int]]:
    """In which articles (by number) keys are named."""
    found: dict[str, set[int]] = {key: set() for key in keys}
    for key, article in shown.all(query.NAMED_IN, (json.dumps(list(keys)), shown.asked())):
        found[key].add(article)
    return {key: frozenset(articles) for key, articles in found.items()}


def first_named(shown: Snapshot, keys: Collection[str]) -> dict[str, str]:
    """The article in which each key is named first, in the order in which articles became known."""
    order = {number: place for place, number in enumerate(shown.visible)}
    places = named_in(shown, keys)
    return {key: shown.visible[min(numbers, key=order.__getitem__)] for key, numbers in places.items() if numbers}


def _near(shown: Snapshot, keys: Collection[str]) -> str:
    """Some keys with those of fuller and shorter names, of acronyms and of what they stand for; a JSON list."""
    return json.dumps(sorted({*keys, *_begun(shown, keys), *_spelled_out(shown, keys)}))


def _begun(shown: Snapshot, keys: Collection[str]) -> Iterator[str]:
    """Keys of names that begin with one of some, or that one of them begins with."""
    spelled = [key for key in keys if key.startswith(_NAME)]
    for key in spelled:
        words = key.split()
        yield from (" ".join(words[:stop]) for stop in range(1, len(words)))
    yield from (who for (who,) in shown.all(query.NAMES_BEGUN, (json.dumps(spelled),)))


def _spelled_out(shown: Snapshot, keys: Collection[str]) -> Iterator[str]:
    """Keys of bodies with the initials of an acronym, and of the acronyms of full names."""
    single = {key.removeprefix(_NAME) for key in keys if key.startswith(_NAME) and " " not in key}
    yield from (_NAME + short for key in keys if key.startswith(_NAME) and (short := initials(key[len(_NAME) :])))
    if single:
        yield from (who for (who,) in shown.all(query.NAMES_OF_BODIES, (json.dumps(sorted(single)),)))


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
