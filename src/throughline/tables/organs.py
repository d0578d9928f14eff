"""Bodies of which a state has one: its parliament, its government, its army, its ministries.

In: a folded description or name ("the iraqi parliament", "ministry of defence of iraq"). Out: the key of the one body
that it means wherever it stands. A description without a state ("the parliament") means a body of its article only.
"""

from functools import cache

from throughline.tables.names import lookup

# What each organ is called, folded, without its state. Closed: the organs that constitutions and yearbooks list.
_ORGANS = {
    "parliament": "parliament|legislature|national parliament|lower house of parliament",
    "government": "government|national government|central government|federal government",
    "cabinet": "cabinet|council of ministers",
    "presidency": "presidency|presidential office|office of the president",
    "military": "military|armed forces",
    "army": "army|national army",
    "navy": "navy",
    "air-force": "air force",
    "police": "police|police force|national police|federal police",
    "security-forces": "security forces",
    "supreme-court": "supreme court|high court",
    "constitutional-court": "constitutional court",
    "central-bank": "central bank|national bank",
    "election-commission": "election commission|electoral commission",
    "state-television": "state television|state tv",
}
_MINISTRIES = (
    "foreign defence defense interior finance oil health justice education transport trade energy economy agriculture "
    "labour labor culture environment information electricity planning tourism"
)
_SAME = {"defense": "defence", "labor": "labour", "foreign affairs": "foreign"}
_LONGEST = 8  # words of a description that is looked at
_STATE = 4  # words of a state's name, at most
_ARTICLE = "the "


def organ(folded: str) -> str | None:
    """Give the key ("organ:IRQ.parliament") of the one body of a state that folded words describe; None for others.

    >>> organ("the iraqi parliament"), organ("iraq parliament"), organ("parliament of iraq")
    ('organ:IRQ.parliament', 'organ:IRQ.parliament', 'organ:IRQ.parliament')
    >>> organ("parliament"), organ("a former iraqi parliament")
    (None, None)
    """
    words = folded.removeprefix(_ARTICLE).split()
    if not 1 < len(words) <= _LONGEST:
        return None
    for length in range(1, min(_STATE, len(words) - 1) + 1):
        found = _key(words[:length], words[length:])
        if found is not None:
            return found
        if len(words) > length + 1 and "of" in words[1:-length]:
            tail = words[:-length]
            if tail[-1] == "the":
                tail = tail[:-1]
            found = _key(words[-length:], tail[:-1]) if tail and tail[-1] == "of" else None
            if found is not None:
                return found
    return None


def is_organ(folded: str) -> bool:
    """Tell whether words name an organ that every state has one of, without saying whose."""
    return folded in _organs()


def _key(state: list[str], words: list[str]) -> str | None:
    name = _organs().get(" ".join(words))
    entity = lookup(" ".join(state)) if name else None
    if entity is None or not entity.key.startswith("state:"):
        return None
    known = lookup(f"us {' '.join(words)}") if entity.key == "state:USA" else None  # "U.S. Air Force" has a key already
    return known.key if known else f"organ:{entity.key.removeprefix('state:')}.{name}"


@cache
def _organs() -> dict[str, str]:
    found = {name: organ for organ, names in _ORGANS.items() for name in names.split("|")}
    for field in [*_MINISTRIES.split(), "foreign affairs"]:
        key = f"{_SAME.get(field, field)}-ministry"
        forms = (f"{field} ministry", f"ministry of {field}", f"ministry of the {field}", f"ministry for {field}")
        found.update(dict.fromkeys(forms, key))
    return found
