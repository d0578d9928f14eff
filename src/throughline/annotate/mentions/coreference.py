"""Who is meant: short names, titles and pronouns tied to the fullest name in the article.

In: the names, unnamed actors and tokens of one article. Out: what stands for whom. Where two answers are possible
there is none: a wrong speaker is worse than no speaker. A pronoun means the first subject of its gender in its own
sentence, else that of the sentences just before (that subjects and the nearest sentence come first is from
Hobbs, 1978).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.mentions.kinds import Name
from throughline.annotate.mentions.nominals import Nominal
from throughline.model import MentionType, Parse
from throughline.tables.names import gender, state_of, words_of
from throughline.text.fold import fold_name

_ARTICLES = ("al ", "el ", "ad ", "as ", "an ", "ar ", "at ", "de ", "van ", "von ")
_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "themselves"})
_FEMALE = frozenset(
    """mrs ms miss lady queen princess spokeswoman chairwoman baroness congresswoman councilwoman businesswoman madam
    dame duchess empress""".split()
)
_MALE = frozenset(
    """mr sir lord king prince pope sheikh imam ayatollah sultan emir chairman congressman businessman cardinal
    archbishop rabbi""".split()
)
_SHORT = {"gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "col": "colonel",
          "capt": "captain", "lt": "lieutenant", "prof": "professor", "adm": "admiral", "maj": "major",
          "sgt": "sergeant", "pres": "president", "amb": "ambassador", "dr": "doctor"}  # fmt: skip
_LEADS = frozenset(
    """president premier minister chancellor secretary general king queen emir sultan director chairman chairwoman
    governor mayor commander chief leader head ceo executive prince pope speaker manager boss chairperson""".split()
)
_LEADER = frozenset({"leader", "chief", "head", "boss", "ruler"})
_JOINTS = frozenset({"the", "a", "an", "of", "for", "and", "former", "to"})
_OBJECT_OF = frozenset(
    """of to by with in for from at on against about between among under over after before into through without
    toward towards near like than via including 's""".split()
)
_COMPANIES = frozenset({"company", "firm", "corporation"})
_COMPANY_FORMS = frozenset("corp corporation inc co company ltd limited plc llc ag gmbh holdings industries".split())
_PLAIN = 2  # tokens of "the alliance": an article and a noun
_BACK = 3  # sentences that a pronoun reaches back


class Referent(NamedTuple):
    """A place where somebody stands: tokens, the name, its gender if known, whether as a subject."""

    first: int
    last: int
    name: str
    type: MentionType
    gender: str | None
    subject: bool


def fullest(names: Sequence[Name], words: Mapping[str, str], kind: MentionType = MentionType.PERSON) -> dict[str, str]:
    """Map each folded name of a person, or other `kind`, to the words of its fullest form in the article.

    `words` gives the words of each folded name as first written. A tail of one full name ("de Hoop Scheffer",
    "Maliki") stands for it; a tail of two different full names stands for itself.
    """
    own = list(dict.fromkeys(n.folded for n in names if n.type is kind))
    owners: dict[str, set[str]] = defaultdict(set)
    for name in own:
        for tail in _tails(name):
            owners[tail].add(name)
    given = own if kind is MentionType.PERSON else ()
    return {name: words[_owner(name, owners, given)] for name in own}


def _tails(name: str) -> Iterable[str]:
    """Yield the shorter forms of a folded full name, without a particle in front too."""
    parts = name.split()
    for start in range(1, len(parts)):
        yield " ".join(parts[start:])
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}"


def _owner(name: str, owners: Mapping[str, set[str]], persons: Sequence[str]) -> str:
    bare = next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)
    longer = {n for n in owners.get(name, set()) | owners.get(bare, set()) if len(n.split()) > len(name.split())}
    heads = {n for n in longer if not any(n in set(_tails(m)) for m in longer)}
    if not heads and " " not in name:
        heads = {p for p in persons if " " in p and p.split()[0] == name}
    return next(iter(heads)) if len(heads) == 1 else name


def genders(parse: Parse, names: Sequence[Name], full: Mapping[str, str]) -> dict[str, str]:
    """Tell each person's gender, by form of address, title or first name; by full name."""
    found: dict[str, str] = {}
    for name in names:
        if name.type is not MentionType.PERSON:
            continue
        usual = full[name.folded]
        words = {t.norm.rstrip(".") for t in parse.tokens[max(0, name.first - 2) : name.first]}
        first = gender(name.folded.split(" ", 1)[0]) if " " in name.folded else None
        said = "f" if words & _FEMALE else "m" if words & _MALE else first
        if said in {"f", "m"} and usual not in found:
            found[usual] = said
    return found


def is_subject(parse: Parse, first: int, last: int, floor: int) -> bool:
    """Tell whether the words can be a subject: no preposition before them, no possessive after."""
    tokens = parse.tokens
    if last < len(tokens) and tokens[last].norm == "'s":
        return False
    return first <= floor or tokens[first - 1].norm not in _OBJECT_OF


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


def title(words: str, nominal: Nominal, roles: Mapping[str, Sequence[str]], known: Mapping[str, str]) -> str | None:
    """Tie an unnamed person to a name, or to how it was first called: "the official" is "an alliance official".

    `roles` are the roles that the article has given each full name so far, `known` the unnamed persons so far by
    head noun.
    """
    if nominal.type is not MentionType.PERSON or not nominal.definite:
        return None
    owners = [name for name, own in roles.items() if any(same_role(words, role) for role in own)]
    if len(owners) == 1:
        return owners[0]
    plain = fold_name(words).split()
    return known.get(plain[-1]) if not owners and len(plain) == 2 else None


def body(head: str, nominal: Nominal, bodies: Mapping[str, str | None]) -> str | None:
    """Tie "the alliance" to the one body named so far that its own name, or a table, calls one.

    `bodies` maps the usual name of each body named so far to its key; `head` is the phrase's folded noun.
    """
    if nominal.type is not MentionType.ORGANISATION or not nominal.definite or nominal.last - nominal.first != _PLAIN:
        return None
    wanted = _COMPANY_FORMS if head in _COMPANIES else {head}
    owners = [
        name for name, key in bodies.items() if wanted & {*fold_name(name).split(), *(words_of(key) if key else ())}
    ]
    return owners[0] if len(owners) == 1 else None


def pronoun(word: str, seen: Sequence[Sequence[Referent]], reach: int = _BACK) -> Referent | None:
    """Find whom a pronoun outside quotations stands for, in the last `reach` sentences.

    `seen` holds the referents so far that stand outside quotations, a list a sentence, the latest last.
    """
    for back, sentence in enumerate(reversed(seen[-reach:])):
        fitting = [r for r in sentence if _fits(word, r)]
        subjects = [r for r in fitting if r.subject]
        for choice in (subjects, fitting):
            if choice and (choice is subjects or len({r.name for r in choice}) == 1):
                return choice[0]
        if fitting and back > 0:
            return None
    return None


def _fits(word: str, referent: Referent) -> bool:
    if word in _HE:
        return referent.type is MentionType.PERSON and referent.gender != "f"
    if word in _SHE:
        return referent.type is MentionType.PERSON and referent.gender != "m"
    if word in _THEY:
        return referent.type is MentionType.GROUP
    return referent.type in {MentionType.ORGANISATION, MentionType.STATE} and referent.subject


def is_pronoun(word: str) -> bool:
    """Tell whether a word is a pronoun that may stand for a person or a group."""
    return word in _HE or word in _SHE or word in _THEY
