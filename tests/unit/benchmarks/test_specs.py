"""The scoring of Recognizers-Text cases, on invented ones."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import specs


def _case(text: str, words: str, kind: str, *readings: Mapping[str, str], **more: str) -> dict[str, object]:
    start = text.lower().index(words)
    result = {
        "Text": words,
        "Start": start,
        "End": start + len(words) - 1,
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [{"type": kind, **reading} for reading in readings]},
    }
    return {"Input": text, "Context": {"ReferenceDateTime": "2015-06-10T00:00:00"}, "Results": [result], **more}


def _score(folder: Path, *cases: Mapping[str, object]) -> dict[str, object]:
    (folder / "DateTimeModel.json").write_text(json.dumps(cases), encoding="utf-8-sig")
    (folder / "DateTimeModelTasksMode.json").write_text("[]", encoding="utf-8")
    return specs.run(folder)


_DAY = {"timex": "2015-06-11", "value": "2015-06-11"}


@pytest.mark.parametrize(
    ("case", "agreed"),
    [
        (_case("The vote is tomorrow", "tomorrow", "date", _DAY), 1.0),
        (_case("The vote is tomorrow", "tomorrow", "date", {"timex": "2015-06-12", "value": "2015-06-12"}), 0.0),
        (_case("The vote is tomorrow, in 2019", "tomorrow", "date", _DAY), 0.0),  # something else is found
        (
            _case(
                "It ran from March to May 2014",
                "from march to may 2014",
                "daterange",
                {"timex": "", "start": "2014-03-01", "end": "2014-05-01"},
            ),
            1.0,
        ),
        (_case("It took two hours", "two hours", "duration", {"timex": "PT2H", "value": "7200"}), 1.0),
        (_case("It took two hours", "two hours", "duration", {"timex": "PT3H", "value": "10800"}), 0.0),
        (_case("They meet every Monday", "every monday", "set", {"timex": "XXXX-WXX-1", "value": "not resolved"}), 1.0),
        (_case("They met at 5 p.m.", "5 p.m.", "time", {"timex": "T17", "value": "17:00:00"}), 1.0),
        (
            _case(
                "They met since 2009",
                "since 2009",
                "daterange",
                {"timex": "2009", "Mod": "since", "start": "2009-01-01"},
            ),
            1.0,
        ),
    ],
)
def test_a_case_is_agreed_when_all_of_it_is_read_and_nothing_else(
    case: Mapping[str, object], agreed: float, tmp_path: Path
) -> None:
    scores = _score(tmp_path, case)
    assert (scores["specs.agreed"], scores["specs.applicable"], scores["specs.cases"]) == (agreed, 1, 1)


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (
            _case("It ends in 5 minutes", "in 5 minutes", "datetime", {"timex": "2015-06-10T00:05:00", "value": ""}),
            "hour",
        ),
        (
            _case("It was on 3/4/2015", "3/4/2015", "date", {"timex": "2015-03-04", "value": "2015-03-04"}),
            "month-first",
        ),
        (_case("The vote is tomorrow", "tomorrow", "date", _DAY, NotSupported="dotnet, java"), "none"),
        (_case("The vote is tomorrow", "tomorrow", "date", _DAY, NotSupported="javascript, python"), "Python"),
    ],
)
def test_what_is_not_applicable_has_its_reason(case: Mapping[str, object], reason: str, tmp_path: Path) -> None:
    scores = _score(tmp_path, case)
    left_out = scores["specs.left_out"]
    assert scores["specs.applicable"] == 0
    assert isinstance(left_out, dict)
    assert [reason in name for name in left_out] == [True]


def test_a_folder_without_cases_has_no_scores(tmp_path: Path) -> None:
    assert specs.run(tmp_path) == {}
