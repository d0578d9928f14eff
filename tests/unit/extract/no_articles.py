"""Invented pages that are no articles, in many layouts, and articles that look a little like them."""

from throughline.extract.pagekind import kinds

HEADLINES = (
    "Ferry crews vote to strike in the north",
    "Harbour office names a new pilot for Port Ellem",
    "Three held after night fire at the Osten mill",
    "Council puts off its vote on the tidal wall",
    "Night boats to the outer isles return in June",
    "Teachers of Veldby accept four percent over two years",
    "Minister to visit flooded farms along the Lyr",
    "Museum finds map of the lost canal in its attic",
    "Bakers warn of dearer bread before the winter",
    "Rowers of Strand take silver in the long race",
    "Doctors ask for a second ambulance on Holm",
    "Fish market opens its doors after nine months",
)
SUMMARIES = (
    "The union said on Monday that talks had failed over the shifts of the winter.",
    "She has sailed the sound for twenty years and knows each of its rocks.",
    "Nobody was hurt, and the cause is not known yet.",
    "Members want to see the cost of the wall before they decide.",
)
ARTICLE = (
    "<p>PORT ELLEM — The harbour office said on Tuesday that ferries would sail again after a strike of"
    " nine days, and"
    " that crews had accepted a rise of four percent over two years.</p><p>The company has not said when the night"
    " boats will run. About 3,000 people crossed on the first morning, most of them on their way to work in the"
    " yards.</p><p>Ilse Marrow, who leads the union, told members that the vote had been close and that the winter"
    " shifts would be talked about again before the autumn. The mayor of Port Ellem thanked both sides.</p>"
)
MENU = '<nav><a href="/">Home</a> <a href="/sea">Sea</a> <a href="/town">Town</a> <a href="/sport">Sport</a></nav>'
FOOT = '<footer><a href="/about">About us</a> <a href="/terms">Terms</a> <p>© 2021 The Strand Courier</p></footer>'


def page(body: str, *, title: str = "The Strand Courier", head: str = "", lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head>'
        f"<body>{MENU}{body}{FOOT}</body></html>"
    )


def bare(body: str, *, title: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def cards(count: int = 12) -> str:
    return "".join(
        f'<article class="card"><h2><a href="/2021/0{n % 9 + 1}/story-{n}">{HEADLINES[n % 12]}</a></h2>'
        f"<p>{SUMMARIES[n % 4]}</p><time>{n + 1} May 2021</time></article>"
        for n in range(count)
    )


def whole_links(count: int = 12) -> str:
    return "".join(
        f'<div class="tile"><a href="/story/{n}"><img src="{n}.jpg"><h3>{HEADLINES[n % 12]}</h3>'
        f"<p>{SUMMARIES[n % 4]}</p></a></div>"
        for n in range(count)
    )


def bullets(count: int = 12) -> str:
    return "<ul>" + "".join(f'<li><a href="/a{n}.html">{HEADLINES[n % 12]}</a></li>' for n in range(count)) + "</ul>"


def old_table(count: int = 12) -> str:
    rows = "".join(
        f'<tr><td><font size="2"><a href="story.asp?id={n}">{HEADLINES[n % 12]}</a><br>'
        f"{SUMMARIES[n % 4]}</font></td></tr>"
        for n in range(count)
    )
    return f'<table width="760"><tr><td><b>Today</b></td></tr>{rows}</table>'


def dated(count: int = 12) -> str:
    return "".join(
        f'<p>{n + 1}.05.2021 <a href="/artikel/{n}">{HEADLINES[n % 12]}</a></p><p>{SUMMARIES[n % 4]} '
        f'<a href="/artikel/{n}">More</a></p>'
        for n in range(count)
    )


def post(number: int) -> str:
    """A story of its own, told in full."""
    port = ("Ellem", "Veldby", "Osten", "Holm", "Lyr")[number]
    return (
        f"<p>The harbour of {port} was closed on day {number + 1} of the storm, and {number + 20} boats"
        f" lay at its quay."
        f"</p><p>The master of {port} said that no boat would leave before the wind had turned to the"
        f" west, and that the"
        f" {number + 3} pilots of the town were all at home.</p>"
    )


def og(kind: str) -> str:
    return f'<meta property="og:type" content="{kind}">'


def ld(kind: str) -> str:
    return f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "{kind}"}}</script>'


HOST = "https://strand-courier.example"
CONSENT_TEXT = (
    "<p>We and our 214 partners store and access information on your device, such as cookies, and process personal"
    " data to show you advertising that fits you. You may accept or manage your choices, and withdraw"
    " your consent at"
    " any time in our privacy policy.</p><button>Accept all</button><button>Manage options</button>"
)
PUR_TEXT = (
    "<p>Nutzen Sie unsere Seite mit personalisierter Werbung, Werbetracking und Cookies. Details zu"
    " Ihrer Einwilligung"
    " finden Sie in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button>"
    "<p>Schon Pur-Abonnent? <a href='/login'>Hier anmelden</a></p>"
)

