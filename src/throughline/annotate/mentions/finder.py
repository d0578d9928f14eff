"""Mentions: who and what an article names, with roles, tied to the fullest name.

In: an article, its parse, the findings so far (none are needed). Out: `Mention`s in text order. Every mention rests on
the words at its place; a possessive is no part of a name; "US-led" is an adjective, not an actor.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.annotate import quotations
from throughline.annotate.mentions import coreference, kinds, names, nominals, officeholders
from throughline.annotate.mentions.agency import acts
from throughline.annotate.mentions.coreference import Referent
from throughline.annotate.mentions.kinds import Name
from throughline.annotate.mentions.nominals import Nominal
from throughline.model import (
    Article,
    Evidence,
    Findings,
    Mention,
    MentionForm,
    MentionType,
    Parse,
    Sentence,
    content_id,
)

# What a mention is made from: a name, an unnamed actor, or the position of a pronoun.
_Place = Name | Nominal | int
_IT_BACK = 2  # "it" means a body of its own sentence or of the one before


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Mention, ...]:
    """Find the mentions of an article."""
    del earlier
    pieces = list(names.find(parse))
    named = list(kinds.find(parse, pieces))
    places: list[_Place] = [*named, *nominals.find(parse, pieces, named), *_pronouns(parse)]
    places.sort(key=lambda p: (p, 0) if isinstance(p, int) else (p.first, -p.last))
    found = _Reader(article, parse, named).read(places)
    return tuple(sorted(found, key=lambda m: (m.evidence.start, -m.evidence.end)))


def _pronouns(parse: Parse) -> Iterator[int]:
    """Positions of the pronouns that may stand for somebody; "it" only where it speaks or acts."""
    tokens = parse.tokens
    for index, token in enumerate(tokens):
        if coreference.is_pronoun(token.norm) or (token.norm == "it" and acts(tokens, index + 1, len(tokens))):
            yield index


class _Reader:
    """One walk through an article's places in order, keeping who stands in the last sentences."""

    def __init__(self, article: Article, parse: Parse, named: Sequence[Name]) -> None:
        self.article = article
        self.parse = parse
        words: dict[str, str] = {}
        for name in named:
            words.setdefault(name.folded, self.cut(name.first, name.last).words)
        self.full = coreference.fullest(named, words)
        self.bodies = coreference.fullest([n for n in named if n.entity is None], words, MentionType.ORGANISATION)
        self.genders = coreference.genders(parse, named, self.full)
        self.quoted = {i for q in quotations.find(article.text, parse) for i in range(q.first, q.last)}
        titled = {self.full[n.folded] for n in named if n.role and n.folded in self.full}
        self.held = {
            _written(n): held for n in self.full.values() if (held := officeholders.terms(n, titled=n in titled))
        }
        self.inside = {i: n for n in named for i in range(n.first, n.last)}
        self.roles: dict[str, list[str]] = defaultdict(list)
        self.unnamed: dict[str, str] = {}
        self.met: dict[str, str | None] = {}
        self.seen: list[list[Referent]] = []

    def cut(self, first: int, last: int) -> Evidence:
        return self.article.evidence(self.parse.tokens[first].start, self.parse.tokens[last - 1].end)

    def read(self, places: Sequence[_Place]) -> Iterator[Mention]:
        """Turn places into mentions, sentence by sentence."""
        at = 0
        for sentence in self.parse.sentences:
            self.seen.append([])
            while at < len(places) and _first(places[at]) < sentence.last:
                mention = self.mention(places[at], sentence)
                if mention is not None:
                    yield mention
                at += 1

    def mention(self, place: _Place, sentence: Sentence) -> Mention | None:
        """Make the mention of one place, and remember who stands there."""
        if isinstance(place, int):
            return self.pronoun(place, sentence)
        evidence = self.cut(place.first, place.last)
        if isinstance(place, Nominal):
            return self.nominal(place, evidence, sentence)
        return self.named(place, evidence, sentence)

    def named(self, name: Name, evidence: Evidence, sentence: Sentence) -> Mention:
        role = self.cut(*name.role) if name.role else None
        kind, usual = name.type, _written(evidence.words)
        if kind is MentionType.PERSON:
            usual = _written(self.full[name.folded])
            if role is not None:
                self.roles[usual].append(role.words)
        elif kind is MentionType.ORGANISATION and name.entity is None:
            usual = _written(self.bodies.get(name.folded, evidence.words))
        elif name.entity is not None:
            usual = name.entity.name
            if kind is MentionType.STATE and self.is_compound(name.last):
                kind = MentionType.NATIONALITY
        if kind is MentionType.ORGANISATION:
            self.met[usual] = name.entity.key if name.entity else None
        start = min(name.first, name.role[0]) if name.role else name.first
        self.remember(start, name.last, usual, kind, sentence)
        mention = self.make(evidence, kind, MentionForm.NAME, usual, name.rule)
        entity = name.entity.key if name.entity else officeholders.key(self.held.get(usual, ()))
        return replace(mention, entity=entity, role=role)

    def is_compound(self, last: int) -> bool:
        """Tell whether a hyphen follows at once: "U.S.-led"."""
        tokens = self.parse.tokens
        return last < len(tokens) and tokens[last].text[0] in "-‑" and tokens[last].start == tokens[last - 1].end

    def nominal(self, nominal: Nominal, evidence: Evidence, sentence: Sentence) -> Mention:
        tied = coreference.title(evidence.words, nominal, self.roles, self.unnamed) or self.office(nominal)
        tied = tied or coreference.body(self.parse.tokens[nominal.head].norm, nominal, self.met)
        usual = tied or _written(evidence.words)
        if nominal.type is MentionType.PERSON and tied is None:
            self.unnamed[self.parse.tokens[nominal.head].norm] = usual
        self.remember(nominal.first, nominal.last, usual, nominal.type, sentence)
        mention = self.make(evidence, nominal.type, MentionForm.NOMINAL, usual, "role" if tied else "nominal")
        return replace(mention, entity=self.met.get(usual) or officeholders.key(self.held.get(usual, ())))

    def office(self, nominal: Nominal) -> str | None:
        """Tie "NATO's chief" to the one of the article's persons who held that office on its day."""
        body = next((self.inside[i] for i in range(nominal.first, nominal.head) if i in self.inside), None)
        if nominal.type is not MentionType.PERSON or body is None or body.entity is None:
            return None
        words = names.fold(self.parse.tokens, body.last, nominal.last)
        when = self.article.published.when
        day = when.first if when.is_day else None
        owners = [n for n, held in self.held.items() if officeholders.holds(held, words, body.entity.key, day)]
        return owners[0] if len(owners) == 1 else None

    def pronoun(self, index: int, sentence: Sentence) -> Mention | None:
        if index in self.quoted:
            return None
        word = self.parse.tokens[index].norm
        who = coreference.pronoun(word, self.seen, _IT_BACK) if word == "it" else coreference.pronoun(word, self.seen)
        if who is None:
            return None
        self.remember(index, index + 1, who.name, who.type, sentence)
        mention = self.make(self.cut(index, index + 1), who.type, MentionForm.PRONOUN, who.name, "pronoun")
        return replace(mention, entity=officeholders.key(self.held.get(who.name, ())))

    def remember(self, first: int, last: int, name: str, kind: MentionType, sentence: Sentence) -> None:
        if first in self.quoted:
            return
        subject = coreference.is_subject(self.parse, first, last, sentence.first)
        self.seen[-1].append(Referent(first, last, name, kind, self.genders.get(name), subject))

    def make(self, evidence: Evidence, kind: MentionType, form: MentionForm, name: str, rule: str) -> Mention:
        """Make a mention, without entity and role."""
        key = content_id("mention", evidence.article, evidence.start, evidence.end, form.value)
        return Mention(key, evidence, kind, form, name, rule=rule)


def _first(place: _Place) -> int:
    return place if isinstance(place, int) else place.first


def _written(words: str) -> str:
    """Write a name on one line, and its first letter large where a particle opens it."""
    plain = " ".join(words.split())
    return plain[:1].upper() + plain[1:] if plain[:3] in {"de ", "van"} else plain
