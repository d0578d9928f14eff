"""What a site puts between the paragraphs of an article: offers, requests, notes on itself and on its author.

In: one block's text. Out: yes or no to each kind. A box is told by its opening, a request to the reader that only a
site makes; a sentence of the report that speaks of newsletters or subscribers opens otherwise.
"""

import re

from throughline.extract.pagekind.signposts import Sign, signs
from throughline.text.stems import holds


def _any(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


_OFFER = re.compile(
    _any(
        r"(?:please |to )?(?:sign up|subscribe|register)\b.{0,40}\b(?:newsletters?|e-?mails?|alerts?|briefing"
        r"|updates|today|now|here"
        r"|inbox|podcast|channel)\b",
        r"(?:get|receive|have) (?:.{0,60} )?(?:delivered|sent|straight|direct(?:ly)?|right)? ?(?:to"
        r"|in) your (?:e-?mail|inbox|phone)\b",
        r"(?:never|don['’]t) miss (?:a |an |any |the )?(?:.{0,30}\b)?(?:story|news|update|issue|post|episode"
        r"|newsletter)\b",
        r"(?:thanks|thank you) for (?:signing up|subscribing|your (?:subscription|feedback|interest))",
        r"by (?:signing up|subscribing|clicking|submitting|registering|entering|providing)\b.{0,80}\byou\b.{0,40}"
        r"\b(?:agree|accept|confirm|consent|acknowledge)\b",
        r"(?:follow|like|join|find|connect with) (?:us|me|our page)\b.{0,60}\b(?:on|facebook|twitter"
        r"|instagram|linkedin|telegram"
        r"|whatsapp|youtube|google news|x)\b",
        r"(?:join|visit) our (?:.{0,30}\b)?(?:channel|group|community|page|forum|newsletter)\b",
        r"(?:download|get|try) (?:our|the) (?:.{0,40}\b)?app\b",
        r"(?:please )?(?:support|donate to|help fund|contribute to) (?:our|us|independent|quality)\b",
        r"(?:was|is|did you find) this (?:page|article|story|answer|information|content)\b.{0,20}\b(?:helpful"
        r"|useful)\b",
        r"(?:do you have|have|got) a (?:news |story )?(?:tip|story)\b.{0,60}\?|(?:send"
        r"|share) (?:us )?your (?:tips?|stor(?:y|ies))\b",
        r"(?:you can )?(?:opt[- ]out|unsubscribe)\b.{0,40}\b(?:any ?time|here|link)\b|see our (?:privacy|terms)\b",
        r"(?:share|print|save|copy|e-?mail) this (?:article|story|page|post)\b.{0,40}$",
        r"(?:when|if) you (?:buy|purchase|click|shop|make a purchase)\b.{0,60}\b(?:we|commission"
        r"|links?)\b.{0,80}\b(?:earn|commission|may)\b",
        r"(?:abonnieren|bestellen) sie\b.{0,60}\b(?:newsletter|kanal|zeitung)\b|(?:hier"
        r"|jetzt) (?:.{0,30}\b)?(?:newsletter|kostenlos|abonnieren)\b",
        r"(?:melden sie sich|melde dich|jetzt)\b.{0,60}\bnewsletter\b.{0,20}\b(?:an|anmelden|abonnieren)\b",
        r"(?:folgen sie|folge|folgt) (?:uns|mir)\b.{0,40}\b(?:auf|bei)\b|(?:laden sie|lade)\b.{0,40}\bapp\b",
        r"(?:inscrivez-vous|abonnez-vous|suivez-nous|rejoignez-nous|recevez)\b.{0,80}\b(?:newsletter|lettre"
        r"|sur|gratuitement|mail)\b",
        r"(?:suscríbete|suscríbase|síguenos|síganos|recibe)\b.{0,80}\b(?:boletín|newsletter|en|correo|canal)\b",
        r"(?:iscriviti|seguici|abonati|ricevi)\b.{0,80}\b(?:newsletter|su|canale)\b|(?:meld je aan"
        r"|schrijf je in|volg ons)\b.{0,60}",
        r"(?:assine|inscreva-se|siga-nos|receba)\b.{0,80}\b(?:newsletter|no|e-?mail|canal)\b",
    ),
    re.IGNORECASE,
)
_AD = re.compile(
    _any(
        r"(?:advertis(?:ement|ing)|ad|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)"
        r"|anzeige|werbung|publicité"
        r"|publicidad|pubblicità|advertentie|publicidade|annons|reklame|reklama)",
        r"(?:(?:story|article) continues|continue reading|scroll down to continue|weiter nach der (?:anzeige"
        r"|werbung)|der artikel geht)"
        r"\b.{0,60}",
        r"(?:load(?:ing)? more|show more|read less|back to top|nach oben|zum seitenanfang|skip (?:ad"
        r"|advertisement|past)\b.{0,40})",
        r"\d[\d.,]*k? (?:shares?|likes?|views?|comments?|tweets?|mal geteilt|aufrufe|kommentare|partages|vues)",
        r"(?:share|teilen|partager|compartir|condividi|delen|tweet|pin|e-?mail|print|drucken|copy link"
        r"|link kopieren)",
        r"(?:\d{1,3} ?[-–]? ?\d{0,3} ?(?:min(?:ute)?s?|minuten?)\.? (?:read(?:ing time)?|lesezeit)"
        r"|(?:reading time|lesezeit|temps de lecture"
        r"|tiempo de lectura|tempo di lettura|leestijd):? .{0,20})",
    ),
    re.IGNORECASE,
)
# One of these stands in whatever notice of a paywall: looked for first, as most lines have none and a form costs more.
_PAID = (
    *("subscri", "abonn", "abo", "member", "regist", "unlock", "sign ", "log in", "login", "reading", "premium"),
    *("weiterlesen", "suscr", "riservat", "assine", "free"),
)
_OFFICES = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|freelancer?|producer|author"
    r"|blogger|fellow|professor|lecturer"
    r"|redakteur(?:in)?|journalist(?:in)?|korrespondent(?:in)?|autor(?:in)?|reporter(?:in)?|volontär(?:in)?"
    r"|journaliste|rédacteur|periodista"
    r"|giornalista|redacteur)"
)
_NAME = r"(?-i:[A-ZÀ-Þ][\w.'’-]{0,20}(?: (?:de|van|von|der|la|al|el|bin|di|[A-ZÀ-Þ][\w.'’-]{0,20})){1,4})"
_BIO = re.compile(
    _any(
        rf"{_NAME},? (?:.{{0,40}} )?(?:is|was|has been|ist|war|est|es|è|covers|reports on|writes (?:about"
        rf"|for)|schreibt|berichtet)\b"
        rf".{{0,80}}\b{_OFFICES}\b",
        rf"{_NAME} (?:covers|reports on|writes (?:about|for|on)|schreibt (?:über|für)|berichtet (?:über|aus|für))\b",
        r"(?:about|über) (?:the )?(?:author|autor(?:in)?|writer)s?\b.{0,60}",
        rf"(?:follow|contact|e-?mail|reach) (?:him|her|them|the author|{_NAME})\b.{{0,60}}\b(?:on|at|via)\b",
        r"(?:he|she|they) (?:can be (?:reached|contacted|followed)|tweets? (?:at|as))\b",
    ),
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\(?(?:additional )?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|translat(?:ed|ion)"
    r"|research)\b.{0,20} by (?-i:[A-ZÀ-Þ])"
    r".{0,200}$|\(?with (?:additional )?(?:reporting|files) (?:by|from) (?-i:[A-ZÀ-Þ]).{0,120}$",
    re.IGNORECASE,
)
_LONGEST = 600  # characters of a line that are looked at
_MOST_OFFER_WORDS, _MOST_PAID_WORDS, _MOST_BIO_WORDS, _MOST_CREDIT_WORDS = 60, 30, 80, 40


def is_offer(line: str) -> bool:
    """Tell a request to subscribe, follow, donate, share; an advertisement's label; a count of shares."""
    words = line.count(" ") + 1
    bare = line[:_LONGEST].strip(" \t*[]()>»›→!.:")
    return words <= _MOST_OFFER_WORDS and (_OFFER.match(bare) is not None or _AD.fullmatch(bare) is not None)


def is_paid_notice(line: str) -> bool:
    """Tell the notice that the rest must be paid for."""
    if line.count(" ") >= _MOST_PAID_WORDS:
        return False
    lowered = line[:_LONGEST].lower()
    return holds(lowered, _PAID) and signs(line, _PAID_SIGN) is not None


_PAID_SIGN = frozenset({Sign.PAID})


def is_bio(line: str) -> bool:
    """Tell a note on the author, as it stands below an article."""
    return line.count(" ") < _MOST_BIO_WORDS and _BIO.match(line.lstrip("*_—–- ")) is not None


def is_credits(line: str) -> bool:
    """Tell who reported, edited or translated: "Reporting by Ana Ruiz; editing by Olaf Brandt"."""
    return line.count(" ") < _MOST_CREDIT_WORDS and _CREDITS.match(line) is not None
