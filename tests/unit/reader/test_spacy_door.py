"""A spaCy pipeline behind the door, here one that knows a single sentence by heart."""

from typing import Any

import pytest

from throughline.model import UNKNOWN, Article, Block, DateCard, Role
from throughline.reader import layout, spacy_door

_TEXT = "President George Bush said troops would withdraw from Iraq. Rebels attacked."
_SEEN = {
    "President": ("PROPN", "NNP", "Bush", "compound"),
    "George": ("PROPN", "NNP", "Bush", "compound"),
    "Bush": ("PROPN", "NNP", "said", "nsubj"),
    "said": ("VERB", "VBD", "said", "ROOT"),
    "troops": ("NOUN", "NNS", "withdraw", "nsubj"),
    "would": ("AUX", "MD", "withdraw", "aux"),
    "withdraw": ("VERB", "VB", "said", "ccomp"),
    "from": ("ADP", "IN", "withdraw", "prep"),
    "Iraq": ("PROPN", "NNP", "from", "pobj"),
    ".": ("PUNCT", ".", "", "punct"),
    "Rebels": ("NOUN", "NNS", "attacked", "nsubj"),
    "attacked": ("VERB", "VBD", "attacked", "ROOT"),
}


@pytest.fixture
def pipeline() -> Any:  # noqa: ANN401 - spaCy may be absent
    spacy = pytest.importorskip("spacy", reason="the extra `spacy` is not installed")
    return _ByHeart(spacy.blank("en"))


class _ByHeart:
    """What a trained pipeline does, from a table."""

    def __init__(self, blank: Any) -> None:  # noqa: ANN401
        self.vocab = blank.vocab
        self.meta = {"name": "by_heart", "version": "1"}

    def __call__(self, document: Any) -> Any:  # noqa: ANN401
        from spacy.tokens import Span  # noqa: PLC0415

        for sentence in list(document.sents):
            for token in sentence:
                tag, fine, head, label = _SEEN[token.text]
                token.pos_, token.tag_, token.dep_ = tag, fine, label
                above = next((other for other in sentence if other.text == head), None)
                token.head = above or next(other for other in sentence if _SEEN[other.text][3] == "ROOT")
        document.ents = [Span(document, 1, 3, label="PERSON"), Span(document, 8, 9, label="GPE")]
        return document


def test_a_pipeline_fills_the_same_parse(pipeline: Any) -> None:  # noqa: ANN401
    blocks = (Block(Role.BODY, 0, len(_TEXT)),)
    article = Article("a", "p", "s", None, None, (), None, "en", DateCard(UNKNOWN), None, None, _TEXT, blocks)
    parse = spacy_door.parsed(layout.lay(article), pipeline)
    assert parse.has_grammar
    assert parse.reader == "spacy-by_heart-1"
    got = [(token.text, token.lemma, token.head, token.relation) for token in parse.tokens[:10]]
    assert got == [
        ("President", "president", 1, "nmod:desc"),
        ("George", "george", 3, "nsubj"),
        ("Bush", "bush", 1, "flat"),
        ("said", "say", -1, "root"),
        ("troops", "troops", 6, "nsubj"),
        ("would", "would", 6, "aux"),
        ("withdraw", "withdraw", 3, "ccomp"),
        ("from", "from", 8, "case"),
        ("Iraq", "iraq", 6, "obl"),
        (".", ".", 3, "punct"),
    ]
    assert [token.head for token in parse.tokens[10:]] == [11, -1, 11]
    assert [(_TEXT[name.start : name.end], name.kind) for name in parse.names] == [
        ("George Bush", "Person"),
        ("Iraq", "Location"),
    ]