# name, markup, address, what it is
PAGES: tuple[tuple[str, str, str | None, kinds.Kind], ...] = (
    ("front of cards", page(cards(), head=og("website")), f"{HOST}/", kinds.LISTING),
    ("front of tiles", page(whole_links()), HOST, kinds.LISTING),
    ("front as a table", page(old_table(), title="The Strand Courier: Home"), None, kinds.LISTING),
    ("front of bullets", page(bullets(), head=og("website")), f"{HOST}/index.html", kinds.LISTING),
    (
        "section",
        page("<h1>Sea</h1>" + cards(), title="Sea | The Strand Courier", head=ld("CollectionPage")),
        f"{HOST}/sea",
        kinds.LISTING,
    ),
    ("section unsaid", page("<h1>Sea</h1>" + cards(), title="Sea | The Strand Courier"), f"{HOST}/sea", kinds.LISTING),
    ("section of tiles unsaid", page("<h1>Town</h1>" + whole_links(20), title="Town"), f"{HOST}/town/", kinds.LISTING),
    (
        "section of dated lines",
        page(dated(), title="Sport - Strand Courier", head=og("website")),
        f"{HOST}/sport",
        kinds.LISTING,
    ),
    (
        "tag",
        page("<h1>Tag: harbour</h1>" + cards(8), title="harbour | The Strand Courier"),
        f"{HOST}/tag/harbour",
        kinds.LISTING,
    ),
    (
        "topic in German",
        page("<h1>Hafen</h1>" + bullets(), title="Thema: Hafen - Strandbote", lang="de"),
        f"{HOST}/thema/hafen",
        kinds.LISTING,
    ),
    (
        "author",
        page(
            "<h1>Ilse Marrow</h1><p>Ilse Marrow reports on the sea.</p>" + cards(9),
            title="Ilse Marrow",
            head=ld("ProfilePage"),
        ),
        f"{HOST}/authors/ilse-marrow",
        kinds.LISTING,
    ),
    (
        "author unsaid",
        page("<h1>Articles by Ilse Marrow</h1>" + whole_links(9), title="Articles by Ilse Marrow"),
        None,
        kinds.LISTING,
    ),
    ("archive", page(bullets(), title="Archive for May 2021 | The Strand Courier"), f"{HOST}/2021/05/", kinds.LISTING),
    ("second page", page(cards(10), title="Strand Courier - Page 2 of 41"), f"{HOST}/page/2/", kinds.LISTING),
    (
        "blog of whole posts",
        page(
            "".join(f'<div class="post"><h2><a href="/p{n}">{HEADLINES[n]}</a></h2>{post(n)}</div>' for n in range(5)),
            head=og("website"),
        ),
        f"{HOST}/",
        kinds.LISTING,
    ),
    (
        "search",
        page("<h1>Search results for: ferry</h1>" + cards(8), title="Search results for ferry"),
        f"{HOST}/?s=ferry",
        kinds.SEARCH,
    ),
    ("search by type", page(whole_links(10), title="ferry", head=ld("SearchResultsPage")), None, kinds.SEARCH),
    (
        "search in German",
        page("<h1>Ihre Suche</h1><p>12 Treffer</p>" + dated(), title="Suchergebnisse | Strandbote", lang="de"),
        f"{HOST}/suche?q=hafen",
        kinds.SEARCH,
    ),
    (
        "search in French",
        page("<h1>Résultats</h1>" + bullets(), title="Résultats de recherche | Le Rivage", lang="fr"),
        f"{HOST}/recherche/",
        kinds.SEARCH,
    ),
    (
        "search without results",
        page(
            "<h1>Nothing found</h1><p>Sorry, but nothing matched your search terms. Please try again"
            " with other words.</p>",
            title="You searched for ferrry - The Strand Courier",
        ),
        f"{HOST}/?s=ferrry",
        kinds.SEARCH,
    ),
    (
        "404",
        page(
            "<h1>404</h1><p>The page you asked for is not here. It may have been moved.</p>",
            title="Page not found | The Strand Courier",
        ),
        f"{HOST}/x",
        kinds.ERROR,
    ),
    (
        "404 bare",
        bare("<center><h1>404 Not Found</h1></center><hr><center>nginx</center>", title="404 Not Found"),
        None,
        kinds.ERROR,
    ),
    (
        "404 with news",
        page(
            "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this"
            " location.</p><h2>Latest</h2>" + cards(8),
            title="The Strand Courier",
        ),
        f"{HOST}/y",
        kinds.ERROR,
    ),
    (
        "404 soft",
        page("<h2>We can't find the page you're looking for</h2><p>Try the search, or go to the front page.</p>"),
        f"{HOST}/z",
        kinds.ERROR,
    ),
    (
        "404 in German",
        page(
            "<h1>Seite nicht gefunden</h1><p>Die gewünschte Seite gibt es nicht mehr.</p>" + bullets(6),
            title="Fehler 404 - Strandbote",
            lang="de",
        ),
        None,
        kinds.ERROR,
    ),
    (
        "404 soft in German",
        page(
            "<h1>Diese Seite existiert leider nicht mehr</h1><p>Nutzen Sie die Suche.</p>",
            title="Strandbote",
            lang="de",
        ),
        None,
        kinds.ERROR,
    ),
    (
        "404 in French",
        page("<h1>Page introuvable</h1><p>La page demandée n’existe plus.</p>", title="Le Rivage", lang="fr"),
        None,
        kinds.ERROR,
    ),
    (
        "404 in Spanish",
        page("<h1>Página no encontrada</h1><p>Lo sentimos.</p>", title="Error 404 | La Orilla", lang="es"),
        None,
        kinds.ERROR,
    ),
    ("404 in Italian", page("<h1>Pagina non trovata</h1>", title="La Riva", lang="it"), None, kinds.ERROR),
    ("404 in Dutch", page("<h1>Deze pagina bestaat niet meer</h1>", title="De Kust", lang="nl"), None, kinds.ERROR),
    (
        "410",
        page("<h1>This article is no longer available</h1><p>Its licence has run out.</p>", title="Gone"),
        None,
        kinds.ERROR,
    ),
    (
        "500",
        bare(
            "<h1>Internal Server Error</h1><p>The server met an error and could not finish your request.</p>",
            title="500 Internal Server Error",
        ),
        None,
        kinds.ERROR,
    ),
    (
        "503",
        bare(
            "<h1>Service Unavailable</h1><p>The server is too busy now. Please try again later.</p>",
            title="Service Unavailable",
        ),
        None,
        kinds.ERROR,
    ),
    (
        "403",
        bare(
            "<h1>Access Denied</h1><p>You don't have permission to access this address on this server."
            "</p><p>Reference 18.2f1</p>",
            title="Access Denied",
        ),
        None,
        kinds.ERROR,
    ),
    (
        "maintenance",
        bare(
            "<h1>We are back soon</h1><p>Our site is currently under maintenance.</p>", title="Site under maintenance"
        ),
        None,
        kinds.ERROR,
    ),
    (
        "robot check",
        bare(
            "<h1>strand-courier.example</h1><p>Verify you are human by completing the action below.</p>"
            "<p>strand-courier.example needs to review the security of your connection before proceeding.</p>",
            title="Just a moment...",
        ),
        None,
        kinds.ROBOT,
    ),
    (
        "captcha",
        bare(
            "<h2>Are you a robot?</h2><p>We have seen unusual traffic from your network. Please solve"
            " the captcha to go on.</p>",
            title="strand-courier.example",
        ),
        None,
        kinds.ROBOT,
    ),
    (
        "interruption",
        bare(
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made"
            " us think you were a bot.</p>",
            title="Pardon Our Interruption",
        ),
        None,
        kinds.ROBOT,
    ),
    (
        "consent",
        bare(f"<h1>Before you continue to the Courier</h1>{CONSENT_TEXT}", title="Before you continue"),
        None,
        kinds.CONSENT,
    ),
    (
        "consent by heading",
        bare(f"<h2>We value your privacy</h2>{CONSENT_TEXT}", title="The Strand Courier"),
        None,
        kinds.CONSENT,
    ),
    (
        "consent or pay",
        bare(f"<h2>Weiterlesen mit Werbung</h2>{PUR_TEXT}", title="Strandbote - Einwilligung"),
        None,
        kinds.CONSENT,
    ),
    ("consent unsaid", bare(CONSENT_TEXT + CONSENT_TEXT, title="strand-courier.example"), None, kinds.CONSENT),
    (
        "sign in",
        page(
            '<h1>Log in</h1><form><label>E-mail</label><input name="m"><input type="password"></form>'
            "<p>No account yet? Register here.</p>",
            title="Log in | The Strand Courier",
        ),
        f"{HOST}/login",
        kinds.LOGIN,
    ),
    (
        "sign in in German",
        page(
            '<h1>Willkommen zurück</h1><form><input type="password"><button>Anmelden</button></form>',
            title="Strandbote",
            lang="de",
        ),
        None,
        kinds.LOGIN,
    ),
    (
        "shell",
        bare(
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>",
            title="Courier",
        ),
        None,
        kinds.SCRIPT,
    ),
    (
        "shell in German",
        page("<div>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</div>", title="Strandbote"),
        None,
        kinds.SCRIPT,
    ),
    (
        "redirect",
        bare(
            '<p>Go <a href="/new">here</a>.</p>',
            title="The Strand Courier",
            head='<meta http-equiv="refresh" content="0; url=/new">',
        ),
        None,
        kinds.MOVED,
    ),
    ("object moved", bare('<h2>Object moved to <a href="/n">here</a>.</h2>', title="Object moved"), None, kinds.MOVED),
    (
        "301",
        bare(
            "<h1>Moved Permanently</h1><p>The document has moved <a href='/n'>here</a>.</p>",
            title="301 Moved Permanently",
        ),
        None,
        kinds.MOVED,
    ),
    (
        "paywall without a word",
        page(
            "<h1>Ferry crews vote to strike</h1><div class='offer'><p>Subscribe to read this article"
            "</p><p>One month for 1 euro</p></div>",
            title="Ferry crews vote to strike",
        ),
        None,
        kinds.PAID,
    ),
    (
        "paywall in German",
        page(
            "<h1>Der Hafen und sein Geld</h1><div><p>Weiterlesen mit Plus</p><p>Jetzt einen Monat testen</p></div>",
            title="Der Hafen und sein Geld",
            lang="de",
        ),
        None,
        kinds.PAID,
    ),
    (
        "video",
        page(
            "<h1>Ferries return</h1><p>Watch the first boat leave the quay.</p>",
            title="Ferries return",
            head=og("video.other"),
        ),
        f"{HOST}/videos/ferries",
        kinds.VIDEO,
    ),
    (
        "video by type",
        page(
            "<h1>Ferries return</h1><p>Our reporter saw the first boat leave the quay at Port Ellem"
            " after nine days of strike.</p>" + bullets(10),
            title="Ferries return",
            head=ld("VideoObject"),
        ),
        f"{HOST}/av/world-1",
        kinds.VIDEO,
    ),
    (
        "video by address",
        page(
            "<h1>Ferries return</h1><video src='a.mp4'></video><p>Watch the first boat leave.</p>" + whole_links(6),
            title="Ferries return",
        ),
        f"{HOST}/video/2021/ferries-return",
        kinds.VIDEO,
    ),
    (
        "podcast",
        page(
            "<h1>Episode 14: the strike</h1><p>Ilse Marrow talks with the men who kept the boats at the quay.</p>",
            title="Episode 14",
            head=ld("PodcastEpisode"),
        ),
        None,
        kinds.AUDIO,
    ),
    (
        "gallery",
        page(
            "<h1>The strike in pictures</h1>"
            + "".join(
                f"<figure><img src='{n}.jpg'><figcaption>Crews at the quay, day {n}. Photo: Olaf Brandt"
                f"</figcaption></figure>"
                for n in range(9)
            ),
            title="The strike in pictures",
            head=ld("ImageGallery"),
        ),
        f"{HOST}/galleries/strike",
        kinds.GALLERY,
    ),
    (
        "gallery by address",
        page(
            "<h1>Der Streik in Bildern</h1>"
            + "".join(
                f"<div class='slide'><img src='{n}.jpg'><div class='bildunterschrift'>Am Kai, Tag {n}."
                f" Foto: Olaf Brandt</div></div>"
                for n in range(9)
            ),
            title="Der Streik in Bildern",
            lang="de",
        ),
        f"{HOST}/fotostrecke/streik-1",
        kinds.GALLERY,
    ),
)


