"""Deeds that befall a person once, so that two pages which tell of one tell of one day: deaths, falls, verdicts.

In: an event and the names of those in it. Out: the family of its deed and the person, or nothing. Closed classes of
English; what recurs (attacks, talks, visits, protests) is left out, since two tellings of it may be of two days.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from throughline.model import Event, Mention, MentionForm, MentionType, Participant, Status
from throughline.resolve.dating import names
from throughline.tables.verbs import forms
from throughline.text.fold import fold_name

# By family: verbs whose object it befalls, verbs whose subject it befalls, nouns ("his death", "the killing of").
_FAMILIES: Mapping[str, tuple[str, str, str]] = {
    "death": (
        "kill assassinate murder execute slay slaughter behead lynch strangle electrocute martyr",
        "die perish drown succumb",
        "death killing assassination murder execution slaying beheading demise lynching",
    ),
    "burial": ("bury cremate inter", "", "funeral burial cremation"),
    "fall": (
        "oust topple depose overthrow impeach",
        "resign abdicate",
        "resignation ouster overthrow abdication impeachment",
    ),
    "conviction": ("convict", "", "conviction"),
    "acquittal": ("acquit exonerate", "", "acquittal"),
    "sentence": ("sentence", "", "sentencing"),
    "indictment": ("indict", "", "indictment"),
    "extradition": ("extradite", "", "extradition"),
    "inauguration": ("inaugurate", "", "inauguration"),
}  # fmt: skip


class _Deed(NamedTuple):
    family: str
    befalls: Callable[[Event], tuple[Participant, ...]]


def told(event: Event, mentions: Mapping[str, Mention], text: str) -> Iterator[tuple[str, str]]:
    """Yield (family, folded name) of whom an event that happened befell; nothing where none is named in full."""
    deed = _known().get(event.trigger.words.casefold())
    if deed is None or event.status is not Status.HAPPENED:
        return
    told_of = [mentions[one.mention] for one in deed.befalls(event) if one.mention and one.mention in mentions]
    bearers = [mention for mention in told_of if mention.type in _BEARERS]
    for mention in bearers or _governed(deed, event, mentions, text):
        name = fold_name(mention.name)
        if names.is_named_in_full(name) and _is_named(mention, mentions):
            yield deed.family, name


def is_verb(event: Event) -> bool:
    """Whether an event's deed is told by a verb."""
    deed = _known().get(event.trigger.words.casefold())
    return deed is not None and deed.befalls is not _owner


def _is_named(mention: Mention, mentions: Mapping[str, Mention]) -> bool:
    """Whether a mention is a name, or stands for one: "the general", where the article names him."""
    return mention.form is MentionForm.NAME or any(
        other.form is MentionForm.NAME and other.name == mention.name for other in mentions.values()
    )


def _governed(deed: _Deed, event: Event, mentions: Mapping[str, Mention], text: str) -> Iterator[Mention]:
    """Find whom it befell where the grammar hides it: "the killing of General X", "its general, X, was killed"."""
    people = sorted((m for m in mentions.values() if m.type is MentionType.PERSON), key=lambda m: m.evidence.start)
    trigger = event.trigger
    if deed.befalls is _owner:
        after = [m for m in people if trigger.end < m.evidence.start <= trigger.end + _REACH][:1]
        yield from (m for m in after if _OF.fullmatch(text, trigger.end, m.evidence.start))
        return
    verb = _DIED if deed.befalls is _subject else _WAS
    before = [m for m in people if trigger.start - _REACH <= m.evidence.end <= trigger.start][-1:]
    yield from (m for m in before if verb.fullmatch(text, m.evidence.end, trigger.start))


_REACH = 100  # characters from a noun to the name that it is of, over titles and offices
_DIED = re.compile(r"\s*,?\s+(?:has\s+|had\s+)?")
_WAS = re.compile(r"\s*,?\s+(?:was|has\s+been|had\s+been)\s+")
_OF = re.compile(r"\s+of\s+(?:[^\s,;:]+\s+){0,12}")
_BEARERS = frozenset((MentionType.PERSON, MentionType.PLACE))  # capitals in a headline: a name taken for a place's


def _object(event: Event) -> tuple[Participant, ...]:
    return event.recipient


def _subject(event: Event) -> tuple[Participant, ...]:
    return event.actor


def _owner(event: Event) -> tuple[Participant, ...]:
    """Whom a noun is of: "the killing of X" has it as recipient, "the resignation of X" and "X's death" as either."""
    return event.recipient or event.actor


@cache
def _known() -> Mapping[str, _Deed]:
    found: dict[str, _Deed] = {}
    for family, (objects, subjects, nouns) in _FAMILIES.items():
        found |= {form: _Deed(family, _object) for verb in objects.split() for form in forms(verb)}
        found |= {form: _Deed(family, _subject) for verb in subjects.split() for form in forms(verb)}
        found |= {noun: _Deed(family, _owner) for noun in nouns.split()}
    return found
