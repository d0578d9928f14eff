"""Mentions: who and what an article names, with roles, tied to the fullest name.

In: an article, its parse, the findings so far (none are needed). Out: `Mention`s in text order. Every mention rests on
the words at its place; a possessive is no part of a name.
"""

from throughline.annotate import coreference, kinds, names, nominals
from throughline.annotate.kinds import Name
from throughline.model import Article, Evidence, Findings, Mention, MentionForm, MentionType, Parse, content_id


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Mention, ...]:
    """Find the mentions of an article."""
    del earlier
    pieces = list(names.find(parse))
    named = list(kinds.find(parse, pieces))
    words: dict[str, str] = {}
    for name in named:
        words.setdefault(name.folded, _cut(article, parse, name.first, name.last).words)
    full = coreference.fullest(named, words)
    found = [_named(article, parse, n, full) for n in named]
    for nominal in nominals.find(parse, pieces, named):
        evidence = _cut(article, parse, nominal.first, nominal.last)
        found.append(
            _mention(evidence, nominal.type, MentionForm.NOMINAL, coreference.text_name(evidence.words), "nominal")
        )
    return tuple(sorted(found, key=lambda m: (m.evidence.start, -m.evidence.end)))


def _named(article: Article, parse: Parse, name: Name, full: dict[str, str]) -> Mention:
    evidence = _cut(article, parse, name.first, name.last)
    role = _cut(article, parse, *name.role) if name.role else None
    if name.type is MentionType.PERSON:
        usual = full.get(name.folded, evidence.words)
    elif name.entity is not None:
        usual = name.entity.name
    else:
        usual = evidence.words
    mention = _mention(evidence, name.type, MentionForm.NAME, coreference.text_name(usual), name.rule)
    return Mention(
        mention.id,
        evidence,
        mention.type,
        mention.form,
        mention.name,
        name.entity.key if name.entity else None,
        role,
        name.rule,
    )


def _mention(evidence: Evidence, kind: MentionType, form: MentionForm, name: str, rule: str) -> Mention:
    key = content_id("mention", evidence.article, evidence.start, evidence.end, form.value)
    return Mention(key, evidence, kind, form, name, None, None, rule)


def _cut(article: Article, parse: Parse, first: int, last: int) -> Evidence:
    return article.evidence(parse.tokens[first].start, parse.tokens[last - 1].end)
