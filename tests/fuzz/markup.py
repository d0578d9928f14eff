"""HTML that is whole, and in which nothing can act but our own scripts by their address."""

import re

from lxml import etree

_ELEMENTS = frozenset(
    (
        "html head meta title link script body a header nav ul ol li form label input button main footer p h1 h2 h3 h4 "
        "div span section article aside details summary table caption thead tbody tfoot tr th td col colgroup dl dt dd "
        "svg g path rect circle line text tspan use defs pattern desc polyline polygon clippath ellipse blockquote q "
        "cite code pre em strong b i s u small mark del ins time select option optgroup textarea fieldset legend "
        "figure figcaption abbr sup sub br hr datalist noscript output kbd wbr bdi search"
    ).split()
)


def whole(text: str) -> None:
    """Hold a page to HTML without an error, and without an element or attribute that could act."""
    parser = etree.HTMLParser(recover=True)
    page = etree.fromstring(text.encode(), parser)
    known = ("Tag ", "htmlParseEntityRef")  # libxml2 knows no HTML 5 elements
    wrong = [one for one in parser.error_log if not one.message.startswith(known)]
    assert not wrong, wrong
    for one in page.iter(etree.Element):
        assert one.tag in _ELEMENTS, one.tag
        for name, value in one.attrib.items():
            assert re.fullmatch(r"[a-z][A-Za-z0-9-]*", str(name)), name
            assert not str(name).startswith("on"), name
            assert name not in {"style", "srcdoc", "http-equiv"}, name
            if name in {"href", "src", "action", "formaction"}:
                leads(one, str(value))
        if one.tag == "script":
            assert one.get("src"), "a script that is none of ours"


def leads(one: etree._Element, address: str) -> None:
    """Hold an address to one of the desk, or to that of a page, of which nothing is told."""
    if re.match(r"https?://", address):
        assert one.tag == "a"
        assert one.get("rel") == "noreferrer"
    else:
        assert re.match(r"[?#]|/(?![/\\])", address) or not address, address
