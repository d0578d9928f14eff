"""What newsrooms say of their own articles."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.draft import Draft, lay_out
from throughline.extract.masthead import notes
from throughline.model import NoteKind, Role

_BODY = "The ferries are back, the harbour office said on Tuesday."


def _notes(*lines: str, role: Role = Role.BODY) -> list[tuple[str, str, str | None]]:
    text, blocks = lay_out([(Role.BODY, _BODY), *((role, line) for line in lines)])
    found = notes.find(Draft(text, blocks), "article-1", date(2019, 5, 12))
    assert all(text[n.evidence.start : n.evidence.end] == n.evidence.words for n in found)
    return [(n.kind.value, n.evidence.words, n.when.edtf if n.when else None) for n in found]


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [
        ("Updated at 14:05 on 14 May", NoteKind.UPDATE, "2019-05-14"),
        ("Last updated: 14 May 2020", NoteKind.UPDATE, "2020-05-14"),
        ("Aktualisiert am 14. Mai 2020, 14:05 Uhr", NoteKind.UPDATE, "2020-05-14"),
        ("UPDATE: The harbour office has since answered our questions.", NoteKind.UPDATE, None),
        ("This article has been updated to reflect the vote of the crew.", NoteKind.UPDATE, None),
        ("Correction: The ferry is called Ilse, not Else.", NoteKind.CORRECTION, None),
        ("• This article was amended on 12 March 2014 to correct the ferry's name.", NoteKind.CORRECTION, "2014-03-12"),
        ("An earlier version of this story misspelled the name of the ferry.", NoteKind.CORRECTION, None),
        ("Editor's note: We have corrected the ferry's name.", NoteKind.CORRECTION, None),
        ("Korrektur: Die Fähre heißt Ilse, nicht Else.", NoteKind.CORRECTION, None),
        ("In einer früheren Version dieses Artikels hieß die Fähre Else.", NoteKind.CORRECTION, None),
        ("(Anm. d. Red.: Wir haben den Namen der Fähre korrigiert.)", NoteKind.CORRECTION, None),
    ],
)
def test_a_note(line: str, kind: NoteKind, day: str | None) -> None:
    assert _notes(line) == [(kind.value, line, day)]


@pytest.mark.parametrize(
    "line",
    [
        "Update your browser to see the harbour.",
        "Updated guidelines for ferries were published on Monday.",
        "About 6,000 passengers waited for the ferry.",
        "Editor's note: The harbour lies in the north.",
        "The house of correction stands by the harbour.",
        "The correct time: nine.",
    ],
)
def test_no_note(line: str) -> None:
    assert _notes(line) == []


def test_a_note_may_be_a_sentence() -> None:
    said = "An earlier version of this article gave a wrong day."
    assert _notes(f"The crew went home. {said} The ferry sails again.") == [("correction", said, None)]


def test_the_day_may_stand_in_the_block_below_its_label() -> None:
    assert _notes("Last updated:", "14 May 2020", role=Role.BOILERPLATE) == [
        ("update", "Last updated:\n\n14 May 2020", "2020-05-14")
    ]


def test_readers_do_not_speak_for_the_newsroom() -> None:
    assert _notes("Correction: I was there.", role=Role.COMMENT) == []


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text(lines: list[str]) -> None:
    _notes(*[line.strip() or "x" for line in lines])
