"""An invented story of thousands of articles: what happens in two states over six years, told by a dozen outlets.

In: how many articles. Out: a file of JSON lines that `add` reads. Every happening is told by one to four outlets, in
words of their own or in an agency's; the same number gives the same bytes.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

OUTLETS = (
    "Harbour Times", "The Vale Courier", "Evening Lamp", "Morrow Daily", "Sennet Gazette", "The Orvan Observer",
    "Westmark Post", "Radio Tolm", "Coast Herald", "The Ledger of Brine", "Mountain Star", "Southern Mail",
)  # fmt: skip
AGENCY = "North Wire"
STATES = ("Orvania", "Westmark")
TOWNS = (
    "Brezin", "Tolm", "Morzan", "Hask", "Pellwick", "Ostry", "Sennet", "Dunvale", "Karst", "Lindholm", "Aubrey",
    "Rothen",
)  # fmt: skip
PEOPLE = (
    ("Foreign Minister", "Dora Venn"), ("Prime Minister", "Karl Astor"), ("General", "Milo Tarn"),
    ("Defence Minister", "Ruth Kell"), ("President", "Ivo Marsh"), ("Mayor", "Lena Hask"),
    ("Ambassador", "Otto Brandt"), ("Interior Minister", "Nadia Orr"), ("Colonel", "Radu Senk"),
    ("Governor", "Petra Lund"), ("Finance Minister", "Aron Vale"), ("Bishop", "Tomas Grey"),
)  # fmt: skip
LEADS = (
    "Gunmen attacked a base in {town} on {weekday} and killed {small} soldiers, officials said.",
    "{state} and {other} signed an agreement on the bridge at {town} on {weekday}.",
    "{title} {name} resigned on {weekday} after {small} months in office.",
    "About {count} people protested in {town} on {weekday} against the price of bread, police said.",
    "Parliament voted on {weekday} to extend the mission in {town} until {deadline}.",
    "{state} will withdraw its {count} soldiers from {town} by {deadline}, {title} {name} said on {weekday}.",
    "A flood destroyed {small} houses in {town} on {weekday}, the army said.",
    "{title} {name} met the governor of {town} on {weekday}.",
    "Police arrested {small} men in {town} on {weekday} over the theft of arms.",
    "{state} asked {other} on {weekday} to send {count} tents to {town}.",
)
FURTHER = (
    "“We will not leave {town} alone,” {title} {name} told reporters.",
    "{title} {name} denied that talks with {other} had begun.",
    "{title} {name} said {state} wanted an answer by {deadline}.",
    "More than {count} families have left {town} since the winter, according to {title} {name}.",
    "The talks between {state} and {other} are to go on next week.",
    "“There will be no vote before the summer,” {name} said.",
)
_FIRST, _DAYS = date(2009, 1, 5), 2200


def write(path: Path, articles: int) -> Path:
    """Write that many articles, a line each."""
    with path.open("w", encoding="utf-8") as file:
        for number, one in enumerate(_articles(articles)):
            file.write(json.dumps(one | {"id": str(number)}) + "\n")
    return path


def _articles(wanted: int) -> Iterator[dict[str, str]]:
    chance = random.Random(17)  # noqa: S311 - the same pages every time
    left = wanted
    while left:
        day = _FIRST + timedelta(days=int(_DAYS * chance.random()))
        lead = _said(chance, chance.choice(LEADS), day)
        for outlet in chance.sample(OUTLETS, min(left, chance.choice((1, 1, 2, 4)))):
            left -= 1
            yield _article(chance, outlet, day + timedelta(days=chance.choice((0, 0, 1))), lead)


def _article(chance: random.Random, outlet: str, day: date, lead: str) -> dict[str, str]:
    paragraphs = [lead, *(_said(chance, one, day) for one in chance.sample(FURTHER, 2))]
    credit = [f"({AGENCY})"] if chance.random() < 0.2 else []
    return {
        "url": f"https://{outlet.casefold().replace(' ', '-')}.example/{day:%Y/%m/%d}/{chance.randrange(10**6)}.html",
        "title": lead.split(", ", maxsplit=1)[0].split(" on ", maxsplit=1)[0].rstrip("."),
        "outlet": outlet,
        "date": day.isoformat(),
        "text": "\n\n".join([*credit, *paragraphs]),
    }


def _said(chance: random.Random, words: str, day: date) -> str:
    title, name = chance.choice(PEOPLE)
    state, other = chance.sample(STATES, 2)
    return words.format(
        title=title, name=name, state=state, other=other, town=chance.choice(TOWNS), weekday=f"{day:%A}",
        small=chance.randrange(2, 40), count=f"{chance.randrange(1, 90) * 100:,}",
        deadline=f"{day + timedelta(days=chance.randrange(30, 400)):%d %B %Y}",
    )  # fmt: skip
