"""Whom a title or common noun means: "the NATO chief", "the prime minister", "the ministry", "the official".

In: what the article has said so far of persons and bodies, then a phrase's words. Out: the name meant, or None where
none or several fit. Looking up costs the same however long the article is.
"""

from collections import defaultdict

from throughline.tables.names import forms_of, state_of
from throughline.text.fold import fold_name

_SHORT = {"gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "col": "colonel",
          "capt": "captain", "lt": "lieutenant", "prof": "professor", "adm": "admiral", "maj": "major",
          "sgt": "sergeant", "pres": "president", "amb": "ambassador", "dr": "doctor"}  # fmt: skip
_LEADS = frozenset(
    """president premier minister chancellor secretary general king queen emir sultan director chairman chairwoman
    governor mayor commander chief leader head ceo executive prince pope speaker manager boss chairperson""".split()
)
_LEADER = frozenset({"leader", "chief", "head", "boss", "ruler"})
_JOINTS = frozenset(
    {"the", "a", "an", "of", "for", "and", "former", "to", "then", "s", "his", "her", "its", "their", "this", "that"}
)
_LEADING, _COMPANY = "#lead", "#company"
_MANY = 16  # so many bearers of one noun, and it means none of them
_COMPANIES = frozenset({"company", "firm", "corporation"})
_COMPANY_FORMS = frozenset("corp corporation inc co company ltd limited plc llc ag gmbh holdings industries".split())


class Known:
    """Who has which role, and which bodies are named, so far."""

    def __init__(self) -> None:
        self._roles: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._bodies: dict[str, dict[str, set[str]]] = defaultdict(dict)
        self._unnamed: dict[str, str] = {}

    def add_role(self, name: str, role: str) -> None:
        """Learn that a person has a role."""
        for word in {_key(w) for w in fold_name(role).split()}:
            self._roles[_LEADING if word in _LEADS else word].setdefault(name, []).append(role)
            if word in _LEADS:
                self._roles[word].setdefault(name, []).append(role)

    def add_body(self, name: str, key: str | None) -> None:
        """Learn that a body is named; a table's other names of it count too."""
        forms = [fold_name(name), *(forms_of(key) if key else ())]
        words = {word for form in forms for word in form.split()}
        for noun in {_noun(form) for form in forms}:
            self._bodies[_COMPANY if noun in _COMPANY_FORMS else noun][name] = words
            self._bodies[noun][name] = words

    def add_unnamed(self, noun: str, name: str) -> None:
        """Learn how somebody unnamed was called ("an alliance official"), by the noun."""
        self._unnamed[noun] = name

    def person(self, words: str, noun: str) -> str | None:
        """Whom "the prime minister" or "the NATO chief" means: the one person with such a role, or one unnamed."""
        wanted = _wanted(words)
        if not wanted:
            return None
        roles = self._roles.get(_LEADING if wanted[-1] in _LEADER else _key(wanted[-1]), {})
        owners = [name for name, own in roles.items() if any(same_role(words, role) for role in own[-_MANY:])]
        if len(owners) == 1:
            return owners[0]
        return self._unnamed.get(noun) if not owners and len(wanted) == 1 else None

    def body(self, words: str) -> str | None:
        """Which body "the alliance" or "the defence ministry" means: the one whose name has those words."""
        wanted = _wanted(words)
        if not wanted:
            return None
        noun = _COMPANY if wanted[-1] in _COMPANIES and len(wanted) == 1 else wanted[-1]
        named = self._bodies.get(noun, {})
        if len(named) > _MANY:
            return None
        owners = [name for name, own in named.items() if noun is _COMPANY or own.issuperset(wanted)]
        return owners[0] if len(owners) == 1 else None


def _wanted(words: str) -> list[str]:
    return [w for w in fold_name(words).split() if w not in _JOINTS]


def _noun(name: str) -> str:
    """The noun of a folded body's name: "ministry" of "ministry of defence", "union" of "african union"."""
    words = name.split()
    joint = next((i for i, word in enumerate(words) if word in _JOINTS and i), len(words))
    return words[joint - 1] if words else ""


def same_role(words: str, role: str) -> bool:
    """Tell whether "the prime minister" or "the NATO chief" can mean one whose role is the other words.

    >>> same_role("the Iraqi leader", "Iraqi Prime Minister")
    True
    >>> same_role("the NATO chief", "U.S. Ambassador")
    False
    """
    wanted = [_key(w) for w in _wanted(words)]
    have = {_key(w) for w in fold_name(role).split()}
    if not wanted:
        return False
    head = wanted[-1]
    heads = have & _LEADS if head in _LEADER else have & {head}
    return bool(heads) and all(w in have for w in wanted[:-1])


def _key(word: str) -> str:
    """Make a state's name and its demonym one: "iraqi" and "iraq"; spell out "gen"."""
    return state_of(word) or _SHORT.get(word, word)
