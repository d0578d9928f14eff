"""The page as captured, in parts that a browser can hold.

In: its text. Out: stretches of it. Invariant: they join to the text.
"""

PART = 100_000  # characters: 100 kB of markup is what most pages are, and a browser shows it at once


def parts(text: str, most: int = PART) -> tuple[str, ...]:
    """Cut a text after line ends; where a line is longer than a part, anywhere."""
    found = []
    start = 0
    while len(text) - start > most:
        end = text.rfind("\n", start, start + most) + 1 or start + most
        found.append(text[start:end])
        start = end
    return (*found, text[start:])
