"""Events that date what is counted from them, on parses written by hand."""

from datetime import date

from throughline.annotate.anchors import anchor
from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.find import find_times
from throughline.model import Article, Block, DateCard, Parse, Role, Sentence, Token

_TAGS = {"VB": "VERB", "NN": "NOUN", "IN": "ADP", "DT": "DET", "CD": "NUM", ".": "PUNCT", ",": "PUNCT", "PR": "PRON"}
_RAID = "The/DT/1/det raid/NN/2/nsubj took/VBD/-1/root/take place/NN/2/obj on/IN/5/case Friday/NNP/2/obl ././2/punct"
_LATER = (
    "Two/CD/1/nummod days/NNS/4/nmod/day after/IN/4/case the/DT/4/det raid/NN/6/obl he/PRP/6/nsubj "
    "left/VBD/-1/root/leave ././6/punct"
)


def _parsed(*sentences: str) -> tuple[str, Parse]:
    """Make a parse from "word/xpos/head/relation/lemma", the head counted from the sentence's first word."""
    tokens: list[Token] = []
    bounds: list[Sentence] = []
    start = 0
    for rows in sentences:
        first = len(tokens)
        for row in rows.split():
            word, xpos, head, relation, *lemma = row.split("/")
            governor = int(head) + first if int(head) >= 0 else -1
            tag = "PROPN" if xpos.startswith("NNP") else _TAGS[xpos[:2]]
            base = lemma[0] if lemma else word.lower()
            tokens.append(Token(start, start + len(word), word, word.lower(), tag, base, governor, relation, xpos))
            start += len(word) + 1
        bounds.append(Sentence(first, len(tokens), tokens[first].start, tokens[-1].end, 0))
    return " ".join(t.text for t in tokens), Parse(tuple(tokens), tuple(bounds), has_grammar=True)


def _article(text: str, day: str) -> Article:
    return Article(
        *("article-1", "page-1", "a.txt", None, None, (), None, None),
        published=DateCard(parse_edtf(day)),
        origin=None,
        dateline=None,
        text=text,
        blocks=(Block(Role.BODY, 0, len(text)),),
    )


def _first_day(*sentences: str, day: str = "2031-05-06") -> date | None:
    text, parse = _parsed(*sentences)
    times = tuple(find_times(text, parse.tokens, parse.sentences, parse_edtf(day)))
    counted = [time for time in anchor(_article(text, day), times, parse) if time.anchor]
    assert [text[slice(*time.anchor or (0, 0))] for time in counted] == ["the raid"]
    return counted[0].when.first if counted[0].when else None


def test_a_day_that_the_article_gives_to_the_event_is_counted_from() -> None:
    assert _first_day(_RAID, _LATER) == date(2031, 5, 4)


def test_what_is_only_said_about_an_event_does_not_date_it() -> None:
    said = "The/DT/1/det raid/NN/3/nsubj:pass was/VBD/3/aux condemned/VBN/-1/root/condemn on/IN/5/case Friday/NNP/3/obl"
    assert _first_day(said, _LATER) is None


def test_two_days_of_an_event_are_none() -> None:
    assert _first_day(_RAID, _RAID.replace("Friday", "Sunday"), _LATER) is None


def test_another_event_of_the_same_word_leaves_open_which_is_meant() -> None:
    named = _RAID.replace("took", "Larno/NNP/1/nmod took").replace("/2/", "/3/").replace("/5/", "/6/")
    other = "The/DT/1/det raid/NN/-1/root of/IN/3/case Velm/NNP/1/nmod"
    assert _first_day(named, _LATER) == date(2031, 5, 4)
    assert _first_day(named, other, _LATER) is None


def test_without_grammar_nothing_is_dated() -> None:
    text, parse = _parsed(_RAID, _LATER)
    plain = Parse(parse.tokens, parse.sentences)
    times = tuple(find_times(text, parse.tokens, parse.sentences, parse_edtf("2031-05-06")))
    assert anchor(_article(text, "2031-05-06"), times, plain) == times


def test_nothing_told_is_counted_to_a_day_after_its_telling() -> None:
    assert _first_day(_RAID, _LATER, day="2031-05-03") is None
