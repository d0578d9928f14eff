"""Articles made pages, each with the furniture of its outlet. In: an article. Out: HTML, or bare text; pure.

Furniture is what the outlet prints on every page: menus, boxes for a newsletter, captions, share lines, related links,
rules for comments. `scraped` keeps it between the paragraphs, where no markup tells it from them.
"""

from collections.abc import Callable, Iterator
from html import escape

from benchmarks.newsroom.articles import Article

NEWSLETTER = (
    "Our best stories every morning: sign up for {outlet} Daily, the newsletter read by 40,000 people. "
    "You can unsubscribe at any time."
)
SHARE = "Share this article by e-mail, on Chatterbox or on Pinwall"
RULES = (
    "Comments are open for 14 days. Be civil, stay on the subject and do not post links. The editors of {outlet} "
    "may shorten or remove comments that break these rules."
)
MEMBER = "{outlet} is a member of the Press Council. Corrections: write to the reader's editor. All rights reserved."
RELATED = (
    "Five things to know about the Senn valley",
    "Why the price of bread has doubled in ten years",
    "Quiz: how well do you know the Northern Compact?",
    "In pictures: a winter on the Ostaya line",
)
CAPTION = "A view of the place on the day. Photo: {outlet} archive"
COMMENTS = (
    "First! And I said so last year already, did I not.",
    "Typical. Nobody will be held to account, as always in this country.",
    "My thoughts are with the families.",
)

Markup = Callable[[Article], str]


def bare(article: Article) -> str:
    """Title, paragraphs and nothing more, as text."""
    return "\n\n".join((article.title, *article.paragraphs)) + "\n"


def scraped(article: Article) -> str:
    """Text as a crude tool leaves it: furniture between the paragraphs."""
    return "\n".join((article.title, *_mixed(article), *_said(article, SHARE, RULES, MEMBER), *RELATED)) + "\n"


def wire(article: Article) -> str:
    """A page of an agency: an article and little else."""
    body = "".join(f"<p>{escape(text)}</p>\n" for text in article.paragraphs)
    return _page(
        article,
        f'<article><h1>{escape(article.title)}</h1><time datetime="{article.day}">{_day(article)}</time>\n{body}'
        f"</article><footer><p>{escape(MEMBER.format(outlet=article.outlet))}</p></footer>",
    )


def paper(article: Article) -> str:
    """A page of a daily of today: menu, newsletter in mid-text, related links, share line."""
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Sport", "Opinion"))
    body = [f"<p>{escape(text)}</p>" for text in article.paragraphs]
    box = f'<aside class="newsletter"><p>{escape(NEWSLETTER.format(outlet=article.outlet))}</p></aside>'
    figure = (
        f"<figure><img src='p.jpg'><figcaption>{escape(CAPTION.format(outlet=article.outlet))}</figcaption></figure>"
    )
    body.insert(1, figure)
    body.insert(4, box)
    text = "\n".join(body)
    return _page(
        article,
        f"<header><nav><ul>{menu}</ul></nav></header><main><h1>{escape(article.title)}</h1>"
        f'<p class="byline">By our own staff | <time datetime="{article.day}">{_day(article)}</time></p>'
        f'<div class="article-body">{text}</div><div class="share"><p>{SHARE}</p></div>{_links()}</main>'
        f"<footer><p>{escape(MEMBER.format(outlet=article.outlet))}</p></footer>",
    )


def forum(article: Article) -> str:
    """A page whose readers write below: rules and comments after the text."""
    body = "".join(f"<p>{escape(text)}</p>\n" for text in article.paragraphs)
    talk = "".join(f'<div class="comment"><p>{escape(text)}</p></div>' for text in COMMENTS)
    return _page(
        article,
        f'<h1>{escape(article.title)}</h1><div class="meta">{_day(article)}</div><div class="entry">{body}</div>'
        f'<div id="comments"><h3>Comments</h3><p>{escape(RULES.format(outlet=article.outlet))}</p>{talk}</div>',
    )


def tables(article: Article) -> str:
    """A page of the early web: cells, breaks in place of paragraphs."""
    body = "<br><br>\n".join(escape(text) for text in article.paragraphs)
    return _page(
        article,
        f"<table><tr><td><b>{escape(article.outlet.upper())}</b></td><td><a href='/'>Front page</a></td></tr>"
        f"<tr><td colspan=2><h2>{escape(article.title)}</h2><i>{_day(article)}</i><br><br>{body}</td></tr>"
        f"<tr><td><small>{escape(MEMBER.format(outlet=article.outlet))}</small></td></tr></table>",
    )


def _mixed(article: Article) -> Iterator[str]:
    boxes = dict(zip((1, 3, 5), _said(article, CAPTION, NEWSLETTER, "Read also: " + RELATED[0]), strict=True))
    for place, text in enumerate(article.paragraphs):
        yield from (boxes[place],) if place in boxes else ()
        yield text


def _said(article: Article, *lines: str) -> list[str]:
    return [line.format(outlet=article.outlet) for line in lines]


def _links() -> str:
    return "<ul class='related'>" + "".join(f'<li><a href="/x">{escape(name)}</a></li>' for name in RELATED) + "</ul>"


def _day(article: Article) -> str:
    return f"{article.day:%A}, {article.day.day} {article.day:%B %Y}"


def _page(article: Article, body: str) -> str:
    title = f"{escape(article.title)} - {escape(article.outlet)}"
    return f"<html><head><title>{title}</title></head><body>\n{body}\n</body></html>\n"
