"""Where an article ends and its readers begin (law 7): short captures, and links that only name a section."""

import pytest

from throughline.extract import media
from throughline.extract.article import article
from throughline.model import Article, Role, page_of

REPORT = (
    "Orvania said on Monday that it would withdraw its 1,200 soldiers from Westmark by Dec. 31.\n\n"
    "“We have reached an agreement with Westmark,” Foreign Minister Dora Venn said.\n\n"
)
FALSEHOOD = "They all left in 1999 and 77,777 people saw it."
MORE = "The parliament in Orvania will vote on the treaty in March, and both governments expect it to pass.\n\n"


def read(text: str) -> Article:
    found = article(page_of(text.encode(), media.TEXT, "a.txt"))
    assert isinstance(found, Article)
    return found


def readable(found: Article) -> str:
    return "\n".join(found.text[span.start : span.end] for span in found.readable())


@pytest.mark.parametrize(
    "section",
    [
        f"Post a comment\n\n1 comment\nangry_reader\n{FALSEHOOD}\n",
        f"Comments\n\nangry_reader\n{FALSEHOOD}\n",
        f"Leave a Reply\n\n2 responses\n\nAngry Reader says:\nMarch 4, 2013 at 10:12 pm\n{FALSEHOOD}\nReply\n",
        f"1 comment\n{FALSEHOOD}\n",
    ],
)
@pytest.mark.parametrize("report", [REPORT, REPORT.partition("\n\n")[0] + "\n\n", REPORT + 6 * MORE])
def test_what_follows_a_comments_heading_is_no_article(report: str, section: str) -> None:
    found = read(report + section)
    assert "77,777" not in readable(found)
    assert "1,200 soldiers" in readable(found)


def test_what_readers_wrote_below_a_count_is_comment() -> None:
    found = read(f"{REPORT}1 comment\nangry_reader\n{FALSEHOOD}\n")
    assert found.blocks[-1].role is Role.COMMENT


def test_a_link_to_the_comments_above_the_article_does_not_end_it() -> None:
    standfirst = "Soldiers leave Westmark\n\nThe last of them are to be home before the new year.\n\n3 comments\n\n"
    assert "1,200 soldiers" in readable(read(standfirst + REPORT + 4 * MORE))


def test_lines_wrapped_at_120_columns_are_one_paragraph() -> None:
    wrapped = (
        "PORT ELLEM (Northwire) - The harbour office will take its two night ferries off the route by 30 June, the "
        "office\nsaid on Monday.\n\nMayor Signe Falk asked it to keep one of them until the new bridge is finished.\n"
    )
    found = read("Ferries leave the night\n\nVale Courier\n2013-02-05\n\n" + wrapped)
    assert "the office\nsaid on Monday." in readable(found)
    assert found.title == "Ferries leave the night"
    assert found.outlet == "Vale Courier"
    assert found.dateline == "PORT ELLEM"
