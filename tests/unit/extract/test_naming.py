"""Which role a block of a page gets: captions, pull quotes, boxes, running reports, titles, what stands below."""

import pytest

from throughline.extract import html, media
from throughline.extract.article import article
from throughline.extract.markup import naming
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf
from throughline.model import Article, Role, page_of

LEAD = (
    "The harbour office said on Tuesday that ferries would sail again after a strike of nine days, and that crews had"
    " accepted a rise of four percent over two years."
)
SECOND = (
    "“We never wanted to leave the islands without a boat in the dark of the year,” said Tomas Rehn, who speaks for the"
    " seamen, in a statement that the office made public on Monday evening."
)
THIRD = "The company has not said when the night boats will run. About 3,000 people crossed on the first morning."


def named(*inside: str, title: str = "Ferries return to Port Ellem", below: str = "") -> dict[str, Role]:
    """Read an article of three paragraphs with something among them; give the role of every block by its text."""
    body = "".join(inside)
    markup = (
        f"<html><head><title>{title} | The Strand Courier</title></head><body><article><h1>{title}</h1><p>{LEAD}</p>"
        f"<p>{SECOND}</p>{body}<p>{THIRD}</p></article>{below}</body></html>"
    )
    found = article(page_of(markup.encode(), media.HTML, "page.html"))
    assert isinstance(found, Article)
    return {found.text[block.start : block.end]: block.role for block in found.blocks}


def role(text: str, *signals: Signal, is_article: bool = True, links: float = 0.0) -> Role:
    """Name one block between two paragraphs of an article."""
    leaves = [Leaf(LEAD, 0, 0.0, 0), Leaf(text, sum(signals), links, 0), Leaf(THIRD, 0, 0.0, 0)]
    return naming.roles(leaves, [True, is_article, True])[1]


@pytest.mark.parametrize(
    "text",
    [
        "The quay on Monday. Photo: Olaf Brandt",
        "Der Kai am Montag (Foto: Olaf Brandt/Nordbild)",
        "The quay on Monday | © Olaf Brandt / Northwire",
        "Olaf Brandt, CC BY-SA 4.0",
        "Symbolbild: Nordbild",
        "Figure 2.",
        "Photo by Olaf Brandt on Picturehouse",
    ],
)
def test_a_picture_has_its_caption(text: str) -> None:
    assert role(text) is Role.CAPTION
    assert role(text, is_article=False) is Role.CAPTION


@pytest.mark.parametrize(
    "text",
    [
        "Der Kai blieb bis zum Abend leer, sagte der Hafenmeister der Zeitung. (rehn/dpa)",
        "He showed her a photo by the window, and she knew the boat at once.",
        "The picture: three boats at the quay, and nobody who would sail them.",
    ],
)
def test_a_sentence_is_no_caption(text: str) -> None:
    assert role(text, Signal.PARAGRAPH) is Role.BODY


def test_a_pull_quote_is_said_once() -> None:
    pulled = "“We never wanted to leave the islands without a boat”"
    assert named(f"<blockquote>{pulled}</blockquote>")[pulled] is Role.BOILERPLATE
    signed = "We never wanted to leave the islands without a boat — Tomas Rehn"
    assert role(signed, Signal.QUOTE) is Role.QUOTE
    leaves = [Leaf(SECOND, 0, 0.0, 0), Leaf(signed, Signal.QUOTE, 0.0, 0), Leaf(THIRD, 0, 0.0, 0)]
    assert naming.roles(leaves, [True] * 3)[1] is Role.BOILERPLATE


def test_a_quotation_of_somebody_else_stays() -> None:
    said = "We shall keep to what we signed, and we expect the same of the company in the years that come."
    assert named(f"<blockquote><p>{said}</p></blockquote>")[said] is Role.QUOTE
    assert role("— Ana Ruiz (@anaruiz) March 14, 2021", Signal.QUOTE) is Role.QUOTE


def test_a_paragraph_that_stands_twice_counts_once() -> None:
    leaves = [Leaf(text, Signal.PARAGRAPH, 0.0, 0) for text in (LEAD, SECOND, LEAD, THIRD)]
    assert naming.roles(leaves, [True] * 4) == [Role.BODY, Role.BODY, Role.BOILERPLATE, Role.BODY]


def test_a_list_that_repeats_itself_is_a_list() -> None:
    row = "The night boat to Holm leaves at nine in the evening."
    leaves = [Leaf(LEAD, 0, 0.0, 0), *(Leaf(row, Signal.LIST, 0.0, 0) for _ in range(3))]
    assert naming.roles(leaves, [True] * 4)[1:] == [Role.LIST] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for our morning newsletter here",
        "Thanks for signing up!",
        "By signing up, you agree to receive messages from the Courier and its partners.",
        "Follow us on Telegram",
        "Was this article helpful?",
        "Advertisement",
        "Story continues below",
        "Folgen Sie uns auf Facebook",
        "Subscribe to continue reading this article",
        "1,204 shares",
        "4 min read",
        "© 2021 The Strand Courier",
        "Tags: harbour, strike",
    ],
)
def test_a_box_is_no_report(text: str) -> None:
    assert role(text) is Role.BOILERPLATE


@pytest.mark.parametrize(
    "text",
    [
        "He told subscribers of his newsletter that the strike was over.",
        "Readers were asked to sign up as members, and 300 of them did so within a day.",
        "Crews may follow the pilots of Holm, who signed in May.",
        "Share prices fell by four percent.",
        "Update: an earlier version of this article said that the strike had lasted ten days.",
    ],
)
def test_a_report_may_speak_of_boxes(text: str) -> None:
    assert role(text, Signal.PARAGRAPH) is Role.BODY


