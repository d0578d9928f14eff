"""Readers' posts, one by one, out of markup and out of text without it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.extract import media
from throughline.extract.article import article
from throughline.model import Article, Declared, Role, page_of

BODY = [
    "Orvania said on Monday that it would withdraw its 1,200 soldiers from Westmark by the end of December.",
    "The parliament in Orvania will vote on the treaty in March, and both governments expect it to pass.",
    "Foreign Minister Dora Venn said that the agreement was the best that either side could have hoped for.",
    "The two countries had argued about the border for nine years, and three rounds of talks had failed.",
]
FIRST = "They all left in 1999 and everybody knows it."
SECOND = "No, the last of them left much later, I saw it."
POSTS = [("angry_reader", FIRST), ("Orla Venn", SECOND)]


def read(text: str, kind: str = media.TEXT, captured: date | None = None, order: str | None = None) -> Article:
    found = article(page_of(text.encode(), kind, "a", Declared(date_order=order), captured))
    assert isinstance(found, Article)
    return found


def told(found: Article) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            post.author.words if post.author else None,
            post.posted.edtf if post.posted else None,
            found.text[post.start : post.end],
        )
        for post in found.comments
    ]


def page(section: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return f"<html><body><article><h1>Soldiers leave Westmark</h1>{paragraphs}</article>{section}</body></html>"


WORDPRESS = "<section id=comments class=comments-area><h2>2 thoughts on Soldiers</h2><ol>" + "".join(
    f"<li class='comment byuser comment-author-x{k}' id=comment-{k}><article class=comment-body><footer>"
    f"<div class='comment-author vcard'><b class=fn>{name}</b> <span class=says>says:</span></div>"
    f"<div class=comment-metadata><time>May {k + 1}, 2019 at 9:35 am</time></div></footer>"
    f"<div class=comment-content><p>{words}</p></div><div class=reply><a>Reply</a></div></article></li>"
    for k, (name, words) in enumerate(POSTS)
)


def test_posts_of_a_marked_thread() -> None:
    found = read(page(WORDPRESS + "</ol></section>"), media.HTML)
    assert told(found) == [("angry_reader", "2019-05-01", FIRST), ("Orla Venn", "2019-05-02", SECOND)]
    assert all(
        post.author and post.author.words == found.text[post.author.start : post.author.end] for post in found.comments
    )


THREADS = {
    "english": "2 comments\n\nangry_reader says:\nMay 1, 2019 at 9:35 am\n{0}\nReply\n\nOrla Venn says:\n"
    "May 2, 2019 at 9:35 am\n{1}\nReply\n",
    "german": "2 Kommentare\n\nangry_reader\n1. Mai 2019 um 9:35 Uhr\n{0}\nAntworten\nOrla Venn\n"
    "2. Mai 2019 um 9:35 Uhr\n{1}\nAntworten\n",
    "french": "Commentaires\n\npar angry_reader le 1 mai 2019 - 9:35\n{0}\nRépondre\n"
    "par Orla Venn le 2 mai 2019 - 9:35\n{1}\nRépondre\n",
    "spanish": "2 comentarios\n\nangry_reader dice:\n1 mayo, 2019 a las 9:35\n{0}\nResponder\nOrla Venn dice:\n"
    "2 mayo, 2019 a las 9:35\n{1}\nResponder\n",
}


@pytest.mark.parametrize("language", THREADS)
def test_posts_of_a_thread_without_markup(language: str) -> None:
    found = read("\n\n".join(BODY) + "\n\n" + THREADS[language].format(FIRST, SECOND))
    assert told(found) == [("angry_reader", "2019-05-01", FIRST), ("Orla Venn", "2019-05-02", SECOND)]
    assert not any(block.is_readable and "1999" in found.text[block.start : block.end] for block in found.blocks)


AGES = f"2 comments\n\nangry_reader\n3 hours ago\n{FIRST}\nReply\nOrla Venn · 2 days ago\n{SECOND}\nReply\n"


def test_ages_count_from_the_capture_and_say_nothing_without_one() -> None:
    text = "\n\n".join(BODY) + "\n\n" + AGES
    dated = read(text, captured=date(2020, 3, 10))
    assert [(name, day) for name, day, _ in told(dated)] == [
        ("angry_reader", "2020-03-09~/2020-03-10~"),
        ("Orla Venn", "2020-03-07~/2020-03-09~"),
    ]
    assert [(name, day) for name, day, _ in told(read(text))] == [("angry_reader", None), ("Orla Venn", None)]


def test_other_posts_settle_which_way_round_a_page_writes_its_days() -> None:
    thread = (
        f"2 comments\n\nangry_reader\n05/03/2019 9:35\n{FIRST}\nReply\nOrla Venn\n25/03/2019 9:35\n{SECOND}\nReply\n"
    )
    found = read("\n\n".join(BODY) + "\n\n" + thread)
    assert [day for _, day, _ in told(found)] == ["2019-03-05", "2019-03-25"]


def test_a_form_and_its_rules_are_nobodys_post() -> None:
    form = (
        "<div id=respond class=comment-respond><h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
    )
    assert told(read(page(f"{form}<p>Please keep to our house rules for comments.</p></div>"), media.HTML)) == []


def test_a_list_of_comments_elsewhere_holds_none() -> None:
    items = "<li>Orla on Ferries leave the night</li><li>Sven on Bridge</li>"
    widget = f"<div class='widget recent-comments'><ul>{items}</ul></div>"
    found = read(page(widget), media.HTML)
    assert found.comments == ()
    assert not any(block.role is Role.COMMENT for block in found.blocks)


@given(
    st.lists(
        st.sampled_from([FIRST, "Reply", "Orla says:", "3h", "May 1, 2019 9:35", "2 comments", "12", *BODY]),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_posts_are_in_order_and_lie_in_comment_blocks(lines: list[str]) -> None:
    found = article(page_of("\n".join([*BODY, *lines]).encode(), media.TEXT, "a"))
    if not isinstance(found, Article):
        return
    said = [(block.start, block.end) for block in found.blocks if block.role is Role.COMMENT]
    last = 0
    for post in found.comments:
        assert last <= post.start < post.end
        last = post.end
        assert any(start <= post.start < end for start, end in said)
        assert any(start < post.end <= end for start, end in said)


def test_a_name_that_stands_twice_signs_the_post_and_the_section_s_own_lines_are_no_posts() -> None:
    body = "The harbour office said on Tuesday that ferries would sail again after nine days of repairs. " * 6
    lines = [
        "Ferries return",
        body,
        "1 Comment threads",
        "Most reacted comment",
        "newest oldest most voted",
        "Notify of",
    ]
    lines += [
        "island dweller",
        "island dweller",
        "They stopped last week already, and nobody told us a thing about it!",
    ]
    page = page_of("\n\n".join(lines).encode(), media.TEXT, "page.txt")
    found = article(page)
    assert isinstance(found, Article)
    assert [one.author and one.author.words for one in found.comments] == ["island dweller"]
    furniture = [found.text[b.start : b.end] for b in found.blocks if b.role is Role.BOILERPLATE]
    assert "newest oldest most voted" in furniture
