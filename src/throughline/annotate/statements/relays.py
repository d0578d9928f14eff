"""Those who pass a statement on: "cited by Reuters", "told AFP", "in an interview with the BBC", "according to AFP".

In: a `Scene` and the drafts of an article. Out: the drafts with their chains, nearest the source first; a draft that
only passes on what another says ("..., he said, according to AFP") becomes a link of that one.
"""

from collections.abc import Iterator, Mapping, Sequence

from throughline.annotate.statements import clauses, contents, sources
from throughline.annotate.statements.drafts import Draft, Link
from throughline.annotate.statements.scene import Range, Scene, joined
from throughline.annotate.tree import is_relation
from throughline.model import Mention, MentionType
from throughline.tables.names import is_outlet

_PASSED = frozenset("cite quote interview contact report carry publish post".split())
_CITES = frozenset("cite quote".split())
_SAYING = frozenset("say tell state add".split())
_OUTLET_TAILS = frozenset(
    """times post news agency tv television radio herald tribune gazette journal telegraph magazine channel network
    newspaper daily press weekly standard observer star chronicle mail express independent mirror review today
    website""".split()
)
_CLOSING = frozenset({",", "”", '"', "''", "’"})  # what parts said words from the clause that reports them
_REACH = 16  # tokens from "quoted" to "as saying"
_DOCUMENTS = frozenset(
    "statement release letter report communique communiqué message memo email e-mail text document transcript".split()
)


