"""Those who pass a statement on: "cited by Reuters", "told AFP", "in an interview with the BBC", "according to AFP".

In: a `Scene` and the drafts of an article. Out: the drafts with their chains, nearest the source first; a draft that
only passes on what another says ("..., he said, according to AFP") becomes a link of that one.
"""

from collections.abc import Iterator, Sequence

from throughline.annotate.statements import sources
from throughline.annotate.statements.drafts import Draft, Link
from throughline.annotate.statements.scene import Range, Scene
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
_DOCUMENTS = frozenset(
    "statement release letter report communique communiqué message memo email e-mail text document transcript".split()
)


def chained(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every draft those who passed it on."""
    turned = [_cited(scene, draft) for draft in drafts]
    passers = {n: to for n in range(len(turned)) if (to := _passed_to(scene, turned, n)) is not None}
    found = []
    for number, draft in enumerate(turned):
        if number in passers:
            continue
        further = [turned[n].source for n, to in passers.items() if to == number]
        links = [*draft.chain, *_beside(scene, draft), *(link(scene, span) for span in further if span is not None)]
        found.append(draft._replace(chain=tuple({each.span: each for each in links}.values())))
    return found


def _cited(scene: Scene, draft: Draft) -> Draft:
    """Let the cited one speak, through who cites: "Reuters quoted Lee as saying", "AFP reported, citing a source"."""
    if draft.cue is None or draft.source is None:
        return draft
    tree = scene.tree
    for verb in range(*draft.cue):
        if tree[verb].lemma not in _CITES or tree[verb].tag != "VERB":
            continue
        if tree.child(verb, "aux:pass") is not None:
            return draft  # "Lee was quoted by Reuters": `_agents` finds who passed it on
        cited = tree.child(verb, "obj")
        if cited is not None and any(tree[i].lemma in _SAYING for i in tree.subtree(verb)):
            return _through(scene, draft, cited)
    for verb in tree.children(scene.head(draft.cue), "advcl"):
        cited = tree.child(verb, "obj")
        if tree[verb].lemma in _CITES and cited is not None:
            return _through(scene, draft, cited)
    return draft


def _through(scene: Scene, draft: Draft, cited: int) -> Draft:
    """Make the cited one the source, and the source a link."""
    if draft.source is None or draft.cue is None or any(first <= cited < last for first, last in draft.content):
        return draft
    return draft._replace(source=sources.phrase(scene, cited, draft.cue), chain=(link(scene, draft.source),))


def _passed_to(scene: Scene, drafts: Sequence[Draft], number: int) -> int | None:
    """The draft that another passes on: "according to AFP" hangs on the reporting verb, a paper is read out."""
    draft = drafts[number]
    if draft.cue is None or draft.source is None:
        return None
    if scene.word(draft.cue[0]) == "according":
        above = scene.tokens[scene.head(draft.source)].head
        return next((n for n, d in enumerate(drafts) if n != number and d.cue and d.cue[0] <= above < d.cue[1]), None)
    if not _is_document(scene, draft.source):
        return None
    return next(
        (
            n
            for n, d in enumerate(drafts)
            if n != number and d.cue is not None and any(f <= d.cue[0] < last for f, last in draft.content)
        ),
        None,
    )


def _beside(scene: Scene, draft: Draft) -> Iterator[Link]:
    """Yield those who stand in the source's phrase or in the reporting clause."""
    if draft.source is not None:
        for index in range(*draft.source):
            if scene.tokens[index].lemma in _PASSED and is_relation(scene.tokens[index].relation, "acl"):
                yield from _agents(scene, draft, index)
    if draft.cue is None:
        return
    verb = scene.head(draft.cue)
    if scene.tokens[verb].lemma in _PASSED:
        yield from _agents(scene, draft, verb)
    for child in scene.tree.children(verb, "obj", "iobj", "obl"):
        for index in scene.tree.subtree(child):
            mention = scene.mentions.get(index)
            if mention is None or not is_news(mention) or _holds(draft, index):
                continue
            if scene.tokens[index].start <= mention.evidence.start < scene.tokens[index].end:
                yield Link(scene.span(mention.evidence), mention.name, mention.id)


def _agents(scene: Scene, draft: Draft, verb: int) -> Iterator[Link]:
    """Yield "by Reuters" of "cited by Reuters"."""
    agent = scene.tree.child(verb, "obl:agent", "obl")
    if agent is not None and any(scene.word(c) == "by" for c in scene.tree.children(agent, "case")):
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


def _is_document(scene: Scene, span: Range) -> bool:
    """Tell whether a source is a paper, not a person: "a statement from his office"."""
    return scene.tokens[scene.head(span)].lemma in _DOCUMENTS
