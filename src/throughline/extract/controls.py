"""Lines in which a page tells nothing: its buttons, menus and counters.

In: one line, with its spaces as they stand where they matter. Out: yes or no. A line is a control where all of its
words are such (share, print, search, the names of networks, what joins them): closed classes in the larger European
languages. A menu is told by its spacing alone, or by beginning with Home: several short names apart by bars, bullets
or wide spaces. What holds a sentence is neither. Of 10,900 lines that `is_control` tells on 683 pages with known text,
1 in 150 is article.
"""

import re

_MOST_WORDS = 12  # of a control; longer ones are notices
_LONGEST = 300  # characters of a menu
_FEWEST, _FEWEST_SPACED = 2, 3  # names in a menu: with its Home among them, without
_MOST_IN_NAME = 4  # words

# What buttons do, and the services they call: one such word makes a control of a line that holds nothing else.
_DEEDS = frozenset(
    """share shares tweet retweet tweets pin print email e-mail mail save bookmark subscribe login logout signin signup
    register search menu skip close gallery slideshow facebook twitter whatsapp telegram linkedin reddit pinterest
    tumblr instagram youtube xing messenger flipboard pocket digg delicious stumbleupon vkontakte threads bluesky
    mastodon rss feedback previous next prev reply print-friendly printer-friendly permalink comments comment
    advertisement
    teilen drucken merken empfehlen weiterempfehlen versenden anmelden abmelden einloggen registrieren suche suchen
    menü zurück weiter vorlesen kommentieren kommentare antworten schließen drucken/senden
    partager imprimer envoyer enregistrer connexion rechercher recherche fermer suivant précédent commenter commentaires
    réagir répondre
    compartir imprimir enviar guardar buscar buscador iniciar cerrar siguiente anterior comentar comentarios responder
    condividi stampa invia salva accedi cerca chiudi commenta commenti successivo precedente rispondi
    delen afdrukken printen opslaan inloggen zoeken sluiten reageer reageren reacties volgende vorige
    compartilhar compartilhe imprima entrar pesquisar fechar próximo comentários
    like likes dislike dislikes follow""".split()
)
# What stands beside them in such a line, and says nothing by itself.
_JOINED = frozenset(
    """this that page article story post link item it the a an to on via by with your friend friends us me or and of for
    in view all more read listen watch show open copy add leave send text size font version main content top bottom
    navigation window up log sign out back home photo photos image picture pictures here now be first your account
    diese diesen dieser dieses seite artikel beitrag auf per über bei an als und oder zum zur inhalt nach oben
    cet cette article page sur par à un une ami et ou le la les haut
    este esta artículo página en por a un una amigo y o el la en sesión arriba ir
    questo questa articolo pagina su via amico e il la
    dit deze artikel pagina op via naar vriend en of boven het
    artigo página no na por um amigo ou topo""".split()
)
_ALONE = re.compile(
    r"(?:ok|okay|menu|menü|loading|startseite|accueil|inicio|início"
    r"|accept(?: all)?|reject(?: all)?|akzeptieren|alle akzeptieren|accepter|aceptar|accetta|back to top|go to top"
    r"|(?:jump|go) to content|listen to this (?:article|story|page)|(?:open in|get the|download the) app"
    r"|read (?:aloud|full (?:story|article))"
    r"|ir arriba|nach oben|haut de page|torna su|log ?in|sign ?in|sign ?up|click here"
    r"|view (?:gallery|all|comments)|continued? (?:on|from) page \w{1,4}"
    r"|(?:photo|image|picture|slide|bild|foto) ?\d{1,3} ?(?:/|of|von|de|di) ?\d{1,3})[ .»>…]{0,3}",
    re.IGNORECASE,
)
# An article has such lines, too, but not above its first sentence nor below its last.
_BESIDE = re.compile(
    r"(?:home|top|more|mehr|plus|listen|watch|page \d{1,4}(?: of \d{1,4})?|\d{1,3} ?(?:/|of|von|de|di) ?\d{1,3}"
    r"|https?://\S+|www\.\S+)\W{0,3}",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:(?:text|font|schrift|type)[ -]?(?:size|größe|grösse)?|textgröße|taille (?:du texte|de police|des caractères)"
    r"|tamaño (?:de|del) (?:texto|letra)|dimensione (?:del )?testo|tekstgrootte)?\s?:?\s?"
    r"(?:[aA][+–-]{0,2}(?:[\s|/]+|\Z)|[+–-](?:[\s|/]+|\Z)){2,4}",
    re.IGNORECASE,
)
_SIZE_LABEL = re.compile(
    r"(?:text|font|type)[ -]size|schriftgr(?:ö|oe)(?:ß|ss)e|textgröße|taille (?:du texte|de police)"
    r"|tamaño (?:del? )?(?:texto|letra)|tekstgrootte",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\W{0,3}"
    r"(?:ca\. )?\d{1,3} ?\w{1,8}\.?|\d{1,3}[ -]?(?:min(?:ute)?s?|minuten)\.? (?:read|lesezeit|gelesen)",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"(?:tags?|tagged(?: (?:with|as|under))?|filed (?:under|in)|keywords?|topics?|schlag(?:wort|wörter|worte)"
    r"|stichw(?:orte|örter)|mots[ -]clés|étiquettes|etiquetas|palabras clave|palavras-chave|parole chiave"
    r"|etichette|trefwoorden|labels)\s?:",
    re.IGNORECASE,
)
_HASHES = re.compile(r"(?:[#][^\W\d]\w{1,40}[\s,;]{0,3}){2,20}")
_HOMES = frozenset("home startseite accueil inicio início hem hjem".split())  # what menus begin with
_BARS = re.compile(r"\s+[|·•‣>›»/]\s+")
_SPACES = re.compile(r" {2,}|\t+|\u00a0{2,}")
_MARKS = " \t|·•‣>›»◄►◀▶←→+*[]()<«/:.,…&!-–—"
_COUNT = re.compile(r"\(?\d[\d.,]{0,8}k?\)?", re.IGNORECASE)
_SENTENCE_END = frozenset(".!?:…")