def test_links_to_other_stories_go_with_their_heading() -> None:
    texts = [("Read also", 0.0), ("Crews vote to strike in the north", 1.0), ("Night boats return in June", 1.0)]
    leaves = [
        Leaf(LEAD, 0, 0.0, 0),
        *(Leaf(text, Signal.LIST, links, 0) for text, links in texts),
        Leaf(THIRD, 0, 0, 0),
    ]
    expected = [Role.BODY, Role.LIST, Role.LIST, Role.LIST, Role.BODY]
    assert naming.roles(leaves, [True] * 5) == expected  # a bare "Read also" may be a heading of the report's own
    leaves[1] = Leaf("Related stories", Signal.LIST, 0.0, 0)
    assert naming.roles(leaves, [True] * 5)[1:4] == [Role.RELATED] * 3


@pytest.mark.parametrize("text", ["Also read: Crews vote to strike in the north", "[Read more: Night boats in June]"])
def test_a_labelled_link_is_another_story(text: str) -> None:
    assert role(text) is Role.RELATED


@pytest.mark.parametrize(
    "text", ["14:50", "09.15 Uhr", "3:15 p.m. ET", "Updated at 10:32", "12 minutes ago", "2 May 2021, 10:14"]
)
def test_an_entry_of_a_running_report_has_its_hour(text: str) -> None:
    assert role(text) is Role.DATELINE


def test_rows_and_headings_inside_the_article() -> None:
    assert role("Holm 21:00 daily", Signal.TABLE) is Role.LIST
    assert role("A rise of four percent", Signal.HEADING, Signal.LIST) is Role.BODY
    assert role(SECOND, Signal.TABLE, Signal.PARAGRAPH) is Role.BODY


def test_the_title_stands_once_and_no_wrapper_makes_it_the_whole_article() -> None:
    title = "Ferries return to Port Ellem"
    texts = [title, "A strike of nine days is over", LEAD, SECOND, "What the crews will get", THIRD]
    leaves = [Leaf(text, Signal.TITLE, 0.0, 0) for text in texts]
    assert naming.roles(leaves, [True] * 6, [f"{title} - The Strand Courier"]) == [Role.TITLE, *[Role.BODY] * 5]


def test_the_trail_to_a_page_is_not_its_title() -> None:
    texts = ["Home » Sea » Ferries return to Port Ellem", "Ferries return to Port Ellem", LEAD]
    leaves = [Leaf(text, 0, 0.0, 0) for text in texts]
    found = naming.roles(leaves, [False, True, True], ["Ferries return to Port Ellem"])
    assert found == [Role.BOILERPLATE, Role.TITLE, Role.BODY]


def test_a_heading_of_the_sites_own_is_not_the_title() -> None:
    leaves = [
        Leaf("News", Signal.TITLE | Signal.HEADING, 0.0, 0),
        Leaf("Ferries return to Port Ellem", Signal.HEADING, 0.0, 0),
        Leaf(LEAD, 0, 0.0, 0),
    ]
    found = naming.roles(leaves, [True] * 3, ["Ferries return to Port Ellem | The Strand Courier"])
    assert found[1:] == [Role.TITLE, Role.BODY]


def test_days_and_names_below_belong_to_other_stories() -> None:
    leaves = [
        Leaf("By Ilse Marrow", Signal.BYLINE, 0.0, 0),
        Leaf(LEAD, 0, 0.0, 0),
        Leaf("Published 2 May 2021", Signal.DAY, 0.0, 0),
        *(Leaf(f"filler {n}", Signal.FORM, 0.0, 0) for n in range(3)),
        Leaf("Crews vote to strike in the north", 0, 1.0, 1),
        Leaf("By Olaf Brandt", Signal.BYLINE, 0.0, 1),
        Leaf("1 April 2021", Signal.DAY, 0.0, 1),
    ]
    found = naming.roles(leaves, [False, True, *[False] * 7])
    assert (found[0], found[2]) == (Role.BYLINE, Role.DATELINE)
    assert found[6:] == [Role.RELATED] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilse Marrow is a reporter at the Courier and writes on the sea.", Role.BOILERPLATE),
        ("Ilse Marrow berichtet über die Küste und ihre Häfen.", Role.BOILERPLATE),
        ("Reporting by Ilse Marrow; editing by Olaf Brandt", Role.BYLINE),
        ("Ilse Marrow is the mother of three seamen.", Role.BODY),
    ],
)
def test_notes_on_the_author_stand_at_the_end(text: str, expected: Role) -> None:
    leaves = [Leaf(LEAD, 0, 0.0, 0), Leaf(SECOND, 0, 0.0, 0), Leaf(text, 0, 0.0, 0)]
    assert naming.roles(leaves, [True] * 3)[2] is expected


def test_slides_of_a_gallery_are_captions() -> None:
    slides = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>Day {n} at the quay. Photo: Olaf Brandt</figcaption></figure>"
        for n in range(8)
    )
    roles = named(slides)
    assert {roles[f"Day {n} at the quay. Photo: Olaf Brandt"] for n in range(8)} == {Role.CAPTION}


def test_every_block_has_a_role_and_empty_pages_none() -> None:
    assert naming.roles([], []) == []
    assert html.draft("<p>x</p>").blocks
