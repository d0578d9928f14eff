"""Microsoft Recognizers-Text cases (`DateTimeModel*.json`) beside our time expressions.

A case is a sentence, a day of writing, and the expressions that it holds with one or more readings each. It is
`agreed` when every expression is found and read as one of its readings and nothing else is found (the comparison is
in `benchmarks/readings.py`). `specs.agreed` is the share of the applicable cases, `specs.cases` counts all.
`specs.any.agreed` and `specs.any.applicable` also count the cases that the set does not ask of its own recogniser in
Python, where no other reason leaves them out.

Not applicable is a case for one of REASONS alone, decided from the set's own fields and never from our answer:
what the set marks as passed by none of its implementations, and what a recogniser that is given a day and gives
TIMEX3 has no word for.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.readings import Expected, agrees, is_day_and_hour, is_same_extent
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of
from throughline.model import Grain, When

# The other files of the set run the recogniser with options, each another convention.
_OPTIONS = ("CalendarMode", "ComplexCalendar", "ExperimentalMode", "ExtendedTypes", "SplitDateAndTime", "TasksMode")
_CLOCK_UNIT = re.compile(r"\b(?:h|hrs?|hours?|mins?|minutes?|secs?|seconds?)\b")
_NUMERIC = re.compile(r"(?<![\d:./-])(\d\d?)[/.-](\d\d?)(?:[/.-]\d{2,4})?(?![\d:])(?!\s*[ap]\.?m)")
_DAY_PART_ANCHOR = re.compile(r"\bnow\b")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the set, the day it was written on, and what it asks."""

    number: int
    text: str
    day: date
    expected: tuple[Expected, ...]
    unsupported: frozenset[str]


def _asked_of_nobody(case: Case) -> bool:
    return "dotnet" in case.unsupported


def _needs_the_hour(case: Case) -> bool:
    """Counted from the hour of writing, as "in 5 minutes" is, which no page tells."""
    return any(
        e.kind in {"datetime", "datetimerange"}
        and (_CLOCK_UNIT.search(e.words) or _DAY_PART_ANCHOR.search(e.words))
        and not any(r["timex"] == "PRESENT_REF" for r in e.readings)
        for e in case.expected
    )


def _is_a_meal(case: Case) -> bool:
    return any(r["timex"].startswith("TME") for e in case.expected for r in e.readings)


def _counts_business_days(case: Case) -> bool:
    return any("BD" in r["timex"] for e in case.expected for r in e.readings)


def _is_a_zone_alone(case: Case) -> bool:
    return any(e.kind == "timezone" for e in case.expected)


def _is_no_answer(case: Case) -> bool:
    """An expression that the set gives without a reading, or days that no calendar has."""
    return any(
        not e.readings or any(r["timex"].endswith("PXD)") or _is_in_no_calendar(e, r) for r in e.readings)
        for e in case.expected
    )


def _is_in_no_calendar(expected: Expected, reading: Mapping[str, str]) -> bool:
    return expected.kind == "date" and reading.get("value") == "not resolved"


def _is_a_query(case: Case) -> bool:
    return any(set(e.words) & set("<>=~") for e in case.expected)


def _may_be_day_or_month_first(case: Case) -> bool:
    """A numeric day that both orders can read: they take the month first, we keep both days."""
    return any(_swaps(match) for e in case.expected for match in _NUMERIC.finditer(e.words))


def _swaps(match: re.Match[str]) -> bool:
    one, two = int(match[1]), int(match[2])
    return one != two and 1 <= one <= 12 and 1 <= two <= 12


