"""The address an article is known by, and the host its outlet is at home on.

In: the address it was captured from and the one the page calls its own. Out: one address, never a front page and never
another outlet's; and a host without the parts that only say how it is served.
"""

import re
from urllib.parse import urlsplit

from throughline.extract.masthead.names import outlet_of_address
from throughline.tables import outlets
from throughline.text.fold import fold_name

# An archive's address holds the address it keeps.
_KEPT = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]*|archive\.(?:org|ph|is|today|md)/\d{4,14})/(?P<kept>https?://.+)"
)
_FRONT = re.compile(r"/?(?:index\.\w{3,5}|home|[a-z]{2})?/?", re.IGNORECASE)


def address(captured: str | None, own: str | None) -> str | None:
    """Choose between where a page was captured and what it calls its own address."""
    captured = kept(captured)
    own = None if own is None or is_front(own) else kept(own)
    if captured is None or own is None:
        return captured or own
    return own if outlet_of_address(captured) == outlet_of_address(own) else captured


def kept(url: str | None) -> str | None:
    """Take an archive's wrapping off an address."""
    match = _KEPT.match(url or "")
    return match["kept"] if match else url


def is_front(url: str) -> bool:
    """Tell the address of a front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return _FRONT.fullmatch(parts.path) is not None and not parts.query


def home(url: str | None, outlet: str | None) -> str | None:
    """Give the outlet's host: as the table of outlets has it, else the address's without "www", "m" or "amp"."""
    host = outlet_of_address(url)
    known = outlets.by_host(host) if host else None
    if known is None and host is None and outlet:
        known = outlets.by_name(fold_name(outlet))
    return known.home if known and known.home and (host is None or host.endswith(known.home)) else host