def chained(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every draft those who passed it on."""
    turned = [_parted(scene, _cited(scene, draft)) for draft in _read_out(scene, drafts)]
    owner = {i: n for n, draft in enumerate(turned) if draft.cue for i in range(*draft.cue)}
    passers = {n: to for n, draft in enumerate(turned) if (to := _passed_to(scene, draft, owner)) not in {None, n}}
    further: dict[int | None, list[Range]] = {}
    for number, to in passers.items():
        further.setdefault(to, []).extend(span for span in [turned[number].source] if span is not None)
    found = []
    for number, draft in enumerate(turned):
        if number in passers:
            continue
        links = [*draft.chain, *_beside(scene, draft), *(link(scene, span) for span in further.get(number, ()))]
        found.append(draft._replace(chain=tuple({each.span: each for each in links}.values())))
    return found


def _cited(scene: Scene, draft: Draft) -> Draft:
    """Let the cited one speak, through who cites: "Reuters quoted Lee as saying", "AFP reported, citing a source"."""
    if draft.cue is None or draft.source is None:
        return draft
    tree = scene.tree
    verb = scene.head(draft.cue)
    if tree[verb].lemma in _CITES and tree.child(verb, "aux:pass") is None:
        return _as_saying(scene, draft, draft.source, verb)
    for child in tree.children(verb, "advcl"):
        cited = tree.child(child, "obj")
        if tree[child].lemma in _CITES and cited is not None and not _holds(draft, cited):
            through = (link(scene, draft.source),)
            return draft._replace(source=sources.phrase(scene, cited, draft.cue), chain=through)
    return draft


def _parted(scene: Scene, draft: Draft) -> Draft:
    """Let the one speak whom "according to" passes on: "[...]," [it] [said] in a note, according to AFP."""
    if draft.cue is None or draft.source is None or scene.word(draft.cue[0]) != "according":
        return draft
    start = scene.sentence(draft.cue[0]).first
    for first, last in draft.content:
        for verb in range(max(first, start), last):
            subject = scene.tree.child(verb, "nsubj")
            is_said = verb not in scene.quoted and scene.tokens[verb].lemma in _SAYING
            if not is_said or subject is None or not first < subject < last:
                continue
            cue = clauses.cue_of(scene, verb)
            source = sources.phrase(scene, subject, cue)
            ends = min(cue[0], source[0]) - 1
            if ends > first and scene.word(ends) in _CLOSING and first < source[0] < last:
                own = tuple(piece for piece in draft.content if piece[1] <= first)
                content = (*own, contents.trimmed(scene, (first, ends + (ends in scene.quoted))))
                return draft._replace(content=content, source=source, cue=cue, chain=(link(scene, draft.source),))
    return draft


def _as_saying(scene: Scene, draft: Draft, via: Range, verb: int) -> Draft:
    """Part "quoted [Lee] as [saying] [that ...]"."""
    sentence = scene.sentence(verb)
    for at in range(verb + 2, min(sentence.last - 1, verb + _REACH)):
        if scene.word(at) == "as" and scene.tokens[at + 1].lemma in _SAYING:
            content = joined([(max(first, at + 2), last) for first, last in draft.content if last > at + 2])
            saying = (at + 1, at + 2)
            if content:
                source = (verb + 1, at)
                return draft._replace(content=content, source=source, cue=saying, chain=(link(scene, via),))
    return draft


def _passed_to(scene: Scene, draft: Draft, owner: Mapping[int, int]) -> int | None:
    """The draft that another passes on: "according to AFP" and "citing Lee" hang on the reporting verb."""
    if draft.cue is None or draft.source is None:
        return None
    verb = scene.head(draft.cue)
    if scene.word(draft.cue[0]) == "according":
        return owner.get(scene.tokens[scene.head(draft.source)].head)
    if scene.tokens[verb].lemma in _CITES and is_relation(scene.tokens[verb].relation, "advcl"):
        return owner.get(scene.tokens[verb].head)
    return None


def _read_out(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give what a paper says to the one whose words it reads out: 'stressing "...", read a statement'."""
    found = list(drafts)
    leading = {draft.cue[1]: n for n, draft in enumerate(drafts) if draft.cue is not None and draft.source is not None}
    ending = {draft.content[-1][1]: n for n, draft in enumerate(drafts) if draft.source is not None}
    for number, draft in enumerate(drafts):
        paper = _paper(scene, draft)
        if paper is None or draft.cue is None:
            continue
        first = draft.content[0][0]
        spoken = leading.get(first, number) if first in scene.quoted else number
        other = spoken if spoken != number else ending.get(draft.cue[0], number)
        if other == number:
            continue
        own = found[other]
        content = draft.content if other == spoken else own.content
        found[other] = own._replace(content=content, chain=(link(scene, paper), *own.chain))
        found[number] = draft._replace(content=())
    return [draft for draft in found if draft.content]


def _paper(scene: Scene, draft: Draft) -> Range | None:
    """The paper that reads: the phrase of "statement" beside the verb "read", however it was parsed."""
    verb = scene.head(draft.cue) if draft.cue is not None else -1
    if draft.cue is None or scene.tokens[verb].lemma != "read":
        return None
    beside = [child for child in scene.tree.children(verb) if scene.tokens[child].lemma in _DOCUMENTS]
    if not beside:
        return None
    first, last = sources.phrase(scene, beside[0], draft.cue)
    whose = scene.tokens[last].head if scene.word(last) in {"from", "by"} else last - 1
    return first, max(last, whose + 1)  # "a statement [from her office]", whatever the parse hangs it on


def _beside(scene: Scene, draft: Draft) -> Iterator[Link]:
    """Yield those who stand in the source's phrase or in the reporting clause."""
    if draft.source is not None:
        for index in range(draft.source[0] + 1, draft.source[1] + 1):
            if scene.word(index + 1) == "by" and scene.tokens[index].lemma in _PASSED:
                yield from _agents(scene, draft, index)
    if draft.cue is None:
        return
    verb = scene.head(draft.cue)
    if scene.tokens[verb].lemma in _PASSED:
        yield from _agents(scene, draft, verb)
    yield from _read_from(scene, draft)
    told = [draft.cue[1]] if draft.cue[1] < scene.sentence(verb).last else []
    beside = [told, *(scene.tree.subtree(child) for child in scene.tree.children(verb, "obj", "iobj", "obl"))]
    for branch in beside:
        for index in branch:
            mention = scene.mentions.get(index)
            if mention is None or not is_news(mention) or _holds(draft, index):
                continue
            if scene.tokens[index].start <= mention.evidence.start < scene.tokens[index].end:
                yield Link(scene.span(mention.evidence), mention.name, mention.id)


def _read_from(scene: Scene, draft: Draft) -> Iterator[Link]:
    """Yield the paper that is read out right behind what it says: '"...," read a statement'."""
    after = draft.content[-1][1]
    paper = _paper(scene, draft._replace(cue=(after, after + 1))) if scene.word(after) == "read" else None
    if paper is not None:
        yield link(scene, paper)


def _agents(scene: Scene, draft: Draft, verb: int) -> Iterator[Link]:
    """Yield "by Reuters" of "cited by Reuters", a name right behind it whatever the parse says."""
    named = scene.mentions.get(verb + 2) if scene.word(verb + 1) == "by" else None
    agent = scene.tree.child(verb, "obl:agent", "obl")
    if named is not None:
        yield link(scene, scene.span(named.evidence))
    elif agent is not None and any(scene.word(c) == "by" for c in scene.tree.children(agent, "case")):
        yield link(scene, sources.phrase(scene, agent, draft.cue or (verb, verb + 1)))


def _holds(draft: Draft, index: int) -> bool:
    spans = [*draft.content, *([draft.source] if draft.source else [])]
    return any(first <= index < last for first, last in spans)


def link(scene: Scene, span: Range) -> Link:
    """Make a link of a phrase."""
    mention = scene.speaker(span)
    words = " ".join(scene.article.text[scene.tokens[span[0]].start : scene.tokens[span[1] - 1].end].split())
    return Link(span, mention.name if mention else words, mention.id if mention else None)


def is_news(mention: Mention) -> bool:
    """Tell whether a mention is a news outlet."""
    if mention.type is not MentionType.ORGANISATION:
        return False
    if mention.entity is not None and is_outlet(mention.entity):
        return True
    return mention.evidence.words.split()[-1].lower() in _OUTLET_TAILS
