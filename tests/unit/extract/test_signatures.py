"""Who signs a post, and when; and the lines that look alike and are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.comments import signatures


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("Orla Venn says:", "Orla Venn", ""),
        ("orla_v sagt:", "orla_v", ""),
        ("25. Februar 2020 um 13:02 Uhr", None, "25. Februar 2020"),
        ("par OV le 7 mai 2020 - 12:38.", "OV", "7 mai 2020"),
        ("06.11.23 - 14:00 von Orla Venn", "Orla Venn", "06.11.23"),
        ("wtorek, 11 maja 2021, 23:13", None, "11 maja 2021"),
        ("Kommentar von Orla — 3. Mai 2004 @ 12:30", "Orla", "3. Mai 2004"),
        ("12. Orla Venn, 5/3/2019 12:30 pm", "Orla Venn", "5/3/2019"),
        ("Posted by Orla on May 5, 2019 at 12:30 pm | Permalink", "Orla", "May 5, 2019"),
        ("Submitted by Orla (not verified) on Mon, 05/06/2019 - 12:30", "Orla", "05/06/2019"),
        ("Unknown10. September 2017 um 18:12", "Unknown", "10. September 2017"),
        ("Orla Venn · 2 hours ago", "Orla Venn", "2 hours ago"),
        ("Orla Venn Jun 20th at 2:41 am", "Orla Venn", ""),
        ("23.09.20 | 18:19 orla_v", "orla_v", "23.09.20"),
    ],
)
def test_signatures(line: str, name: str | None, day: str) -> None:
    found = signatures.read(line)
    assert found is not None
    assert (line[slice(*found.name)] if found.name else None) == name
    assert found.day == day


@pytest.mark.parametrize(
    "line",
    [
        "In 2019 the ministry wrote on 5 May 2019 that it would leave.",
        "Ich war am 3. Mai 2019 da.",
        "He said:",
        "The minister of the port said:",
        "Harbour Hall, Quay Street 4, 8201 Ellem 13:15 Uhr - 17:00 Uhr",
        "USD 22.97",
        "Eng 0.08 12.79 152.0",
        "Offer ends: 21.10.2019 – 27.10.2019",
        "Bake for another 30 minutes.",
        "Orla Venn",
        "",
    ],
)
def test_lines_that_nobody_signs(line: str) -> None:
    assert signatures.read(line) is None


def test_what_follows_a_signature_in_its_own_line_is_the_post() -> None:
    line = "Orla Venn, 3. Mai 2019, 12:30 Uhr: Das stimmt so nicht."
    found = signatures.leading(line)
    assert found is not None
    assert line[slice(*(found[0].name or (0, 0)))] == "Orla Venn"
    assert line[found[1] :] == "Das stimmt so nicht."


@given(st.text(max_size=200))
def test_places_lie_in_the_line(line: str) -> None:
    found = signatures.read(line)
    if found and found.name:
        start, end = found.name
        assert 0 <= start < end <= len(line)
        assert line[start:end] == line[start:end].strip()
