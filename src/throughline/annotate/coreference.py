"""Who is meant: short names, titles and pronouns tied to the fullest name in the article.

In: names, nominals and pronouns of one article. Out: for each, the name it stands for. Where two answers are
possible there is none: a wrong speaker is worse than no speaker.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from throughline.annotate.kinds import Name
from throughline.model import MentionType, Token
from throughline.text.fold import fold_name

_ARTICLES = ("al ", "el ", "ad ", "as ", "an ", "ar ", "at ", "de ", "van ", "von ")


def fullest(names: Sequence[Name], words: Mapping[str, str]) -> dict[str, str]:
    """Map each folded person's name to the words of its fullest form in the article.

    `words` gives the words of each folded name as first written. A tail of one full name ("de Hoop Scheffer",
    "Maliki") stands for it; a tail of two different full names stands for itself.
    """
    persons = [n.folded for n in names if n.type is MentionType.PERSON]
    owners: dict[str, set[str]] = defaultdict(set)
    for name in dict.fromkeys(persons):
        for tail in tails(name):
            owners[tail].add(name)
    found = {}
    for name in dict.fromkeys(persons):
        found[name] = words[_owner(name, owners, persons)]
    return found


def tails(name: str) -> Iterable[str]:
    """Yield the shorter forms of a folded full name, without a particle in front too."""
    parts = name.split()
    for start in range(1, len(parts)):
        yield " ".join(parts[start:])
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}"


def _owner(name: str, owners: Mapping[str, set[str]], persons: Sequence[str]) -> str:
    bare = next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)
    longer = owners.get(name, set()) | owners.get(bare, set()) - {name}
    longer = {n for n in longer if len(n.split()) > len(name.split())}
    heads = {n for n in longer if not any(n in set(tails(m)) for m in longer)}
    if not heads and " " not in name:
        heads = {p for p in persons if p.split()[0] == name and " " in p}
    return next(iter(heads)) if len(heads) == 1 else name


def text_name(words: str) -> str:
    """Write a name as it would stand by itself: one line, first letter large."""
    plain = " ".join(words.split())
    return plain[:1].upper() + plain[1:] if plain[:3].lower() in {"de ", "van"} else plain


def same_role(words: str, role: str) -> bool:
    """Tell whether "the prime minister" can mean one whose role is "Iraqi Prime Minister"."""
    wanted = [w for w in fold_name(words).split() if w not in {"the", "a", "an"}]
    have = fold_name(role).split()
    return bool(wanted) and all(w in have for w in wanted)


def gap(tokens: Sequence[Token], first: int, second: int) -> int:
    """Tokens between two places."""
    return abs(second - first) if tokens else 0
