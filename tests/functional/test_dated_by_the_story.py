"""A real undated page among pages that date what it tells of: it is narrowed, and `why` says by which words."""

import json
from pathlib import Path

import pytest

import throughline

TOLD = (
    ("2020-01-04", "Gen. Qassem Suleimani was killed in a U.S. drone strike on Friday near the airport of Baghdad."),
    ("2020-02-01", "Iranian general Qasem Soleimani was killed on January 3, 2020. Tehran has vowed revenge."),
    ("2020-01-14", "The January 3 killing of Qassem Soleimani shocked Iran, and markets fell."),
)


@pytest.mark.shared
@pytest.mark.parametrize(("published", "text"), TOLD)
def test_the_page_of_2020_is_of_7_or_8_january(shared: Path, tmp_path: Path, published: str, text: str) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"text": text, "title": "News", "outlet": "North Wire", "published": published}))
    story = throughline.open(tmp_path / "x.story")
    story.add([str(path) for path in sorted((shared / "seeds").glob("*.txt"))])
    story.add([str(other)])
    (page,) = [head for head in story.articles().values() if head.origin == "Sputnik"]
    assert page.published.edtf == "2020-01-07/2020-01-08"
    assert str(page.known) == max(published, "2020-01-08")
    assert any("North Wire" in reason and text[:30] in reason for reason in story.why(page.id).reasons)
    assert story.audit() == ()
