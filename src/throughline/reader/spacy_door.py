"""Another reader behind the same door: a spaCy pipeline that the user has installed (`pip install throughline[spacy]`).

In: an article, and the name of a pipeline ("en_core_web_sm"). Out: a `Parse` over the same tokens and sentences as
every reader's. Tags, trees and names are the pipeline's; it knows no attributions, no factuality and no vectors, so
that these are empty.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from throughline.errors import ReaderError
from throughline.model import Article, Name, Parse, Sentence, Token
from throughline.reader import clearnlp, layout
from throughline.reader.lemmas import lemma

_KINDS = {
    "PERSON": "Person", "PER": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "NORP": "NORP",
    "FAC": "Facility", "PRODUCT": "Product", "DATE": "Date", "TIME": "Date", "MONEY": "Money", "EVENT": "Misc",
    "WORK_OF_ART": "Misc", "LAW": "Misc", "LANGUAGE": "Misc", "MISC": "Misc",
}  # fmt: skip
_AT_ONCE = 2_000  # tokens: a pipeline's memory grows with what it is given


@cache
def load(name: str) -> Any:  # noqa: ANN401 - spaCy comes without types here
    """Load a pipeline.

    Raises:
        ReaderError: spaCy or the pipeline is not installed.
    """
    try:
        import spacy  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReaderError("spaCy is not installed: pip install 'throughline[spacy]'") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise ReaderError(f"spaCy has no pipeline {name!r}: python -m spacy download {name}") from error


def read(article: Article, name: str) -> Parse:
    """Read an article's readable blocks with the pipeline of this name.

    Raises:
        ReaderError: see `load`.
    """
    return parsed(layout.lay(article), load(name))


def parsed(laid: Parse, pipeline: Any) -> Parse:  # noqa: ANN401 - as above
    """Fill in what a loaded pipeline sees."""
    tokens: list[Token] = []
    names: list[Name] = []
    has_grammar = False
    for sentences in layout.portions(laid.sentences, _AT_ONCE):
        own = laid.tokens[sentences[0].first : sentences[-1].last]
        document = pipeline(_document(pipeline, own, sentences))
        has_grammar = bool(document.has_annotation("DEP"))
        spans = [(each.start, each.end, _KINDS[each.label_]) for each in document.ents if each.label_ in _KINDS]
        names.extend(Name(own[first].start, own[last - 1].end, kind) for first, last, kind in spans)
        heads, relations = _tree(document, own, sentences, [s[:2] for s in spans if s[2] == "Person"])
        offset = len(tokens)
        for token, seen, head, relation in zip(own, document, heads, relations, strict=True):
            tag, fine = seen.pos_, seen.tag_
            base = seen.lemma_.lower() or lemma(token.norm, tag, fine)
            above = head + offset if head >= 0 else -1
            tokens.append(token._replace(tag=tag, lemma=base, head=above, relation=relation, xpos=fine))
    reader = f"spacy-{pipeline.meta.get('name', '')}-{pipeline.meta.get('version', '')}"
    return Parse(tuple(tokens), laid.sentences, has_grammar=has_grammar, names=tuple(names), reader=reader)


def _document(pipeline: Any, own: Sequence[Token], sentences: Sequence[Sentence]) -> Any:  # noqa: ANN401
    """Return a document of these tokens and sentences, which the pipeline may part further but not join."""
    from spacy.tokens import Doc  # noqa: PLC0415 - an extra

    spaces = [after.start > token.end for token, after in pairwise(own)] + [False]
    starts = {sentence.first - sentences[0].first for sentence in sentences}
    return Doc(
        pipeline.vocab,
        words=[token.text for token in own],
        spaces=spaces,
        sent_starts=[index in starts for index in range(len(own))],
    )


def _tree(
    document: Any,  # noqa: ANN401
    own: Sequence[Token],
    sentences: Sequence[Sentence],
    persons: Sequence[tuple[int, int]],
) -> tuple[list[int], list[str]]:
    """Return heads within the document (-1 a root) and universal relations: one root a sentence."""
    heads: list[int] = []
    relations: list[str] = []
    for sentence in sentences:
        first, last = (at - sentences[0].first for at in (sentence.first, sentence.last))
        seen = document[first:last]
        above = [-1 if token.head.i == token.i else token.head.i - first for token in seen]
        norms = [token.norm for token in own[first:last]]
        got, labels = clearnlp.universal(norms, [token.pos_ for token in seen], above, [token.dep_ for token in seen])
        for start, end in persons:
            if first <= start and end <= last:
                clearnlp.flatten(range(start - first, end - first), got, labels)
        clearnlp.one_root(got, labels)
        heads.extend(head + first if head >= 0 else -1 for head in got)
        relations.extend(labels)
    return heads, relations
