"""Text without markup: captures of many layouts, and what must not be lost in them."""

import pytest

from throughline.extract import plain
from throughline.model import READABLE, Role

GERMAN = """Startseite
Politik
Wirtschaft
Sport
Abo
Anmelden
Fährstreik in Port Ellem beendet
Von Ilse Marrow
2. April 2019, 08:00 Uhr
Nach neun Tagen Streik fahren die Fähren von Port Ellem wieder. Das teilte das
Hafenamt
am Dienstag mit. Die Besatzungen hätten einer Lohnerhöhung von vier Prozent zugestimmt.
Anzeige
"Wir wollten die Inseln nie ohne Schiff lassen", sagte der Sprecher der Seeleute, Tomas Rehn.
Lesen Sie auch: Warum die Seeleute streiken
Rund 3000 Menschen fuhren am ersten Morgen über den Sund.
Foto: Olaf Brandt/dpa
Mehr zum Thema
Streik legt Nordküste lahm
Kommentare
Bitte melden Sie sich an, um zu kommentieren.
Impressum
Datenschutz
AGB
"""
POEM = """The Harbour

The ferries left at break of day,
The harbour slept below;
And no one saw them sail away
Across the ebbing flow.

They carried salt, they carried men,
They carried letters home;
And none of them came back again
From where the breakers foam.
"""
ENCYCLOPEDIA = """The Battle of Port Ellem was fought between 3 and 9 May 1643 by the
armies of the Northern League and the Crown of Westmark for control of
the harbour. It is remembered as the last action of the League's galleys.

Background[edit]
Since 1639 the League had held the two forts at the mouth of the river
Ell, and with them the customs of the whole coast. King Orven sent
Admiral Rehn with 40 ships and 6,000 men to take them back.

Battle[edit]
On the morning of 3 May the wind turned. Rehn's ships entered the
harbour in two lines, the larger under his own command.
"""


def named(text: str) -> list[tuple[Role, str]]:
    found = plain.draft(text)
    return [(block.role, " ".join(found.text[block.start : block.end].split())) for block in found.blocks]


def body(text: str) -> str:
    return "\n".join(words for role, words in named(text) if role in READABLE)


def test_a_german_page_one_line_a_node() -> None:
    roles = named(GERMAN)
    assert body(GERMAN).split("\n") == [
        (
            "Nach neun Tagen Streik fahren die Fähren von Port Ellem wieder. Das teilte das Hafenamt am Dienstag mit. "
            "Die Besatzungen hätten einer Lohnerhöhung von vier Prozent zugestimmt."
        ),
        '"Wir wollten die Inseln nie ohne Schiff lassen", sagte der Sprecher der Seeleute, Tomas Rehn.',
        "Rund 3000 Menschen fuhren am ersten Morgen über den Sund.",
    ]
    assert (Role.TITLE, "Fährstreik in Port Ellem beendet") in roles
    assert (Role.BYLINE, "Von Ilse Marrow") in roles
    assert (Role.CAPTION, "Foto: Olaf Brandt/dpa") in roles
    assert (Role.RELATED, "Lesen Sie auch: Warum die Seeleute streiken") in roles


def test_verse_is_kept_whole() -> None:
    assert body(POEM) == POEM.removeprefix("The Harbour\n\n").replace("\n\n", "\n").strip()


def test_paragraphs_wrapped_at_a_column_are_whole() -> None:
    lines = body(ENCYCLOPEDIA).split("\n")
    assert "Since 1639 the League had held the two forts at the mouth of the river Ell," in "\n".join(lines)
    assert sum("Rehn" in line for line in lines) == 2


@pytest.mark.parametrize(
    "text",
    [
        "About 6,000 people marched through Port Ellem on Sunday.\n\nAbout 300 of them later blocked the quay.",
        "About 6,000 soldiers remain.",
        'The minister resigned on Tuesday after a week of protest. "I have no choice," he said.',
    ],
)
def test_nothing_is_lost_of_a_text_that_is_all_article(text: str) -> None:
    assert body(text) == text.replace("\n\n", "\n")


def test_a_caption_a_dateline_and_the_lead_on_one_line_are_parted() -> None:
    text = "The mayor of Port Ellem on the quay (NWP) VALE -- Mayor Signe Falk asked the ferries on Monday to stay.\n"
    assert named(text) == [
        (Role.CAPTION, "The mayor of Port Ellem on the quay (NWP)"),
        (Role.DATELINE, "VALE --"),
        (Role.BODY, "Mayor Signe Falk asked the ferries on Monday to stay."),
    ]
