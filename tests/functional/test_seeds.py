"""The whole path on real captures: what the five seeds must give, and news by the hundred without a failure."""

import gzip
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

import throughline
from throughline.model import Severity
from throughline.story import Story

FIGURES = {"soldiers": 5000, "police officers": 10000, "bases and facilities": 550, "U.S. troops": 6000}
SPEAKERS = {"Anders Fogh Rasmussen", "Ivo Daalder", "Leon Panetta", "Jaap de Hoop Scheffer", "Jens Stoltenberg"}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Return a story of the five seeds."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    story = throughline.open(tmp_path_factory.mktemp("seeds") / "seeds.story")
    added = story.add([str(path) for path in sorted(folder.glob("*.txt"))])
    assert (added.read, added.problems) == (5, ())
    return story


@pytest.mark.shared
def test_every_law_holds(seeds: Story) -> None:
    assert seeds.audit() == ()


@pytest.mark.shared
def test_a_weekday_settles_the_page_of_2018(seeds: Story) -> None:
    (article,) = [a for a in seeds.articles().values() if a.outlet == "Rudaw"]
    assert seeds.articles()[article.id].published.edtf == "2018-03-05"
    assert "5 March 2018 is a Monday, 3 May 2018 a Thursday" in seeds.why(article.id).reasons[0]


@pytest.mark.shared
def test_figures_are_of_the_right_things(seeds: Story) -> None:
    points = {p.evidence.words: p for s in seeds.figures() for p in s.points if p.evidence}
    for of, low in FIGURES.items():
        assert any(words.endswith(of) and point.low == low for words, point in points.items()), of


@pytest.mark.shared
def test_quotations_have_their_speakers(seeds: Story) -> None:
    spoken = {saying.speaker.name for saying in seeds.said() if saying.speaker}
    assert spoken >= SPEAKERS


@pytest.mark.shared
def test_nothing_is_said_by_a_reader(seeds: Story) -> None:
    words = " ".join(entry.happening.headline.words for entry in seeds.chronicle().entries)
    assert "Saudi Arabia" not in words  # a reader's guess under the page of 2020
    assert all("comment" not in saying.statement.evidence.words.lower() for saying in seeds.said())


@pytest.mark.shared
def test_news_goes_in_without_a_failure(shared: Path, tmp_path: Path) -> None:
    for place in sorted(shared.glob("data/timeline17/*/articles.jsonl.gz")):
        with gzip.open(place, "rt", encoding="utf-8") as lines:
            (tmp_path / f"{place.parent.name}.jsonl").write_text("".join(islice(lines, 8)), encoding="utf-8")
    story = throughline.open(tmp_path / "news.story")
    added = story.add([str(path) for path in sorted(tmp_path.glob("*.jsonl"))])
    assert added.read == 80
    assert [found for found in added.problems if found.severity is Severity.ERROR] == []
    assert all("breaks off" in found.what for found in added.problems)  # teasers, whose words end in three dots
    assert story.audit() == ()
    assert story.add([str(path) for path in sorted(tmp_path.glob("*.jsonl"))]).known == 80


@pytest.mark.shared
def test_the_state_at_the_end_of_2011_tells_what_was_due_and_what_became_of_it(seeds: Story) -> None:
    state = seeds.state(as_of=date(2011, 12, 31))
    missed = [one for one in state.settled if one.outcome == "missed"]
    assert [one.awaited.words for one in missed if one.awaited] == ["an agreement by Dec. 31"]
    assert any("withdrawal from Iraq by 2012" in " ".join(one.event.evidence.words.split()) for one in state.deadlines)
    assert any(one.is_decided for one in state.happened)
