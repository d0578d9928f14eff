"""TimeML: well-formed, the text unchanged, every reference kept, and read back as TempEval-3 is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from benchmarks import times
from throughline.export import Holdings, timeml
from throughline.model import Evidence, Grain, Status, Time, When


def documents(story: Holdings) -> dict[str, etree._Element]:
    found = {name: etree.fromstring(content) for name, content in timeml.files(story)}
    for root in found.values():
        holds(root)
    return found


def holds(root: etree._Element) -> None:
    """What TimeML 1.2.1 asks of a document without links."""
    assert root.tag == "TimeML"
    assert [child.tag for child in root if child.tag != "MAKEINSTANCE"][-1] == "TEXT"
    assert len(root.findall("DCT/TIMEX3[@functionInDocument='CREATION_TIME']")) == 1
    ids = [one.get("tid") or one.get("eid") for one in root.iter("TIMEX3", "EVENT")]
    assert len(ids) == len(set(ids))
    events = {one.get("eid") for one in root.iter("EVENT")}
    assert {one.get("eventID") for one in root.iter("MAKEINSTANCE")} == events
    assert all(
        one.get("type") in {"DATE", "TIME", "DURATION", "SET"} and one.get("value") for one in root.iter("TIMEX3")
    )
    assert all(len(one) == 0 for one in root.iter("TIMEX3", "EVENT"))


def text_of(root: etree._Element) -> str:
    return "".join(str(piece) for piece in root.find("TEXT").itertext())  # type: ignore[union-attr]


def test_the_text_is_the_articles_own(story: Holdings) -> None:
    texts = {f"{article.id}.tml": article.text for article in story.articles}
    assert {name: text_of(root) for name, root in documents(story).items()} == texts


def test_times_and_triggers_are_marked_where_they_stand(story: Holdings) -> None:
    root = documents(story)["article-1.tml"]
    (time,) = root.findall("TEXT/TIMEX3")
    (event,) = root.findall("TEXT/EVENT")
    assert (time.text, time.get("value"), time.get("type")) == ("2012", "2012", "DATE")
    assert (event.text, event.get("class")) == ("leave", "OCCURRENCE")
    assert root.findtext("DCT/TIMEX3") == "2011-12-12"


def test_the_scorer_of_temporal_taggers_reads_it_back(story: Holdings, tmp_path: Path) -> None:
    for name, content in timeml.files(story):
        (tmp_path / name).write_bytes(content)
    found = list(times.documents(tmp_path))
    (article, *_) = sorted(story.articles, key=lambda one: one.id)
    (time,) = story.times
    assert [one.text for one in found] == [article.text] * 2
    assert found[0].times == (times.Timed(time.evidence.start, time.evidence.end, "2012"),)
    assert found[0].anchor.edtf == "2011-12-12"


@pytest.mark.parametrize(
    ("status", "polarity", "modality"),
    [
        (Status.HAPPENED, "POS", None),
        (Status.PLANNED, "POS", "planned"),
        (Status.REQUESTED, "POS", "requested"),
        (Status.CONDITIONAL, "POS", "conditional"),
        (Status.DENIED, "NEG", None),
        (Status.NOT_HAPPENED, "NEG", None),
    ],
)
def test_an_instance_says_what_is_no_fact(story: Holdings, status: Status, polarity: str, modality: str | None) -> None:
    (event,) = story.events
    root = documents(replace(story, events=(replace(event, status=status),)))["article-1.tml"]
    (instance,) = root.findall("MAKEINSTANCE")
    assert (instance.get("polarity"), instance.get("modality")) == (polarity, modality)


def test_two_events_of_one_word_are_two_instances_and_an_overlap_is_one_element(story: Holdings) -> None:
    (event,) = story.events
    (time,) = story.times
    both = (event, replace(event, id="event-2"))
    root = documents(replace(story, events=both))["article-1.tml"]
    assert (len(root.findall("TEXT/EVENT")), len(root.findall("MAKEINSTANCE"))) == (1, 2)
    inside = replace(event, trigger=time.evidence)
    root = documents(replace(story, events=(inside,)))["article-1.tml"]
    assert (len(root.findall("TEXT/EVENT")), len(root.findall("TEXT/TIMEX3"))) == (0, 1)


@pytest.mark.parametrize(
    ("when", "value"),
    [
        (When(date(2011, 12, 2), date(2011, 12, 31), Grain.INTERVAL), "2011-12"),
        (When(date(2011, 10, 2), date(2011, 12, 31), Grain.INTERVAL), "2011"),
        (When(date(2011, 10, 2), date(2012, 12, 31), Grain.INTERVAL), "XXXX-XX-XX"),
        (When(None, date(2012, 12, 31), Grain.INTERVAL), "XXXX-XX-XX"),
    ],
)
def test_a_vague_day_of_publication_keeps_only_what_is_certain(story: Holdings, when: When, value: str) -> None:
    article = next(iter(story.articles))
    root = etree.fromstring(timeml.document(article, when, (), ()).encode())
    assert root.findtext("DCT/TIMEX3") == value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), data=st.data())
def test_any_text_keeps_its_characters_and_offsets(story: Holdings, text: str, data: st.DataObject) -> None:
    article = replace(next(iter(story.articles)), text=text)
    edge = st.integers(0, len(text))
    found = []
    for number in range(data.draw(st.integers(0, 4))):
        start, end = sorted((data.draw(edge), data.draw(edge)))
        found.append(Time(f"time-{number}", Evidence("article-1", start, end, text[start:end]), "DATE", "2012", None))
    root = etree.fromstring(timeml.document(article, article.published.when, found, ()).encode())
    holds(root)
    told = text_of(root)
    assert len(told) == len(text)
    assert all(a in {b, "\ufffd"} for a, b in zip(told, text, strict=True))
