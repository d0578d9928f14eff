"""Statements from hand-made parses: what grammar mends of a reader's attributions, whatever the weights."""

from collections.abc import Sequence

from throughline.annotate import statements
from throughline.model import (
    UNKNOWN,
    Article,
    Attribution,
    Block,
    DateCard,
    Findings,
    Parse,
    Role,
    Sentence,
    Statement,
    Stretch,
    Token,
)

# word, universal tag, Penn tag, lemma, head within the sentence, relation
Row = tuple[str, str, str, str, int, str]
Seen = tuple[str | None, str, list[str]]  # the words of source, cue and contents

LEFT = [
    ("Lee", "PROPN", "NNP", "lee", 1, "nsubj"),
    ("said", "VERB", "VBD", "say", -1, "root"),
    ("that", "SCONJ", "IN", "that", 4, "mark"),
    ("ice", "NOUN", "NN", "ice", 4, "nsubj"),
    ("melted", "VERB", "VBD", "melt", 1, "ccomp"),
    (".", "PUNCT", ".", ".", 1, "punct"),
]
RIGHT = [
    ("Kim", "PROPN", "NNP", "kim", 1, "nsubj"),
    ("added", "VERB", "VBD", "add", -1, "root"),
    ("that", "SCONJ", "IN", "that", 4, "mark"),
    ("rain", "NOUN", "NN", "rain", 4, "nsubj"),
    ("fell", "VERB", "VBD", "fall", 1, "ccomp"),
    (".", "PUNCT", ".", ".", 1, "punct"),
]


def found(sentences: list[list[Row]], attributions: Sequence[Seen]) -> tuple[Statement, ...]:
    """Statements of sentences; the attributions name their words, each of which stands once in the text."""
    text = " ".join(row[0] for rows in sentences for row in rows)
    tokens: list[Token] = []
    cut: list[Sentence] = []
    at = 0
    for rows in sentences:
        first, start = len(tokens), at
        for word, tag, xpos, lemma, head, relation in rows:
            governor = head + first if head >= 0 else -1
            tokens.append(Token(at, at + len(word), word, word.lower(), tag, lemma, governor, relation, xpos))
            at += len(word) + 1
        cut.append(Sentence(first, len(tokens), start, at - 1, 0))

    def stretch(words: str) -> Stretch:
        return Stretch(text.index(words), text.index(words) + len(words))

    seen = tuple(
        Attribution(stretch(source) if source else None, stretch(cue), tuple(stretch(piece) for piece in pieces))
        for source, cue, pieces in attributions
    )
    parse = Parse(tuple(tokens), tuple(cut), has_grammar=True, attributions=seen)
    block = Block(Role.BODY, 0, len(text))
    card = DateCard(UNKNOWN)
    page = Article("a", "p", "s", None, None, (), None, "en", card, None, None, text, (block,))
    return statements.find(page, parse, Findings())


def told(statement: Statement) -> tuple[str | None, str, list[str]]:
    source, cue = statement.source, statement.cue
    words = [piece.words for piece in statement.content]
    return (source.evidence.words if source else None, cue.words if cue else "", words)


def test_content_goes_to_the_cue_that_governs_it() -> None:
    seen = [("Lee", "said", ["that ice melted", "that rain fell"]), ("Kim", "added", [])]
    assert [told(s) for s in found([LEFT, RIGHT], seen)] == [
        ("Lee", "said", ["that ice melted"]),
        ("Kim", "added", ["that rain fell"]),
    ]


def test_a_cut_clause_is_made_whole_and_a_missing_source_found() -> None:
    ((source, cue, content),) = [told(s) for s in found([LEFT], [(None, "said", ["that"])])]
    assert (source, cue, content) == ("Lee", "said", ["that ice melted"])


def test_a_verb_that_the_reader_missed_is_found_by_grammar() -> None:
    (statement,) = found([LEFT], [])
    assert told(statement) == ("Lee", "said", ["that ice melted"])
    assert statement.rule == "grammar"
    assert not statement.is_thought


def test_an_article_alone_is_no_source() -> None:
    rows = [
        ("The", "DET", "DT", "the", 1, "det"),
        *[(w, t, x, le, h + 1 if h >= 0 else h, r) for w, t, x, le, h, r in LEFT],
    ]
    ((source, _, _),) = [told(s) for s in found([rows], [("The", "said", ["that ice melted"])])]
    assert source == "The Lee"