REASONS: dict[str, Callable[[Case], bool]] = {
    "the set marks it as passed by none of its implementations": _asked_of_nobody,
    "counted from the hour of writing, and a page gives a day": _needs_the_hour,
    "a day by numbers that is read month-first or day-first, and nothing says which": _may_be_day_or_month_first,
    "a meal as a time of the day, for which TIMEX3 has no value": _is_a_meal,
    "business days, which need a country's calendar and have no TIMEX3 value": _counts_business_days,
    "a time zone by itself, which is no time in TIMEX3": _is_a_zone_alone,
    "an operator of a query ('>= 2019'), which is no English": _is_a_query,
    "the set gives no reading, or a day that is in no calendar": _is_no_answer,
}
_NOT_PYTHON = "the set does not ask it of its own recogniser in Python"


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score the cases under `data`; no scores where there are none."""
    cases = [case for path in _files(data) for case in _cases(path)]
    if not cases:
        return {}
    left_out: Counter[str] = Counter()
    agreed: list[bool] = []
    any_language: list[bool] = []
    lines: list[str] = []
    for case in cases:
        reason = next((name for name, applies in REASONS.items() if applies(case)), "")
        asked_elsewhere = not reason and "python" in case.unsupported
        found = _find(case)
        is_agreed = is_answered(case, found)
        left_out.update([reason or _NOT_PYTHON] if reason or asked_elsewhere else [])
        lines.append(_line(case, found, reason or (_NOT_PYTHON if asked_elsewhere else ""), is_agreed=is_agreed))
        if not reason:
            any_language.append(is_agreed)
        if not reason and not asked_elsewhere:
            agreed.append(is_agreed)
    if out:
        (out / "specs.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {
        "specs.agreed": _share(agreed),
        "specs.applicable": len(agreed),
        "specs.cases": len(cases),
        "specs.any.agreed": _share(any_language),
        "specs.any.applicable": len(any_language),
        "specs.left_out": dict(left_out),
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(len(hits), 1), 4)


def is_answered(case: Case, found: Sequence[TimeExpression]) -> bool:
    """Tell whether what was found is what the case asks: each expression by one of ours, or by two as its ends."""
    left, asked = list(found), list(case.expected)
    while asked:
        expected = asked.pop(0)
        inside = [t for t in left if t.start < expected.end and expected.start < t.end]
        if asked and len(inside) == 1 and is_day_and_hour(expected, asked[0], inside[0]):
            whole = replace(expected, end=asked.pop(0).end)
            if not is_same_extent(case.text, whole, inside):
                return False
        elif not inside or not is_same_extent(case.text, expected, inside) or not agrees(expected, inside, case.day):
            return False
        left = [t for t in left if t not in inside]
    return not left


def _find(case: Case) -> list[TimeExpression]:
    return list(times_of(case.text, When(case.day, case.day, Grain.DAY)))


def _line(case: Case, found: Sequence[TimeExpression], reason: str, *, is_agreed: bool) -> str:
    return json.dumps(
        {
            "id": case.number,
            "text": case.text,
            "agreed": is_agreed,
            "left_out": reason,
            "times": [
                {"start": t.start, "end": t.end, "words": case.text[t.start : t.end], "type": t.type, "value": t.value,
                 "mod": t.mod, "when": t.when.edtf if t.when else "", "rule": t.rule}
                for t in found
            ],
            "expected": [{"words": e.words, "type": e.kind, "readings": e.readings} for e in case.expected],
        }
    )  # fmt: skip


def _files(data: Path) -> Iterator[Path]:
    for path in sorted(data.rglob("DateTimeModel*.json")):
        if not any(option in path.name for option in _OPTIONS):
            yield path


def _cases(path: Path) -> Iterator[Case]:
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        day = (case.get("Context") or {}).get("ReferenceDateTime")
        if day:
            yield Case(
                number,
                case["Input"],
                date.fromisoformat(day[:10]),
                tuple(_expected(result) for result in case["Results"]),
                frozenset(case.get("NotSupported", "").lower().replace(" ", "").split(",")),
            )


def _expected(result: Mapping[str, object]) -> Expected:
    resolution = result.get("Resolution")
    readings = resolution.get("values") if isinstance(resolution, dict) else None
    kind = str(result.get("TypeName") or result.get("Typename") or "").removeprefix("datetimeV2.")
    start, end = int(str(result["Start"])), int(str(result["End"])) + 1
    return Expected(start, end, str(result["Text"]), kind, tuple({"timex": "", **r} for r in readings or ()))
