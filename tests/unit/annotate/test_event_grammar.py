"""What the finder of events asks of a tree, on parses written by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.annotate import events
from throughline.annotate.events import certainty, clauses, conditions, control, mending
from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.events.scene import lay
from throughline.annotate.tree import Tree
from throughline.model import (
    UNKNOWN,
    Article,
    Block,
    DateCard,
    Findings,
    Parse,
    Plover,
    Role,
    Sentence,
    Status,
    Token,
)
from throughline.tables.predicates import Predicate

_TAGS = {
    "VB": "VERB", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "MD": "AUX", "IN": "ADP", "TO": "PART",
    "DT": "DET", "PRP": "PRON", "WP": "PRON", "RB": "ADV", "CC": "CCONJ", ".": "PUNCT",
}  # fmt: skip


def parsed(rows: str) -> Parse:
    """Make a parse from "word/xpos/head/relation" (and a lemma, where it is not the word), the head counted from 0."""
    tokens: list[Token] = []
    start = 0
    for row in rows.split():
        word, xpos, head, relation, *lemma = row.split("/")
        tag = "AUX" if relation.startswith("aux") else _TAGS.get(xpos) or _TAGS[xpos[:2]]
        base = lemma[0] if lemma else word.lower()
        end = start + len(word)
        tokens.append(Token(start, end, word, word.lower(), tag, base, int(head), relation, xpos))
        start = end + 1
    return Parse(tuple(tokens), (Sentence(0, len(tokens), 0, start - 1, 0),), has_grammar=True)


def article(parse: Parse) -> Article:
    text = " ".join(token.text for token in parse.tokens)
    block = Block(Role.BODY, 0, len(text))
    card = DateCard(UNKNOWN)
    return Article("article-1", "page-1", "x", None, None, (), None, "en", card, None, None, text, (block,))


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        ("Kell/NNP/1/nsubj left/VBD/-1/root", 1, Clause(1, Form.PAST)),
        ("Kell/NNP/2/nsubj will/MD/2/aux leave/VB/-1/root", 2, Clause(2, Form.FUTURE)),
        ("Kell/NNP/2/nsubj has/VBZ/2/aux left/VBN/-1/root", 2, Clause(2, Form.PRESENT, is_perfect=True)),
        ("Kell/NNP/2/nsubj is/VBZ/2/aux leaving/VBG/-1/root", 2, Clause(2, Form.PRESENT, is_progressive=True)),
        ("Tarn/NNP/2/nsubj:pass was/VBD/2/aux:pass shot/VBN/-1/root", 2, Clause(2, Form.PAST, is_passive=True)),
        ("Kell/NNP/3/nsubj did/VBD/3/aux not/RB/3/advmod leave/VB/-1/root", 3, Clause(3, Form.PAST, is_negated=True)),
        ("Kell/NNP/2/nsubj must/MD/2/aux leave/VB/-1/root", 2, Clause(2, Form.MAYBE, is_owed=True)),
        ("Kell/NNP/1/nsubj wants/VBZ/-1/root to/TO/3/mark leave/VB/1/xcomp", 3, Clause(3, Form.INFINITIVE)),
        (
            "Kell/NNP/2/nsubj will/MD/2/aux go/VB/-1/root and/CC/4/cc see/VB/2/conj",
            4,
            Clause(4, Form.FUTURE),
        ),
    ],
)
def test_forms(rows: str, head: int, expected: Clause) -> None:
    assert clauses.read(Tree(parsed(rows)), head) == expected


@pytest.mark.parametrize(
    ("rows", "head", "subject"),
    [
        ("Kell/NNP/1/nsubj urged/VBD/-1/root/urge Lorn/NNP/1/obj to/TO/4/mark leave/VB/1/xcomp", 4, "Lorn"),
        ("Kell/NNP/1/nsubj promised/VBD/-1/root/promise Lorn/NNP/1/iobj to/TO/4/mark leave/VB/1/xcomp", 4, "Kell"),
        ("Kell/NNP/1/nsubj agreed/VBD/-1/root/agree to/TO/3/mark leave/VB/1/xcomp", 3, "Kell"),
        ("Kell/NNP/1/nsubj left/VBD/-1/root ,/./3/punct killing/VBG/1/advcl Tarn/NNP/3/obj", 3, "Kell"),
        ("men/NNS/2/nsubj killed/VBN/0/acl slept/VBD/-1/root", 1, "men"),
        ("men/NNS/4/nsubj who/WP/2/nsubj shot/VBD/0/acl:relcl Tarn/NNP/2/obj fled/VBD/-1/root", 2, "men"),
    ],
)
def test_whose_deed_it_is(rows: str, head: int, subject: str) -> None:
    tree = Tree(parsed(rows))
    found = control.subject(tree, head)
    assert found is not None
    assert tree[found].text == subject


def test_what_hangs_on_an_auxiliary_hangs_on_its_verb() -> None:
    parse = parsed("Kell/NNP/1/nsubj has/VBZ/2/aux left/VBN/-1/root")
    assert mending.mended(parse).tokens[0].head == 2


def test_an_infinitive_hangs_on_the_noun_that_takes_it() -> None:
    rows = "Kell/NNP/1/nsubj announced/VBD/-1/root plans/NNS/1/obj to/TO/4/mark leave/VB/1/ccomp"
    mended = mending.mended(parsed(rows)).tokens[4]
    assert (mended.head, mended.relation) == (2, "acl")


@pytest.mark.parametrize(
    ("rows", "opener", "head"),
    [
        ("Kell/NNP/1/nsubj denied/VBD/-1/root reports/NNS/1/obj of/IN/2/case a/DT/2/det coup/NN/2/nmod", 3, 5),
        ("Kell/NNP/1/nsubj leaves/VBZ/-1/root if/IN/1/mark Lorn/NNP/4/nsubj signs/VBZ/1/advcl", 2, 4),
        ("Tarn/NNP/1/nsubj spoke/VBD/-1/root in/IN/3/case Port/NNP/4/compound Elm/NNP/1/obl", 2, 4),
        ("Tarn/NNP/1/nsubj left/VBD/-1/root from/IN/1/compound:prt Elm/NNP/1/obj", 2, 3),
    ],
)
def test_what_opens_a_phrase_hangs_on_its_head(rows: str, opener: int, head: int) -> None:
    assert mending.mended(parsed(rows)).tokens[opener].head == head


def test_an_agent_before_the_verb_is_of_the_subject() -> None:
    subject = "killing/NN/6/nsubj:pass of/IN/2/case Tarn/NNP/0/nmod by/IN/4/case rebels/NNS/6/obl:agent"
    rows = f"{subject} was/VBD/6/aux:pass condemned/VBN/-1/root"
    assert mending.mended(parsed(rows)).tokens[4].head == 0


def test_a_past_form_is_no_base_form() -> None:
    assert mending.mended(parsed("Kell/NNP/1/nsubj condemned/VB/-1/root it/PRP/1/obj")).tokens[1].xpos == "VBD"


@pytest.mark.parametrize(
    ("told", "form", "factuality", "expected"),
    [
        (Status.HAPPENED, Form.PAST, 2.5, Status.HAPPENED),
        (Status.HAPPENED, Form.PAST, -1.0, None),
        (Status.ONGOING, Form.PRESENT, -1.0, Status.PLANNED),
        (Status.PLANNED, Form.FUTURE, 2.9, Status.PLANNED),
        (Status.DENIED, Form.PAST, 2.9, Status.DENIED),
        (None, Form.INFINITIVE, 2.5, Status.HAPPENED),
        (None, Form.MAYBE, 2.9, None),
        (None, Form.PAST, 0.0, None),
    ],
)
def test_certainty_settles_what_is_open(
    told: Status | None, form: Form, factuality: float, expected: Status | None
) -> None:
    predicate = Predicate("attack", frozenset(), Plover.ASSAULT, 3)
    assert certainty.weigh(told, Clause(0, form), predicate, factuality) is expected


def test_a_condition_of_having_to_is_one_of_what_has_to_be_done() -> None:
    rows = "without/IN/1/case it/NN/4/obl Kell/NNP/4/nsubj will/MD/4/aux have/VB/-1/root to/TO/6/mark go/VB/4/xcomp"
    parse = parsed(rows)
    scene = lay(article(parse), parse, Findings())
    assert conditions.find(scene, 6, ()) == (0, 2)


RELATIONS = st.sampled_from(
    """root nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss compound flat appos acl acl:relcl advcl ccomp xcomp
    csubj conj cc aux aux:pass cop mark case det amod advmod parataxis punct expl""".split()
)
WORDS = st.sampled_from(
    """NATO Kell withdrew will not to attack attacked be was killed by Tarn , and if unless that denied said urged
    planned killing talks after no the of in until would had refuse going who which agreement have """.split()
)
XPOS = st.sampled_from("VB VBD VBN VBG VBZ NN NNS NNP IN TO MD JJ PRP WP DT .".split())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, XPOS, RELATIONS, st.integers(0, 30)), min_size=1, max_size=30))
def test_any_tree_gives_events_on_their_words(drawn: list[tuple[str, str, str, int]]) -> None:
    rows = []
    for index, (word, xpos, relation, other) in enumerate(drawn):
        head = -1 if index == 0 else other % index  # every head stands before: a tree, whatever was drawn
        rows.append(f"{word}/{xpos}/{head}/{relation if head >= 0 else 'root'}")
    parse = parsed(" ".join(rows))
    told = article(parse)
    for event in events.find(told, parse, Findings()):
        everyone = (*event.actor, *event.recipient, *event.place)
        for evidence in [event.evidence, event.trigger, *(each.evidence for each in everyone)]:
            assert told.text[evidence.start : evidence.end] == evidence.words
