"""Why two tellings were taken for one happening.

In: a view and two tellings' ids. Out: reasons in words, worked out from what is kept of both.
"""

from throughline.ledger.view import View
from throughline.resolve.happenings import packed
from throughline.resolve.happenings.accounts import Account
from throughline.resolve.happenings.reasons import reasons
from throughline.resolve.happenings.tale import Place


def alike_reasons(view: View, left: str, right: str) -> tuple[str, ...]:
    """Say what speaks for two tellings being of one happening; nothing where the view has no account of one."""
    one, other = _account(view, left), _account(view, right)
    return reasons(one, other) if one and other else ()


def _account(view: View, telling: str) -> Account | None:
    kept = view.told_at(telling)
    tale = packed.unpacked(kept.tale, kept.article) if kept else None
    number = tale.places.get(Place(kept.start, kept.is_sentence)) if kept and tale else None
    return tale.account(number) if tale and number is not None else None
