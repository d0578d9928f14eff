"""The newsroom changes what it says it changes, and nothing else; its set is the same each time it is made."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks import copies
from benchmarks.newsroom import cuts, markup, pairs, quoting, wording
from benchmarks.newsroom.articles import Article, read

DATA = Path(__file__).parents[3] / "benchmarks" / "data" / "copies"
LEAST = 100  # copies, and pairs that are none
PLAIN = Article(
    "story",
    "report",
    "Lake rises",
    "North Wire",
    date(2031, 5, 3),
    "MORN",
    (
        "The lake rose by 12 metres on Friday, but nobody was hurt in the lower town.",
        '"We saw it come," said Ada Voss, who is 58. "I ran."',
        'The harbour is closed. "It will take 1.5 days," the mayor said on Friday.',
        "Nine boats sank. Two were found.",
    ),
    retitled="Water at Morn",
    lead="It came at night.",
    local="Here the lake is calm.",
)


def changed(text: str, edit: pairs.Edit) -> str:
    return edit(replace(PLAIN, paragraphs=(text,))).paragraphs[0]


SAW = '"We saw it come," said Ada Voss, who is 58. "I ran."'


@pytest.mark.parametrize(
    ("edit", "text", "expected"),
    [
        (wording.american, "The harbour is 9 metres deep.", "The harbor is 9 meters deep."),
        (wording.american, "Defense costs 9 percent.", "Defence costs 9 per cent."),
        (wording.numerals_spelt, "12 men, 5.8 hours, May 3, 2031.", "twelve men, 5.8 hours, May three, 2031."),
        (wording.numerals_figures, "Nine boats, two men.", "9 boats, 2 men."),
        (wording.typographic, '"It\'s late," he said.', "“It’s late,” he said."),
        (wording.tokenised, '"It is late," he said.', "`` It is late , '' he said ."),
        (wording.tokenised, "The town's 1,200 men.", "The town 's 1,200 men ."),
        (wording.split_sentences, "It rose, but nobody was hurt in town.", "It rose. But nobody was hurt in town."),
        (wording.joined_sentences, "Nine sank. The rest were found.", "Nine sank, and the rest were found."),
        (
            wording.house_words,
            'More than 9 left because "more than one" fell.',
            'Over 9 left since "more than one" fell.',
        ),
        (quoting.indirect, SAW, "Ada Voss, who is 58, said that they saw it come. He added that he ran."),
        (quoting.indirect, '"It will take 1.5 days," Mayor Low said.', "Mayor Low said that it would take 1.5 days."),
        (quoting.moved, '"We saw it come," said Ada Voss.', 'Ada Voss said: "We saw it come."'),
    ],
)
def test_words_change_as_a_desk_changes_them(edit: pairs.Edit, text: str, expected: str) -> None:
    assert changed(text, edit) == expected


def test_cuts_leave_the_words_that_stay() -> None:
    whole = PLAIN.paragraphs
    assert cuts.half(PLAIN).paragraphs == whole[:2]
    assert cuts.thinned(PLAIN).paragraphs == (whole[0], whole[1], whole[3])
    assert cuts.relead(PLAIN).paragraphs == (PLAIN.lead, *whole[1:])
    assert cuts.localised(PLAIN).paragraphs[2] == PLAIN.local
    assert cuts.trimmed(PLAIN).paragraphs[3] == "Nine boats sank."
    assert cuts.placed(PLAIN).paragraphs[0].startswith("MORN, May 3 (North Wire) - The lake")
    assert " ".join(cuts.broken_up(PLAIN).paragraphs) == " ".join(whole)
    assert " ".join(cuts.run_together(PLAIN).paragraphs) == " ".join(whole)


@pytest.mark.parametrize("page", [markup.bare, markup.scraped, markup.wire, markup.paper, markup.forum, markup.tables])
def test_a_page_holds_every_paragraph(page: markup.Markup) -> None:
    plain = replace(PLAIN, paragraphs=("One lake.", "Two boats.", "Three men."))
    assert all(text in page(plain) for text in plain.paragraphs)


def test_the_set_is_made_alike_each_time_and_holds_enough_of_both() -> None:
    made = pairs.make(read(DATA))
    assert made == pairs.make(read(DATA))
    assert sum(pair.copy for pair in made) >= LEAST
    assert sum(not pair.copy for pair in made) >= LEAST
    assert {recipe.name for recipe in pairs.COPYING} <= {pair.how for pair in made if pair.copy}


def test_a_set_of_somebody_else_is_read_and_scored(tmp_path: Path) -> None:
    text = "\n".join(
        f"Men of house {number} saw lake {number} rise over bank {number} at dawn." for number in range(30)
    )
    sides = [{"page": text}, {"page": text.replace("Men", "Nobody").replace("rise", "move").replace("bank", "road")}]
    stored = [{"left": sides[0], "right": side, "copy": True, "how": "any"} for side in sides]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, stored)), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    scores = copies.run(tmp_path, out)
    assert (scores["pairs"], scores["precision"], scores["recall"], scores["found.any"]) == (2, 1.0, 0.5, "1 of 2")
    answers = [json.loads(line) for line in (out / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [answer["weight"] for answer in answers] == [1.0, None]


def test_an_empty_folder_gives_no_scores(tmp_path: Path) -> None:
    assert copies.run(tmp_path, None) == {}
