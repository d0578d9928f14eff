"""How much is read before something is taken for a bomb or a mistake. Past a limit there is a Problem, no crash."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on input. Sizes are in bytes, times in seconds; each default says why it is what it is."""

    page_bytes: int = 20_000_000
    """A page, or a JSON line. Articles are under 1 MB; a saved page with its pictures inlined may reach 15."""

    document_bytes: int = 64_000_000
    """A feed or one JSON document, which must be read whole: some ten times the largest seen, and fits in memory."""

    ratio: int = 200
    """Unpacked to packed. HTML packs 4 to 30 times, a bomb about 1,000 times (deflate can't do better)."""

    ratio_from: int = 10_000_000
    """Unpacked bytes below which the ratio is not judged: a small page of one letter is no danger."""

    unpacked_bytes: int = 64_000_000_000
    """All that one archive may unpack to: 100,000 pages of 100 kB, six times over."""

    members: int = 200_000
    """Files in one zip: twice the largest story that one file is meant to carry."""

    nesting: int = 1
    """Zips within a zip. One level is somebody's export of exports; more is a bomb."""

    complaints: int = 50
    """Problems that one file, folder or feed may raise one by one; the rest are counted in one more."""

    sidecar_bytes: int = 64_000
    """A sidecar says six short things."""

    redirects: int = 5
    """Browsers stop at 20; a news page needs one or two (http to https, with or without www)."""

    connect_seconds: float = 10.0
    """Until a server answers at all."""

    fetch_seconds: float = 60.0
    """For one address, its redirects and its body: a server that drips bytes must not hold up the rest."""
