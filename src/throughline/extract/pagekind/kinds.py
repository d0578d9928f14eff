"""Whether a page is an article at all, and if not, what it is.

In: a page's `Draft` and its address. Out: the `Kind` that it is instead, or None for an article. Prose decides first:
who writes a hundred words in one run has an article, whatever the page calls itself; only below that do its title,
its types, its address and its links speak. A wrong no costs a story, a wrong yes a few odd lines: in doubt it is one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from throughline.extract.draft import Draft
from throughline.extract.pagekind.signposts import Sign, signs
from throughline.extract.pagekind.survey import PASSWORD, REFRESH, Survey, of_text


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page is that is no article, and what to do about it, in words for a person."""

    what: str
    advice: str


ERROR: Final = Kind("no article here: an error page", "open the address again, or look for a copy in a web archive")
ROBOT: Final = Kind(
    "no article here: a check whether a robot is asking", "open the page in a browser and save it from there"
)
CONSENT: Final = Kind(
    "no article here: a page that asks for consent first", "open it in a browser, answer, and save the page again"
)
MOVED: Final = Kind("no article here: the page only leads to another", "add the page that it leads to")
SCRIPT: Final = Kind("no article here: the page needs scripts to show any text", "open it in a browser and save that")
LOGIN: Final = Kind("no article here: a page to sign in on", "sign in with a browser and save the article from there")
PAID: Final = Kind(
    "no article here: only the notice that it must be paid for",
    "sign in with a browser and save the article from there",
)
SEARCH: Final = Kind("no article here: a page of search results", "add the articles that it leads to")
LISTING: Final = Kind("no article here: a list of other pages", "add the articles that it leads to")
VIDEO: Final = Kind(
    "no article here: a film and a few words on it", "add its transcript as a .txt file, if there is one"
)
AUDIO: Final = Kind(
    "no article here: a recording and a few words on it", "add its transcript as a .txt file, if there is one"
)
GALLERY: Final = Kind("no article here: pictures and their captions", "nothing to do: captions carry no findings")

_ARTICLE = 100  # words of prose in one run from which on nothing else is asked
_SCANT = 60  # words up to which prose is a summary, a caption, an apology
_BARE = 25  # words up to which there is as good as no prose
_FEW = 5  # headlines that are links, on a page that says that it is a list
_MANY = 8  # the same on any other: more than most boxes of related stories hold
_CROWD = 12  # the same on a page that says nothing of itself
_CONSENTING, _NEARLY_ALL = 3, 0.8  # different words of consent, and the share of prose that has one
_STORIES = 4  # linked headings, each with its own prose below
_NOTED = 14  # words of a line that can be a sign
_FEW_LINES = 60  # lines, from the top, that are looked at for signs
_PARTS = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»«•]\s*|\s*::\s*|:\s+")

_IS_ARTICLE = re.compile(r"(?:^|/|og:)(?:\w*article|blogposting|\w*posting|report|reportage\w*)$")
_IS_LISTING = re.compile(r"(?:^|/)(?:collectionpage|profilepage|itemlist|og:profile)$")
_IS_SEARCH = re.compile(r"(?:^|/)searchresultspage$")
_IS_VIDEO = re.compile(r"(?:^|/)(?:videoobject|clip|tvepisode|movie|og:video(?:\.\w+)?)$")
_IS_AUDIO = re.compile(r"(?:^|/)(?:audioobject|podcastepisode|radioepisode|podcastseries|og:music(?:\.\w+)?)$")
_IS_GALLERY = re.compile(r"(?:^|/)(?:imagegallery|mediagallery)$")

