"""Whom a title or common noun means: "the NATO chief", "the prime minister", "the ministry", "the official".

In: a phrase's words, and what the article has said so far of persons and bodies. Out: the name meant, or None where
none or several fit.
"""

from collections.abc import Mapping, Sequence

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
_COMPANIES = frozenset({"company", "firm", "corporation"})
_COMPANY_FORMS = frozenset("corp corporation inc co company ltd limited plc llc ag gmbh holdings industries".split())


def same_role(words: str, role: str) -> bool:
    """Tell whether "the prime minister" or "the NATO chief" can mean one whose role is the other words.

    >>> same_role("the Iraqi leader", "Iraqi Prime Minister")
    True
    >>> same_role("the NATO chief", "U.S. Ambassador")
    False
    """
    wanted = [_key(w) for w in fold_name(words).split() if w not in _JOINTS]
    have = {_key(w) for w in fold_name(role).split()}
    if not wanted:
        return False
    head = wanted[-1]
    heads = have & _LEADS if head in _LEADER else have & {head}
    return bool(heads) and all(w in have for w in wanted[:-1])


def _key(word: str) -> str:
    """Make a state's name and its demonym one: "iraqi" and "iraq"; spell out "gen"."""
    return state_of(word) or _SHORT.get(word, word)


def person(words: str, roles: Mapping[str, Sequence[str]], unnamed: Mapping[str, str], head: str) -> str | None:
    """Tie a definite phrase to the one person with such a role, or to how the unnamed was first called.

    `roles` are the roles that the article has given each full name so far, `unnamed` the unnamed persons so far by
    head noun ("the official" is "an alliance official").
    """
    owners = [name for name, own in roles.items() if any(same_role(words, role) for role in own)]
    if len(owners) == 1:
        return owners[0]
    return (
        unnamed.get(head)
        if not owners and len([w for w in fold_name(words).split() if w not in _JOINTS]) == 1
        else None
    )


def body(words: str, bodies: Mapping[str, str | None]) -> str | None:
    """Tie "the alliance", "the ministry" or "the defence ministry" to the one body whose name has those words.

    `bodies` maps the usual name of each body named so far to its key.
    """
    wanted = [w for w in fold_name(words).split() if w not in _JOINTS]
    owners = [name for name, key in bodies.items() if wanted and _is_called(fold_name(name), key, wanted)]
    return owners[0] if len(owners) == 1 else None


def _is_called(name: str, key: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a body's name, or another name that a table knows it by, has these words and ends in their noun."""
    forms = [name, *(forms_of(key) if key else ())]
    heads = {_noun(form) for form in forms}
    if wanted[-1] in _COMPANIES and len(wanted) == 1:
        return bool(heads & _COMPANY_FORMS)
    have = {word for form in forms for word in form.split()}
    return wanted[-1] in heads and all(word in have for word in wanted)


def _noun(name: str) -> str:
    """The noun of a folded body's name: "ministry" of "ministry of defence", "union" of "african union"."""
    words = name.split()
    joint = next((i for i, word in enumerate(words) if word in _JOINTS and i), len(words))
    return words[joint - 1] if words else ""
