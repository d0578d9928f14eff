"""Men and women, as far as words tell: forms of address, titles, kinship, first names.

In: the words of or before a name, or a noun. Out: "f", "m", or None.
"""

from collections.abc import Iterable

from throughline.tables.names import gender

_FEMALE = frozenset(
    """mrs ms miss lady queen princess spokeswoman chairwoman baroness congresswoman councilwoman businesswoman madam
    dame duchess empress woman girl mother daughter sister wife widow aunt niece grandmother actress waitress heroine
    bride girlfriend policewoman countess goddess stepmother granddaughter saleswoman servicewoman nun mme señora
    assemblywoman alderwoman stateswoman headmistress hostess heiress ladies""".split()
)
_MALE = frozenset(
    """mr sir lord king prince pope sheikh imam ayatollah sultan emir chairman congressman businessman cardinal
    archbishop rabbi man boy father son brother husband widower uncle nephew grandfather actor waiter groom boyfriend
    policeman spokesman duke count god stepfather grandson salesman serviceman monk señor assemblyman alderman
    statesman gunman headmaster clergyman fisherman mullah hajj gentleman lad guy baron emperor monsignor""".split()
)


def of_words(words: Iterable[str]) -> str | None:
    """Tell a gender by titles and nouns."""
    for word in words:
        plain = word.rstrip(".")
        if plain in _FEMALE:
            return "f"
        if plain in _MALE:
            return "m"
    return None


def of_name(folded: str) -> str | None:
    """Tell a gender by the first name of a folded full name; a name alone may be a surname."""
    first, _, rest = folded.partition(" ")
    found = gender(first) if rest else None
    return found if found in {"f", "m"} else None