# Words of an address's path, between slashes, by which sites file what is no article.
_SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|busqueda|ricerca|zoeken|busca|pesquisa)(?:/|\.\w{2,5}$|$)"
)
_SEARCH_QUERY = re.compile(r"(?:^|&)(?:q|s|query|search|keywords?|suchbegriff)=")
_LISTING_PATH = re.compile(
    r"/(?:tags?|topics?|themen?|categor(?:y|ies)|kategorien?|rubrik(?:en)?|sections?|authors?|autor(?:en)?"
    r"|auteurs?|etiquetas?"
    r"|schlagwort(?:e)?|archives?|archiv|page)/[^/]{1,60}/?(?:page/\d{1,5}/?)?$|/page/\d{1,5}/?$"
)
_FRONT_PATH = re.compile(r"/?(?:(?:index|default|home|start)(?:\.\w{2,5})?)?|/[a-z]{2}/?")
# A path that names one story: a day, a slug below a year, a long number, or a slug of four words.
_STORY_PATH = re.compile(r"/(?:19|20)\d\d/(?:\d{1,2}/\d|[^/-]{1,40}-)|\d{5}|[^/-]{1,40}(?:[-_][^/_-]{1,40}){3}")
_CONSENT_WORDS = re.compile(
    r"\b(?:cookies?|consent|einwilligung|zustimm\w{1,6}|consentement|consentimiento|consenso|toestemming|partners?"
    r"|partnern|partenaires|socios|privacy policy|datenschutz\w{0,10}|personal data|personenbezogen\w{0,3}"
    r"|données personnelles"
    r"|datos personales|dati personali|persoonsgegevens|tracking|werbetracking|advertising|werbung|publicité"
    r"|publicidad)\b",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(r"/(?:videos?|watch|mediathek|tv)(?:/|$)")
_AUDIO_PATH = re.compile(r"/(?:audios?|podcasts?|listen|radio)(?:/|$)")
_GALLERY_PATH = re.compile(
    r"/(?:galler(?:y|ies)|photos?|pictures|slideshows?|fotostrecken?|bildergalerien?|bilder|fotos?"
    r"|galer[ií]as?|galerie)(?:/|$)"
)


def judge(draft: Draft, address: str | None) -> Kind | None:
    """Tell what a page is that is no article; None for an article, and where nothing says that it is none."""
    survey = draft.survey or of_text(draft.text, draft.blocks)
    if survey.run >= _ARTICLE and survey.stories < _STORIES:
        return None
    titles = _titles(draft.clues.titles)
    if survey.run >= _ARTICLE:
        is_list = not _says(survey, _IS_ARTICLE) and _is_filed(survey, titles, address)
        return LISTING if is_list else None
    lines = _lines(draft)
    return _refused(draft, survey, titles, lines) or _shown(survey, address) or _listed(survey, titles | lines, address)


def _refused(draft: Draft, survey: Survey, titles: set[Sign], lines: set[Sign]) -> Kind | None:
    """Tell a page that stands in the way of what was asked for."""
    is_said = _says(survey, _IS_ARTICLE)
    if not is_said and (Sign.CONSENT in titles or _asks_consent(draft)):
        return CONSENT
    if survey.run >= _SCANT:
        return None
    prose = _prose(draft)
    if Sign.ERROR in titles or (Sign.ERROR in lines and not is_said):
        return ERROR
    if Sign.ROBOT in titles or (Sign.ROBOT in lines and not is_said):
        return ROBOT
    if Sign.MOVED in titles or (prose < _BARE and (Sign.MOVED in lines or REFRESH in survey.types)):
        return MOVED
    if Sign.LOGIN in titles or (prose < _BARE and PASSWORD in survey.types and not is_said):
        return LOGIN
    if prose < _BARE and Sign.PAID in lines:
        return PAID
    return SCRIPT if prose < _BARE and Sign.SCRIPT in lines and survey.teasers < _MANY else None


def _listed(survey: Survey, said: set[Sign], address: str | None) -> Kind | None:
    """Tell a page that leads to others."""
    path, query = _place(address)
    is_whole = survey.run >= _SCANT and survey.stories < _STORIES
    if is_whole or _says(survey, _IS_ARTICLE):
        return None
    is_empty = Sign.NOTHING in said and survey.run < _BARE
    if _says(survey, _IS_SEARCH) or Sign.SEARCH in said or is_empty or _SEARCH_PATH.search(path):
        return SEARCH
    if _SEARCH_QUERY.search(query) and survey.teasers >= _MANY:
        return SEARCH
    if _is_filed(survey, said, address):
        return LISTING if survey.teasers >= _FEW or survey.stories >= _STORIES else None
    is_crowd = survey.teasers >= (_MANY if survey.run < _BARE else _CROWD)
    return LISTING if is_crowd and not _STORY_PATH.search(path) else None


def _is_filed(survey: Survey, titles: set[Sign], address: str | None) -> bool:
    """Tell whether the page says, by type, title or address, that it is a list; a site's front is one."""
    path = _place(address)[0]
    is_front = address is not None and _FRONT_PATH.fullmatch(path) is not None
    return _says(survey, _IS_LISTING) or Sign.LISTING in titles or bool(_LISTING_PATH.search(path)) or is_front


def _asks_consent(draft: Draft) -> bool:
    """Tell whether nearly all that can be read is about cookies, partners and consent."""
    total = asking = 0
    words: set[str] = set()
    for block in draft.blocks:
        if block.is_readable:
            text = draft.text[block.start : block.end]
            found = _CONSENT_WORDS.findall(text)
            total += len(text)
            asking += len(text) if found else 0
            words.update(word.lower() for word in found)
    return len(words) >= _CONSENTING and asking >= _NEARLY_ALL * total


def _shown(survey: Survey, address: str | None) -> Kind | None:
    """Tell a page of film, sound or pictures with little beside."""
    path, _ = _place(address)
    if survey.run >= _SCANT or _says(survey, _IS_ARTICLE):
        return None
    for kind, types, paths in (
        (GALLERY, _IS_GALLERY, _GALLERY_PATH),
        (VIDEO, _IS_VIDEO, _VIDEO_PATH),
        (AUDIO, _IS_AUDIO, _AUDIO_PATH),
    ):
        is_one = survey.teasers < _CROWD or _STORY_PATH.search(path)
        if _says(survey, types) or (survey.run < _BARE and paths.search(path) and is_one):
            return kind
    return None


def _says(survey: Survey, form: re.Pattern[str]) -> bool:
    return any(form.search(kind) for kind in survey.types)


def _titles(titles: Iterable[str]) -> set[Sign]:
    """What the page's titles say of it, part by part."""
    parts = {part for title in titles for part in (title, *_PARTS.split(title)) if part}
    return {sign for part in parts if (sign := signs(part, _IN_TITLES))}


def _lines(draft: Draft) -> set[Sign]:
    """What the short lines of a page say of it."""
    blocks = (draft.text[block.start : block.end] for block in draft.blocks[:_FEW_LINES])
    texts = (line for block in blocks for line in block.split("\n"))
    return {sign for text in texts if text.count(" ") < _NOTED and (sign := signs(text, _IN_LINES))}


_IN_TITLES = frozenset(Sign) - {Sign.PAID}
_IN_LINES = frozenset({Sign.ERROR, Sign.ROBOT, Sign.SCRIPT, Sign.MOVED, Sign.PAID, Sign.NOTHING})


def _prose(draft: Draft) -> int:
    return sum(draft.text.count(" ", b.start, b.end) + 1 for b in draft.blocks if b.is_readable)


def _place(address: str | None) -> tuple[str, str]:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return "", ""
    return parts.path.lower(), parts.query.lower()