LOOKALIKES = {
    "an article about an error": page(
        f"<h1>Page not found: a town without an archive</h1>{ARTICLE}", title="Page not found: a town"
    ),
    "an article among many teasers": page(f"<h1>Ferries return</h1>{ARTICLE}<aside>{cards(20)}{bullets(12)}</aside>"),
    "a short report among many teasers": page(
        f"<article><h1>Ferries return</h1><p>The harbour office said on Tuesday that ferries would sail"
        f" again.</p></article>{bullets(12)}",
        head=og("article"),
    ),
    "an article with a consent layer": page(
        f"<h1>Ferries return</h1>{ARTICLE}<div id='cookie-layer'>{CONSENT_TEXT}</div>"
    ),
    "an article with a sign-in form": page(f'<form><input type="password"></form><h1>Ferries return</h1>{ARTICLE}'),
    "an article with a film": page(f"<h1>Ferries return</h1>{ARTICLE}", head=og("video.other")),
    "an article filed under a tag": page(f"<h1>Ferries return</h1>{ARTICLE}", title="Ferries return | Tag: harbour"),
    "a page that asks for scripts": page(
        f"<noscript>Please enable JavaScript</noscript><h1>Ferries return</h1>{ARTICLE}"
    ),
    "a note of one sentence": page(
        "<article><h1>Ferries return</h1><p>The harbour office said on Tuesday that ferries would sail"
        " again on Friday.</p></article>"
    ),
}
