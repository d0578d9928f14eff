"""What a line of a comment section is for: its heading, a rule for readers, the head of a post, the link below it.

In: one line of text. Out: yes or no to each kind. The forms are those that comment systems print in the larger
European languages. No pattern nests a repeat in a repeat, and each looks at a bounded stretch of the line.
"""

import re

from throughline.extract.comments import ages

_LONGEST = 1500  # characters of a line that are looked at


def _any_of(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


# The words of a comment section and of those who keep order in it.
_MANY = (
    r"(?:comments|responses|replies|reactions|kommentare|antworten|commentaires|réactions|réponses|comentarios|respuestas"
    r"|comentários|respostas|commenti|risposte|reacties|kommentarer|kommentit|komentarze|odpowiedzi|komentáře"
    r"|комментарии|отзывы|yorumlar|pingbacks)"
)
_COMMENTS = (  # with a number before them
    rf"(?:{_MANY}|comment|response|reply|reaction|kommentar|antwort|commentaire|réaction|réponse|comentario|respuesta"
    r"|comentário|resposta|commento|risposta|reactie|komentarz[ey]?|komentář[eů]?|коммента(?:рий|рия|риев)|отзывов|yorum)"
)
_NUMBER = r"\d{1,3}(?:[.,]?\d{3})*"
_ONE = r"(?:one|eine?|une?|un[ao]?|uma?|een|ett)"
_ABOUT = r"(?:(?:to|on|zu|auf|sur|à|en|a|su|op|på|til|do|in)\b|[:–„“\"«]).{0,80}"
_COMMENTS_HEADING = re.compile(
    _any_of(
        r"(?:(?:no|view|show|reader|all|see|latest|our|alle|ihre|ältere|neueste|older|previous|tous les|vos|les"
        rf"|todos los|los|os|tutti i|i|alle|user)\s)?(?:reader |user )?{_MANY}\s?(?:\(\d+\)|\d+)?\s?:?",
        rf"(?:no {_COMMENTS}|{_COMMENTS}\s?(?:\(\d+\)|\d+)\s?:?)",
        rf"{_NUMBER}\s(?:reader )?(?:{_COMMENTS}|comment threads?|thoughts?|gedanken?|pensées?|pensieri|gedachten?)\b"
        r".{0,80}",
        rf"{_ONE}\s(?:reader )?(?:{_COMMENTS}|comment thread|thought|gedanke|pensée|pensiero|gedachte)(?:\s{_ABOUT})?",
        r"(?:leave|post|add|write|submit|make) (?:a |your )?(?:comment|reply|response)s?(?: below)?",
        r"(?:customer|user|reader) reviews.{0,60}",
        r"(?:kunden|leser)?(?:bewertungen|rezensionen)(?: (?:für|zu) .{0,60})?",
        r"avis (?:des )?clients?.{0,60}", r"(?:valoraciones|opiniones) de .{0,60}", r"recensioni dei clienti.{0,40}",
        # the standard words of WordPress, in whose forms the heading and the link to cancel are one
        r".{0,60}(?:cancel reply|antwort(?:en)? abbrechen|annuler la réponse|cancelar (?:la )?resp(?:uesta|osta)"
        r"|annulla risposta|reactie annuleren|avbryt svar|anuluj pisanie odpowiedzi|отменить ответ)",
        r"comments (?:are|have been|is) closed.{0,30}", r"join the (?:conversation|discussion).{0,20}",
        r"have your say.{0,20}", r"disqus.{0,30}", r"what do you think\?", r"(?:start|view) (?:the )?discussion.{0,20}",
        r"(?:schreib\w*|hinterlass\w*|verfass\w*) (?:einen|eine|ihren|deinen) (?:kommentar|antwort).{0,30}",
        r"kommentar (?:schreiben|verfassen|abgeben|hinterlassen|hinzufügen)", r"diskutieren sie mit.{0,20}",
        r"leser(?:briefe?|post|kommentare|meinungen)(?: schreiben)?:?", r"letters to the editor",
        r"diskussion(?: zum .*)?",
        r"(?:laisse[rz]|poster|ajoute[rz]|écri(?:re|vez)) (?:un|votre) commentaire", r"réagi(?:r|ssez).{0,30}",
        r"(?:deja|dejar|escrib[ea]|añad[ea]|agrega) (?:un|tu|una) (?:comentario|respuesta)",
        r"deixe (?:um|seu) comentário.{0,20}",
        r"(?:lascia|scrivi|aggiungi) un (?:commento|risposta).{0,20}", r"(?:geef|plaats|schrijf) een reactie.{0,20}",
        r"(?:legg igjen|skriv) (?:en )?kommentar.{0,20}", r"dodaj komentarz.{0,20}", r"добавить комментарий.{0,20}",
    ),
    re.IGNORECASE,
)  # fmt: skip
_COMMENTS_COUNT = re.compile(
    rf"(?!0\b){_NUMBER}\s(?:reader )?(?:{_COMMENTS}|thoughts?|gedanken?)\b.{{0,80}}"
    rf"|{_ONE}\s(?:reader )?(?:{_COMMENTS}|thought|gedanke)(?:\s{_ABOUT})?",
    re.IGNORECASE,
)
# What stands between a reader's name and the post, and the link below it.
SAYS = (
    r"\b(?:says|said|writes|wrote|commented|replied|sagte?|schreibt|schrieb|meinte?|antwortete?|kommentierte?"
    r"|(?:a )?(?:dit|écrit)|dice|dijo|escribió|comentó|(?:ha )?(?:scritto|detto)|scrive|disse|diz|escreveu|zegt|schreef"
    r"|schrijft|skriver|skrev|sier|säger|pisze|napisał[a]?|mówi|píše|říká|пишет|написал[а]?|говорит|diyor ki)\s?:"
)
_ANSWER = (
    r"(?:reply(?: to .{1,30})?|antworten|antwort|répondre|responder|rispondi|beantwo(?:or|r)(?:d|t)en|reageer|zitieren"
    r"|svara?|besvar|odpowiedz|odpovědět|ответить|yanıtla|cevapla|vastaa|log in to reply"
    r"|(?:zum|auf .{1,40}) antworten.{0,30})"
)
_ANSWER_LINK = re.compile(_ANSWER, re.IGNORECASE)
_POST_EDGES = " \t*•·+-–[](){}>|0123456789."
_LONGEST_POST = 90  # characters
_MODERATION = re.compile(
    r"\b"
    + _any_of(
        r"moderat\w+", "guidelines", r"commenter\w*", r"points? of view", "abus(?:e|ive)", "profanity", r"vulgar\w*",
        r"harass\w*", "off-topic", r"spam\w*", "personal attacks?", "netiquette", "house rules", "approved",
        "rejected", "not necessarily", "reserve the right", "re(?:flect|present) the views?", r"responsib\w+ for",
    )
    + r"\b",
    re.IGNORECASE,
)  # fmt: skip
# Who is asked for comment or comments on something is no reader, and "the Post" no post.
_COMMENT = re.compile(
    r"\b(?:comments\b(?! on\b)|comment section\b|commenters?\b|commenting\b|posts\b|kommentare?\b"
    r"|(?<!for )(?<!to )(?<!no )comment\b(?! on\b)|(?-i:post)\b)",
    re.IGNORECASE,
)
_LIKE = r"(?:like[nd]?|gefällt|j[’']aime|me gusta|mi piace|curtir|gilla)"
_STEMS = ("comment", "post", "kommentar")  # each of what is sought in a rule holds one
_NAMELESS = (
    r"(?:guest|gast|gäst|invité|invitado|ospite|gość|anonym(?:ous|e|us)?|anónimo|anônimo|anonimo?|аноним|unknown)"
)
_THREAD = re.compile(
    _any_of(
        _ANSWER, rf"(?:{_LIKE}){{2}}.{{0,30}}", rf"{_LIKE}\s(?:by|mir|dir|\d).{{0,30}}",
        "replies", r"\d+ (?:thread )?repl(?:y|ies)", "report(?: (?:abuse|comment|this))?", "flag", "permalink",
        "upvote", "downvote", "(?:un|dis)?like", "share", "edit", "delete", "quote", r"\d+ (?:likes?|comment authors?)",
        "notify of",
        r"(?:newest|oldest|best|top|most (?:voted|liked|reacted)|hottest|recent comment).{0,40}",
        ".{0,40}recent comment authors",
        "(?:kommentar )?melden", "(?:antworten)?löschen", "supprimer", "eliminar", "bearbeiten", "replydelete",
         "gefällt (?:mir|dir).{0,10}", "teilen", "bewerten", "permanenter link",
        "signaler.{0,20}",
        "j'aime", "partager", "citer", "denunciar.{0,20}", "reportar.{0,20}", "me gusta", "compartir", "curtir",
        "segnala.{0,20}",
        "mi piace", "condividi", "rapporteer.{0,20}", "vind ik leuk", "zgłoś.{0,20}", "nahlásit", "anmäl", "gilla",
        "пожаловаться", "нравится", rf".{{2,40}}{SAYS}", _NAMELESS,
        r"\[?[-−+–]\]?", r"#?\d+",
        r"(?:in reply|als antwort|en réponse|en respuesta|in risposta) (?:to|auf|à|a)\b.{0,40}",
    ),
    re.IGNORECASE,
)  # fmt: skip
_LONGEST_SIGN = 60  # characters
_AROUND_AGE = 6  # characters beside an age that is all of a line: a dot, a mark, "edited"


def is_heading(line: str) -> bool:
    """Tell the heading or the invitation that opens a comment section."""
    return len(line) <= _LONGEST_POST and _COMMENTS_HEADING.fullmatch(line.strip("*•{}[]–- ")) is not None


def is_count(line: str) -> bool:
    """Tell "2 comments": below it stand what readers wrote, not a form."""
    return len(line) <= _LONGEST_POST and _COMMENTS_COUNT.fullmatch(line.strip("*•{}[]–- ")) is not None


def is_rule(line: str) -> bool:
    """Tell a sentence about what readers may post: moderation and comments in one breath."""
    start = line[:_LONGEST]
    folded = start.casefold()
    if not any(stem in folded for stem in _STEMS):
        return False
    return bool(_MODERATION.search(start) and _COMMENT.search(start))


def is_sign(line: str) -> bool:
    """Tell a short line that only comment threads have: reply links, ages, votes."""
    if len(line) > _LONGEST_SIGN:
        return False
    return _THREAD.fullmatch(line) is not None or (_is_age(line) and not line.endswith("."))


def is_worded_sign(line: str) -> bool:
    """Tell a sign of a thread that is no mere number: menus, tables and lists hold those, too."""
    return is_sign(line) and any(char.isalpha() for char in line)


def is_nameless(line: str) -> bool:
    """Tell what stands for the name of who gave none."""
    return re.fullmatch(_NAMELESS, line, re.IGNORECASE) is not None


def is_answer_link(line: str) -> bool:
    """Tell "Reply": a link to answer a post."""
    return len(line) <= _LONGEST_POST and _ANSWER_LINK.fullmatch(line.strip(_POST_EDGES)) is not None


def _is_age(line: str) -> bool:
    """Tell an age that is all of its line."""
    age = ages.find(line)
    return age is not None and age.start() <= _AROUND_AGE and len(line) - age.end() <= _AROUND_AGE