def is_control(line: str) -> bool:
    """Tell a line of buttons or counters: "Share this page", "Facebook 8", "A+ A-", "Photo 1 of 6", "#Tarn"."""
    words = line.split(None, _MOST_WORDS)
    if not words or len(words) > _MOST_WORDS or line[-1] == ":" or (words[0][0].isdigit() and words[0][-1] in ".)"):
        return False
    bare = line.strip(_MARKS)
    if _ALONE.fullmatch(bare) or _SIZE.fullmatch(line) or _SIZE_LABEL.fullmatch(bare):
        return True
    return _is_worded(words) or _READING.fullmatch(bare) is not None or _HASHES.fullmatch(line) is not None


def is_beside(line: str) -> bool:
    """Tell what is a control or menu if it stands above an article's first sentence or below its last."""
    return _BESIDE.fullmatch(line.strip(_MARKS)) is not None or is_menu(line)


def is_tagged(line: str) -> bool:
    """Tell a line of subject tags by its label: "Tags: Orre, dams", "Schlagwörter: ..."."""
    return _TAGGED.match(line) is not None


def is_menu(line: str) -> bool:
    """Tell a row of names of a site's pages, as it stands in the text, wide spaces kept: "Home  News  Sport"."""
    line = line.strip()
    if len(line) > _LONGEST or line[-1:] in _SENTENCE_END:
        return False
    bars = [part.strip() for part in _BARS.split(line)]
    names = bars if len(bars) > 1 else [part.strip() for part in _SPACES.split(line)]
    names = [name for name in names if name]
    if len(names) == 1 and names[0].partition(" ")[0].lower() in _HOMES:
        names = names[0].split()
    if not all(_is_name(name) for name in names):
        return False
    enough = _FEWEST if any(is_control(name) or _BESIDE.fullmatch(name) for name in names) else _FEWEST_SPACED
    return len(names) >= enough


def _is_name(part: str) -> bool:
    """Tell a menu's entry: short, begun with a capital, without figures (a table's row has them) or an end."""
    words = part.split()
    return (
        len(words) <= _MOST_IN_NAME
        and words[0][0].isupper()
        and not any(char.isdigit() for char in part)
        and part[-1] not in _SENTENCE_END
    )


def _is_worded(words: list[str]) -> bool:
    """Tell whether all words are a control's, one of them a deed; counters and signs say nothing."""
    found = False
    for word in words:
        plain = word.strip(_MARKS).lower()
        if plain in _DEEDS:
            found = True
        elif plain and plain not in _JOINED and not _COUNT.fullmatch(plain):
            return False
    return found
