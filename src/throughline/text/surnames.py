"""Names of people without their titles: what is left tells one bearer from another.

In: folded names (`fold.fold_name`). Out: their words.
"""

# Words that open or close a name without telling one bearer from another.
_TITLES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof professor president minister prime secretary general gen colonel col
    captain capt lieutenant lt major maj sergeant sgt admiral adm senator sen representative rep governor gov
    ambassador king queen prince princess sheikh ayatollah pope bishop judge justice chancellor chairman speaker mayor
    jr sr""".split()
)


def untitled(name: str) -> list[str]:
    """The words of a folded name that are no titles.

    >>> untitled("prime minister nouri al maliki")
    ['nouri', 'al', 'maliki']
    """
    return [word for word in name.split() if word not in _TITLES]


def surname(name: str) -> str:
    """The last of them: whoever goes by a bare surname shares it with the full name; "" where titles are all.

    >>> surname("nouri al maliki")
    'maliki'
    """
    words = untitled(name)
    return words[-1] if words else ""
