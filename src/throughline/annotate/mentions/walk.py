"""One walk through an article's phrases in order: each gets the fullest name of whom it stands for.

In: names, unnamed actors, other phrases and pronouns, sorted. Out: `Mention`s. What is known at a phrase is what stands
before it; only the fullest forms of names are known from the start.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from throughline.annotate import quotations
from throughline.annotate.mentions import aliases, fullest, genders, officeholders, pronouns, roles
from throughline.annotate.mentions.holders import Holders
from throughline.annotate.mentions.name import Name, fold
from throughline.annotate.mentions.nominals import Nominal
from throughline.annotate.mentions.places import Places
from throughline.annotate.mentions.pronouns import Discourse, Entity, Place
from throughline.annotate.mentions.titles import Known
from throughline.annotate.tree import Tree, is_relation
from throughline.model import (
    Article,
    Evidence,
    Mention,
    MentionForm,
    MentionType,
    Parse,
    content_id,
)
from throughline.tables.agents import Agent, agent
from throughline.tables.names import is_small
from throughline.tables.organs import organ
from throughline.text.fold import fold_name


class Other(NamedTuple):
    """A phrase that no mention stands for, and that a pronoun may mean all the same."""

    first: int
    last: int
    head: int
    plural: bool


Phrase = Name | Nominal | Other | int  # an int is the position of a pronoun
_POINTING = frozenset({"the", "this", "that"})
_NEAR = (".parliament", "-ministry")  # organs whose bare noun means the one named before; "the army" may be another's
_NESTED = 8  # contents that hold a word, one in another
_TITLE = 2  # words before a name that tell a gender
_MODIFIERS = ("amod", "compound", "nmod:desc", "flat", "nmod:poss", "nmod:unmarked", "case", "det")


class Walk:
    """What is known of an article's persons and bodies, on the way through it."""

    def __init__(
        self, article: Article, parse: Parse, tree: Tree, named: Sequence[Name], held: Mapping[int, tuple[int, int]]
    ) -> None:
        self.article, self.parse, self.tree = article, parse, tree
        self.role_at = held
        words: dict[str, str] = {}
        for name in named:
            words.setdefault(name.folded, article.text[name.start : name.end])
        self.full = fullest.persons(named, words)
        self.bodies = fullest.bodies(parse.tokens, named, words)
        self.inside = {i: n for n in named for i in range(n.first, n.last)}
        titled = {self.full[n.folded] for n in named if n.folded in self.full and self.is_official(n.first)}
        self.offices = {
            _written(n): terms for n in self.full.values() if (terms := officeholders.terms(n, titled=n in titled))
        }
        self.genders = self._genders(named)
        self.quoted = {i for q in quotations.find(article.text, parse) for i in range(q.first, q.last)}
        self.places = Places(parse)
        self.known = Known()
        self.bearers: dict[str, dict[str, None]] = {}  # full names so far, by surname
        self.keys: dict[str, str] = {}
        self.aliases = aliases.told(parse.tokens, named)
        self.holders = Holders(article, parse.tokens, self.inside)
        self.ends: dict[int, tuple[str, str]] = {}  # where each body's phrase ends: its usual name and key
        self.discourse = Discourse(tree)
        self.told: list[tuple[int, str]] = []  # who stands where: first code point and usual name, in order
        self.contents = sorted(
            (c.start, c.end, a.source.start, a.source.end) for a in parse.attributions if a.source for c in a.contents
        )

    def is_official(self, name: int) -> bool:
        """Tell whether the role of the name at a token is an office: "President", not "son"."""
        return any(agent(self.parse.tokens[i].norm) & Agent.OFFICE for i in range(*self.role_at.get(name, (0, 0))))

    def _genders(self, named: Sequence[Name]) -> dict[str, str]:
        """Tell each person's gender by the words before the name and by the first name."""
        found: dict[str, str] = {}
        for name in named:
            if name.type is not MentionType.PERSON:
                continue
            usual = _written(self.full[name.folded])
            before = [t.norm for t in self.parse.tokens[max(0, name.first - _TITLE) : name.first]]
            said = genders.of_words(reversed(before)) or genders.of_name(name.folded)
            if said is not None:
                found.setdefault(usual, said)
        return found

    def read(self, places: Sequence[Phrase]) -> Iterator[Mention]:
        """Turn phrases into mentions, sentence by sentence."""
        at = 0
        for sentence in self.parse.sentences:
            self.discourse.turn()
            while at < len(places) and _first(places[at]) < sentence.last:
                mention = self.mention(places[at])
                if mention is not None:
                    yield mention
                at += 1

    def mention(self, place: Phrase) -> Mention | None:
        """Make the mention of one phrase, and remember who stands there."""
        if isinstance(place, int):
            return self.pronoun(place)
        if isinstance(place, Name):
            return self.named(place)
        if isinstance(place, Nominal):
            return self.nominal(place)
        key = f"#{self.parse.tokens[place.head].lemma}"  # no name of a mention begins so
        self.discourse.meet(Place(place.first, place.last, place.head, key, None, place.plural))
        return None

    def named(self, name: Name) -> Mention:
        """The mention of a name."""
        evidence = self.article.evidence(name.start, name.end)
        role = self.cut(*self.role_at[name.first]) if name.first in self.role_at else None
        head = roles.head_of(self.tree, name)
        kind = name.type
        usual, entity = self.usual(name, evidence.words)
        if role is not None:
            self.known.add_role(usual, role.words)
        if kind is MentionType.ORGANISATION:
            self.known.add_body(usual, entity)
        if entity is not None and kind is not MentionType.NATIONALITY:
            self.keys[usual] = entity
        if kind is MentionType.ORGANISATION and entity is not None:
            self.ends[name.last] = usual, entity
        if kind is MentionType.NATIONALITY and self.is_noun(head):
            kind, usual, entity = MentionType.GROUP, _written(evidence.words), None
        elif kind is MentionType.STATE and self.is_compound(name.last):
            kind = MentionType.NATIONALITY
        if kind is not MentionType.NATIONALITY:
            self.meet(
                Place(name.first, name.last, head, usual, kind, kind is MentionType.GROUP, self.genders.get(usual))
            )
        mention = self.make(evidence, kind, MentionForm.NAME, usual, name.rule)
        return replace(mention, entity=entity, role=role)

    def usual(self, name: Name, words: str) -> tuple[str, str | None]:
        """The fullest form of a name, and the key of whom it is the name of."""
        if name.entity is not None:
            return name.entity.name, name.entity.key
        if name.type is MentionType.PERSON:
            full = self.introduced(name)
            return full, officeholders.key(self.offices.get(full, ()))
        if name.type is not MentionType.ORGANISATION:
            return _written(words), None
        full = _written(self.bodies.get(name.folded, words))
        if is_small(name.folded):  # "Alliance members"
            full = self.known.body(name.folded) or full
        return full, self.keys.get(full) or self.told_of(name) or organ(fold_name(full))

    def introduced(self, name: Name) -> str:
        """The fullest form of a person's name; of a family's surname, his who alone has been named by then."""
        full = _written(self.full[name.folded])
        if " " in name.folded:
            self.bearers.setdefault(name.folded.rpartition(" ")[2], {})[full] = None
        elif fold_name(full) == name.folded and len(met := self.bearers.get(name.folded, {})) == 1:
            (full,) = met
        return full

    def told_of(self, name: Name) -> str | None:
        """The key of the body that the text says a name is another name of: "known as the Council"."""
        before = self.aliases.get(name.first)
        return self.ends[before][1] if before in self.ends else None

    def is_noun(self, head: int) -> bool:
        """Tell whether an adjective of a people stands for the people: "the Kurds said", "the French agreed"."""
        token = self.parse.tokens[head]
        return not is_relation(token.relation, *_MODIFIERS) and not self.is_compound(head + 1)

    def is_compound(self, last: int) -> bool:
        """Tell whether a hyphen follows at once: "U.S.-led"."""
        tokens = self.parse.tokens
        return last < len(tokens) and tokens[last].text[0] in "-‑" and tokens[last].start == tokens[last - 1].end

    def nominal(self, nominal: Nominal) -> Mention:
        """The mention of an unnamed actor."""
        evidence = self.cut(nominal.first, nominal.last)
        head = self.parse.tokens[nominal.head].norm
        tied = self.tied(nominal, evidence.words, head)
        usual = tied or _written(evidence.words)
        if nominal.type is MentionType.PERSON and tied is None:
            self.known.add_unnamed(head, usual)
        plural = nominal.type is MentionType.GROUP
        gender = self.genders.get(usual) or genders.of_words([head])
        self.meet(Place(nominal.first, nominal.last, nominal.head, usual, nominal.type, plural, gender))
        mention = self.make(evidence, nominal.type, MentionForm.NOMINAL, usual, "role" if tied else "nominal")
        if tied is None:
            return self.looked_up(nominal, mention)
        known = self.keys.get(usual) or officeholders.key(self.offices.get(usual, ()))
        is_office = (
            known is not None and nominal.type is MentionType.PERSON and self.holders.titled(nominal) is not None
        )
        return replace(mention, entity=known, role=self.role_of(nominal) if is_office else None)

    def looked_up(self, nominal: Nominal, mention: Mention) -> Mention:
        """The mention of somebody whom the article never names and the tables know: "the NATO chief", on its day."""
        if nominal.type is MentionType.PERSON:
            term = self.holders.meant(nominal)
            if term is None:
                return mention
            return replace(mention, name=term.person, entity=term.key, role=self.role_of(nominal), rule="office")
        key = organ(fold_name(mention.evidence.words))
        if key is None:
            return mention
        name = mention.name.removeprefix("The ").removeprefix("the ")
        self.ends[nominal.last], self.keys[name] = (name, key), key
        if key.endswith(_NEAR):
            self.known.add_body(name, key)
        return replace(mention, type=MentionType.ORGANISATION, name=name, entity=key, rule="organ")

    def role_of(self, nominal: Nominal) -> Evidence:
        """The words of a title without its article."""
        is_open = self.parse.tokens[nominal.first].norm in _POINTING and nominal.first < nominal.head
        return self.cut(nominal.first + is_open, nominal.last)

    def tied(self, nominal: Nominal, words: str, head: str) -> str | None:
        """Whom a phrase means of those that the article has named, if one."""
        opens = self.parse.tokens[nominal.first].norm
        if nominal.type is MentionType.PERSON and (nominal.definite or nominal.first in self.inside):
            return self.known.person(words, head if opens in _POINTING else "") or self.office(nominal)
        if nominal.type is not MentionType.ORGANISATION or not (nominal.definite or nominal.first in self.inside):
            return None
        own = Known()  # "the NATO alliance" is NATO
        for index in range(nominal.first, nominal.last):
            inner = self.inside.get(index)
            if inner is not None and inner.entity is not None and inner.type is nominal.type:
                own.add_body(inner.entity.name, inner.entity.key)
                self.keys.setdefault(inner.entity.name, inner.entity.key)
        return self.known.body(words) or own.body(words)

    def office(self, nominal: Nominal) -> str | None:
        """Tie "NATO's chief" to the one of the article's persons who held that office on its day."""
        body = next((self.inside[i] for i in range(nominal.first, nominal.head) if i in self.inside), None)
        if body is None or body.entity is None:
            return None
        words = fold(self.parse.tokens, body.last, nominal.last)
        when = self.article.published.anchor
        day = when.first if when.is_day else None
        owners = [n for n, held in self.offices.items() if officeholders.holds(held, words, body.entity.key, day)]
        return owners[0] if len(owners) == 1 else None

    def pronoun(self, index: int) -> Mention | None:
        """The mention of a pronoun, where somebody is meant."""
        if index in self.quoted and self.parse.tokens[index].norm == "it":
            return None  # in speech it mostly means what is being spoken of
        who = self.discourse.meant(index, self.speakers(index)) or self.ahead(index)
        if who is None or who.type is None:
            return None
        word = self.parse.tokens[index].norm
        gender = "m" if word in pronouns.HE else "f" if word in pronouns.SHE else None
        self.meet(Place(index, index + 1, index, who.key, who.type, who.plural, gender))
        mention = self.make(self.cut(index, index + 1), who.type, MentionForm.PRONOUN, who.key, "pronoun")
        return replace(mention, entity=self.keys.get(who.key))

    def ahead(self, index: int) -> Entity | None:
        """The person named after a pronoun in the same sentence, where the pronoun opens it."""
        subject = pronouns.cataphor(self.tree, index)
        name = self.inside.get(subject) if subject is not None else None
        if name is None or name.type is not MentionType.PERSON:
            return None
        usual, _ = self.usual(name, self.article.text[name.start : name.end])
        who = Entity(usual, name.type, plural=False, gender=self.genders.get(usual))
        return who if pronouns.agrees(who, self.parse.tokens[index].norm) else None

    def speakers(self, index: int) -> frozenset[str]:
        """Those who speak the quotation that a pronoun stands in: "he" is somebody else there."""
        if index not in self.quoted:
            return frozenset()
        at = self.parse.tokens[index].start
        near = bisect_left(self.contents, (at + 1,))
        found: set[str] = set()
        for _, end, first, last in self.contents[max(0, near - _NESTED) : near]:
            if end <= at:
                continue
            told = self.told[bisect_left(self.told, (first, "")) : bisect_left(self.told, (last, ""))]
            found.update(who for _, who in told)
            ahead = (self.inside.get(i) for i in range(*self.places.range(first, last)))
            found.update(_written(self.full[n.folded]) for n in ahead if n is not None and n.folded in self.full)
        return frozenset(found)

    def meet(self, place: Place) -> None:
        """Remember who stands at a phrase."""
        self.discourse.meet(place, pronouns.QUOTED if place.first in self.quoted else 1.0)
        self.told.append((self.parse.tokens[place.first].start, place.key))

    def cut(self, first: int, last: int) -> Evidence:
        """The words of a range of tokens."""
        return self.article.evidence(self.parse.tokens[first].start, self.parse.tokens[last - 1].end)

    def make(self, evidence: Evidence, kind: MentionType, form: MentionForm, name: str, rule: str) -> Mention:
        """Make a mention, without entity and role."""
        key = content_id("mention", evidence.article, evidence.start, evidence.end, form.value)
        return Mention(key, evidence, kind, form, name, rule=rule)


def _first(place: Phrase) -> int:
    return place if isinstance(place, int) else place.first


def _written(words: str) -> str:
    """Write a name on one line, and its first letter large where a particle opens it."""
    plain = " ".join(words.split())
    return plain[:1].upper() + plain[1:] if plain[:3] in {"de ", "van"} else plain
