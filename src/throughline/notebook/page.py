"""How answers look in a notebook: HTML with inline charts, everything escaped.

In: records of one type. Out: HTML that stands alone in a cell: no script, no address that is fetched. Invariant:
nothing that a page wrote can act as markup.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType

from jinja2 import Environment

from throughline.export import standing, wording
from throughline.export.templates import templates
from throughline.notebook.chart import HEIGHT, WIDTH, chart

_LISTED = 50  # records of a list that a cell shows
_WORDS = (
    "amount", "count", "days", "differ", "due", "known", "past", "quoted", "quiet", "role", "short", "speaker", "told",
    "told_roles", "turn",
)  # fmt: skip
_STANDING = ("changed", "counted", "due_sections", "opening", "perhaps", "point_of", "sections")
_HEADINGS = ("STANDS", "DISPUTED", "COUNTED", "UNTOLD")
_NOTHING: Mapping[str, str] = MappingProxyType(
    {
        "Saying": "No statement found.",
        "Position": "No position found.",
        "Actor": "Nobody found.",
        "Series": "No figure found.",
        "Deadline": "No deadline found.",
        "Dispute": "No contradiction found.",
        "Source": "No article yet.",
        "Version": "No article was captured again with other text.",
        "Hit": "No sentence holds these words.",
    }
)


def shown(kind: type, records: Sequence[object], total: int | None = None) -> str:
    """Records of a type as the template of its name shows them; `total` of them there are."""
    name = kind.__name__
    return (
        _templates()
        .get_template("answer.html")
        .render(
            name=name.lower(),
            records=records[:_LISTED],
            total=len(records) if total is None else total,
            nothing=_NOTHING.get(name, "Nothing found."),
            listed=_LISTED,
        )
    )


@cache
def _templates() -> Environment:
    words = [getattr(wording, word) for word in _WORDS] + [getattr(standing, word) for word in _STANDING]
    found = templates("throughline.notebook", words, chart=chart, quantities=_quantities)
    found.globals |= {"WIDTH": WIDTH, "HEIGHT": HEIGHT} | {name: getattr(standing, name) for name in _HEADINGS}
    return found


def _quantities(pairs: Sequence[tuple[object, object]]) -> list[tuple[object, list[object]]]:
    """New figures by the series that they are of."""
    return [(series, [point for _, point in group]) for series, group in groupby(pairs, key=lambda pair: pair[0])]
