"""What a view's names tell of each key: which kind of thing it is, its full names, how many articles have it.

In: rows of names. Out: `Bearer`s by key; descriptions bear no name.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from throughline.chronicle.actors.descriptions import is_description
from throughline.ledger.rows import Named
from throughline.model import MentionType
from throughline.tables.offices import terms_of
from throughline.text.fold import fold_name

NAME = "name:"
PERSON, BODY, PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
_KINDS = frozenset({PERSON, BODY, PLACE})


@dataclass(frozen=True, slots=True)
class Bearer:
    """A key with its kind, its folded names (the table's, too), and the most articles that one of them is in.

    `written` is a name as articles write it: an acronym shows by its capitals.
    """

    key: str
    kind: MentionType
    names: tuple[str, ...]
    articles: int
    written: str

    @property
    def is_known(self) -> bool:
        """Whether a table knows it."""
        return not self.key.startswith(NAME)


def bearers(rows: Iterable[Named]) -> dict[str, Bearer]:
    """Gather the rows of each key."""
    own: dict[str, list[Named]] = {}
    for row in rows:
        if row.type in _KINDS and (not row.key.startswith(NAME) or not is_description(row.name)):
            own.setdefault(row.key, []).append(row)
    return {key: _bearer(key, found) for key, found in own.items()}


def _bearer(key: str, rows: Sequence[Named]) -> Bearer:
    is_spelled = key.startswith(NAME)
    if is_spelled and len(rows) == 1:
        (row,) = rows
        return Bearer(key, row.type, (key.removeprefix(NAME),), row.articles, row.name)
    kinds: Counter[MentionType] = Counter()
    names: Counter[str] = Counter()
    for row in rows:
        kinds[row.type] += row.mentions
        names[row.name] += row.articles
    kind = max(kinds, key=lambda one: (kinds[one], one))
    written = max(names, key=lambda one: (names[one], one))
    if is_spelled:
        return Bearer(key, kind, (key.removeprefix(NAME),), names.total(), written)
    folded = dict.fromkeys(fold_name(name) for name in names)
    if kind is PERSON:
        folded |= dict.fromkeys(name for term in terms_of(key) for name in term.names)
    return Bearer(key, kind, tuple(folded), names.total(), written)
