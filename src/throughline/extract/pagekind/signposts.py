"""What a line says of its page, where that is no article: an error, a gate, a list of results, a paywall.

In: one short line (a part of the title, a heading, a sentence). Out: the `Sign` that it is, if any. The forms are what
servers, gates and page templates say of themselves in the larger European languages. Each is matched on the whole line,
so that a sentence which merely speaks of an error is none; every repeat is bounded.
"""

import re
from enum import Enum, auto


class Sign(Enum):
    """What a line says its page is."""

    ERROR = auto()
    ROBOT = auto()
    CONSENT = auto()
    SCRIPT = auto()
    MOVED = auto()
    LOGIN = auto()
    SEARCH = auto()
    LISTING = auto()
    PAID = auto()
    NOTHING = auto()


def signs(line: str, asked: frozenset[Sign]) -> Sign | None:
    """Find the first of the signs asked for that the line is."""
    bare = " ".join(line[: _LONGEST + 1].split()).strip(_EDGES)
    if not bare or len(bare) > _LONGEST:
        return None
    return next((sign for sign, form in _FORMS.items() if sign in asked and form.fullmatch(bare)), None)


_LONGEST = 200  # characters of a line that can be a sign
_EDGES = ' \t.!…:–—-|»«›‹>"“”'


def _any(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


# What was asked for, and that it is not there, in the order that the languages say it in.
_PAGE = _any(
    "(?:web)?page|file|article|story|post|url|content|resource|document",
    "seite|artikel|inhalt|dokument|datei|beitrag",
    "página|artículo|contenido|artigo|conteúdo|pagina|articolo|contenuto|contenu|bestand",
    "strona|sidan|siden|side|sivua|stránka|stránku|sayfa|страница|страницу|сторінку|η σελίδα",
)
_ABSENT = _any(
    "not (?:be )?(?:found|displayed|available)|can(?:['’]| ?no)t be (?:found|displayed|reached)"
    "|no longer (?:exists?|available|here)",
    "(?:does not|doesn['’]t) exist|(?:is )?(?:unavailable|missing|gone)|(?:has been|was) (?:removed|deleted)",
    "nicht (?:gefunden|vorhanden|verfügbar|mehr verfügbar|mehr vorhanden)|existiert (?:leider )?nicht(?: mehr)?"
    "|gibt es (?:leider )?nicht(?: mehr)?",
    "introuvable|non trouvée?|inexistante?|n['’]existe (?:pas|plus)|indisponible",
    "no (?:ha sido )?encontrad[ao]|no existe|no disponible|non (?:è stat[ao] )?trovat[ao]|non esiste|non disponibile",
    "niet (?:gevonden|beschikbaar)|bestaat niet(?: meer)?|não (?:foi )?encontrad[ao]|não existe",
    "nie (?:została znaleziona|istnieje)|hittades inte|kunde inte hittas|finns inte|(?:blev )?ikke fundet",
    "(?:ble )?ikke funnet|(?:findes|finnes) ikke|ei löyt(?:ynyt|y)|nenalezena|bulunamadı|не найдена"
    "|не знайдено|δεν βρέθηκε",
)
_FAULT = _any("error|http|fehler(?:code)?|erreur|errore|fout|erro|błąd|virhe|fel|feil|fejl|hata|chyba|ошибка|помилка")
_CODE = r"(?:4(?:0\d|1\d|29|51)|5(?:0\d|2\d))"  # HTTP's codes of failure
_REASON = _any(
    "not found|forbidden|gone|unauthori[sz]ed|bad request|bad gateway|gateway time-?out|too many requests",
    "(?:internal )?server error|service (?:temporarily )?unavailable|request time-?out|unavailable for legal reasons",
    "access (?:denied|forbidden)|zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|accesso negato",
    "toegang geweigerd|acesso negado|nicht gefunden|no encontrado|non trovato|niet gevonden|introuvable",
)
_ALAS = r"(?:(?:oops|whoops|uh[- ]oh|sorry|hoppla|ups|oups|vaya|ops)[ ,!.…:–-]{1,4})?"
_ERROR = _ALAS + _any(
    rf"(?:{_FAULT}[ :#-]{{0,3}})?{_CODE}(?:[ :!.-]{{0,3}}{_FAULT})?",
    rf"(?:{_FAULT}[ :#-]{{0,3}})?{_CODE}[ :.,()–-]{{1,3}}(?:.{{0,30}}\b)?(?:{_PAGE}|{_REASON})\b.{{0,40}}",
    rf"(?:.{{0,40}}\b)?{_PAGE}\b(?: .{{1,40}})? {_ABSENT}(?:\b.{{0,30}})?",
    rf"{_REASON}(?: {_FAULT})?",
    r"(?:oops|whoops|uh[- ]oh|sorry|hoppla|ups|oups|vaya)\b.{0,60}\b(?:wrong|page|seite|página|pagina|found"
    r"|error|exist|schief)\b.{0,40}",
    r"(?:we|you|wir) (?:can['’]?t|can ?not|could(?:n['’]t| not)|konnten|haben)\b.{0,50}\b(?:page|article"
    r"|looking for|seite|artikel)\b.{0,40}",
    r"(?:an (?:unexpected )?error (?:has )?occurred|something went wrong|error page|fehlerseite"
    r"|page d['’]erreur)\b.{0,30}",
    r"(?:es ist ein fehler aufgetreten|une erreur (?:est survenue|s['’]est produite)|ha ocurrido un error"
    r"|si è verificato un errore"
    r"|er is een fout opgetreden|ocorreu um erro)\b.{0,30}",
    r"(?:you do(?: not|n['’]t) have permission to access|access to this (?:page|site|resource) (?:is|has been"
    r"|on this server is) "
    r"(?:denied|forbidden))\b.{0,60}",
    r"(?:.{0,40}\b)?(?:site|website|seite|sito|página) (?:is |ist )?(?:currently |derzeit )?(?:down for|under"
    r"|in|wegen|en|im)"
    r" (?:scheduled )?(?:maintenance|wartung(?:smodus|sarbeiten)?|manutenzione|mantenimiento)\b.{0,30}",
    r"(?:no se (?:ha )?(?:encontrado|encontró|pudo encontrar)|nie znaleziono|impossible de trouver)"
    r" (?:(?:la|el|l['’]) ?)?(?:página|artículo|strony|artykułu|page|article)\b.{0,30}",
)
_HUMAN = "(?:a |an |ein |un |ein[e]? )?(?:human|robot|bot|mensch|roboter|humain|humano)"
_ROBOT = _any(
    r"just a moment|(?:one (?:more )?moment,? )?please wait|one (?:more )?moment,? please|attention required",
    r"robot check|pardon our interruption|security (?:check|verification)|captcha.{0,20}|ddos[- ]guard"
    r"|client challenge",
    rf"(?:are you|sind sie|bist du|êtes-vous|¿?eres|sei) {_HUMAN}\b.{{0,20}}",
    rf"(?:please )?(?:verify|confirm|prove|verifying)(?: that)? you(?:['’]re| are) (?:not )?{_HUMAN}\b.{{0,60}}",
    rf"(?:i['’]m|i am|ich bin|je ne suis|no soy|non sono) (?:not |kein |pas )?{_HUMAN}",
    r"(?:human|bot|browser|robot) (?:verification|challenge|check)|press (?:and|&) hold\b.{0,60}",
    r"(?:please wait.{0,20} )?(?:we are )?checking (?:your browser|if the site connection)\b.{0,60}",
    r".{0,60}\bunusual (?:traffic|activity) (?:from|on)\b.{0,80}|.{0,40}\bneeds to review the security of\b.{0,60}",
    r"(?:please )?(?:complete|solve) (?:the|this) (?:security check|captcha)\b.{0,60}|performance (?:&"
    r"|and) security by\b.{0,30}",
    r"request (?:unsuccessful|blocked|rejected)\b.{0,80}",
    r"enable javascript and cookies to continue|sicherheits(?:über)?prüfung|vérification de sécurité"
    r"|comprobación de seguridad",
)
_CONSENT = _any(
    r"(?:before you|bevor sie|avant de|antes de|prima di|voordat (?:je|u)) (?:continue|continuer|continuar"
    r"|continuare|fortfahren"
    r"|weiterlesen|verder ?gaat|ga je verder)(?: .{1,40})?",
    r"(?:cookies?|consent|privacy|datenschutz)[ -]?(?:consent|wall|gate|settings|preferences|notice|cent(?:er"
    r"|re)|manager|choices"
    r"|einstellungen|einwilligung|hinweise?|zustimmung)?",
    r"(?:we (?:value|care about|respect)|ihre|deine|votre|tu|su|la tua|jouw|uw|your) (?:your )?(?:privacy"
    r"|privatsphäre|vie privée"
    r"|privacidad)(?: .{1,40})?",
    r"(?:zustimmung|einwilligung|consentement|consentimiento|consenso|toestemming)(?: .{1,30})?",
    r"age (?:check|gate|verification)|altersprüfung|(?:are you|sind sie|bist du|avez-vous) .{0,20}\b(?:18"
    r"|21)\b.{0,30}",
    r"(?:.{1,40}\b)?(?:weiterlesen|weiter|continue|lesen) (?:mit|ohne|with|without) (?:werbung|ads"
    r"|advertising)\b.{0,40}",
)
_WITH_SCRIPT = (
    "(?:enable|activate|turn(?:ed)? on|switch on|requires?|needs?|without|support|aktivieren|activer|activez|activar"
    "|habilite|abilita)"
)
_ABOUT_SCRIPT = (
    "(?:enabled?|disabled|required|turned off|deaktiviert|aktivieren|aktiviert|activé|désactivé|desactivado"
    "|habilitado|disabilitato"
    "|abilitato|uitgeschakeld|ingeschakeld|on)"
)
_SCRIPT = _any(
    rf"(?:.{{0,80}}\b)?{_WITH_SCRIPT} (?:.{{0,20}}\b)?(?:java-?script|js)\b.{{0,120}}",
    rf"(?:.{{0,80}}\b)?(?:java-?script|js) (?:.{{0,30}}\b)?{_ABOUT_SCRIPT}\b.{{0,120}}",
    "loading|(?:(?:die )?seite )?wird geladen|chargement(?: en cours)?|cargando|caricamento(?: in corso)?|laden",
)
_MOVED = _any(
    "(?:30[12378] )?(?:moved permanently|moved temporarily|object moved|permanent redirect|temporary redirect"
    "|see other)",
    "redirecting|redirection(?: en cours)?|redirect|weiterleitung|redireccionando|reindirizzamento",
    "redirect(?:ing|ed)? (?:to|notice)\\b.{0,80}|(?:you are|you will be|sie werden"
    "|vous allez être)\\b.{0,30}\\b(?:redirected"
    "|weitergeleitet|redirigée?)\\b.{0,80}",
    "(?:this|the|diese) (?:page|document|site|seite) (?:has|ist) (?:moved|umgezogen)\\b.{0,60}"
    "|object moved to here.{0,20}",
    "(?:click here )?if you are not (?:automatically )?redirected\\b.{0,80}|click here to (?:continue"
    "|be redirected)\\b.{0,40}",
)
_LOGIN = _any(
    "(?:please )?(?:log|sign) ?in(?: or (?:register|sign up|create an account))?(?: to .{1,60})?"
    "|(?:member )?log ?in(?: required| page)?",
    "(?:create|register)(?: (?:an|your|a free))? account|registration|my account|forgot(?:ten)?(?: your)? password\\??",
    "(?:bitte )?(?:anmelden|einloggen)(?: oder registrieren)?|anmeldung|registrier(?:en|ung)|mein konto",
    "se connecter|connexion|mon compte|iniciar sesión|inicia sesión|accedi|inloggen|aanmelden|iniciar sessão"
    "|logga in|log ind|logg inn"
    "|zaloguj się|kirjaudu sisään|přihlášení|giriş yap|войти|увійти",
)
_SEARCH = _any(
    r"search(?: results?)?(?:(?: for|:)? .{1,80})?|.{1,60}\bsearch results|(?:you searched for|results for"
    r"|search term)\b.{1,80}",
    r"suche|suchergebnis(?:se|seite)?(?:(?: für| nach| zu|:)? .{1,80})?|\d+ (?:results|treffer|ergebnisse"
    r"|résultats|resultados|risultati)\b.{0,80}",
    r"(?:résultats de (?:la |votre )?recherche|recherche|resultados de (?:la |tu )?búsqueda|búsqueda"
    r"|risultati (?:della |di )?ricerca"
    r"|ricerca|zoekresultaten|zoeken|resultados d[ae] (?:busca|pesquisa)|sökresultat|søgeresultater|søkeresultater"
    r"|wyniki wyszukiwania|hakutulokset|výsledky vyhledávání|результаты поиска)(?:[ :].{0,80})?",
)
_LISTING = _any(
    r"(?:tags?|categor(?:y|ies)|topics?|authors?|sections?|schlagw(?:o|ö)rt(?:er)?|kategorien?|themen?"
    r"|autor(?:en|in)?|rubrik(?:en)?|étiquettes?"
    r"|catégories?|auteurs?|etiquetas?|categorías?|categoria|categorie"
    r"|onderwerp(?:en)?)(?: archives?)?\s?: ?\S.{0,60}",
    r"(?:(?:all |alle |todos los |tous les )?(?:articles?|stories|posts|news|artikel|beiträge|artículos"
    r"|noticias|articoli|notizie|berichten)) "
    r"(?:by|from|tagged|tagged with|about|in|on|von|aus|mit|zum thema|de|par|por|sur|su|van|over) .{1,60}",
    r"(?:.{1,40} )?archives?(?: (?:for|of|-) .{1,40})?|archiv(?:io|o)?(?: .{1,30})?|browsing .{1,60}|.{1,40} topics",
    r"(?:page|seite|página|pagina) \d+(?: (?:of|von|de|di|sur|van) \d+)?",
    r"(?:the )?(?:latest|breaking|top|recent|all|more) (?:.{1,30} )?(?:news|stories|headlines|articles|posts|videos)",
    r"latest|news|home ?page|front page|home|startseite|accueil|portada|inicio|nachrichten|(?:aktuelle"
    r"|neueste) nachrichten|actualités"
    r"|à la une|(?:últimas )?noticias|(?:ultime )?notizie|(?:laatste )?nieuws|(?:últimas )?notícias|nyheter"
    r"|nyheder|wiadomości|новости",
)
_NOTHING = _any(
    r"(?:sorry,? (?:but )?)?(?:nothing|no (?:results?|matches|articles|stories|posts)|0 results)(?: (?:was"
    r"|were))?(?: found| matched)?\b.{0,60}",
    r"(?:leider )?keine (?:treffer|ergebnisse|artikel|beiträge)\b.{0,60}|aucun résultat\b.{0,60}|(?:no hay"
    r"|sin|ningún) resultados?\b.{0,60}",
    r"nessun risultato\b.{0,60}|geen resultaten\b.{0,60}|nenhum resultado\b.{0,60}|brak wyników\b.{0,40}",
)
_READING = "(?:continue|keep (?:on )?reading|reading|read|view|unlock|access|finish|full|unlimited)"
_PAID = _any(
    rf"(?:please )?(?:subscribe|sign (?:up|in)|register|log ?in|join|become a (?:member"
    rf"|subscriber))\b.{{0,60}}\b(?:to|for) (?:.{{0,20}}\b)?"
    rf"{_READING}\b.{{0,100}}",
    rf"to {_READING}\b.{{0,60}}\b(?:subscribe|sign (?:up|in)|register|log ?in|become a)\b.{{0,100}}",
    r"(?:.{0,40}\b)?(?:this|the full|the rest of this) (?:article|story|content|post) (?:is"
    r"|are) (?:.{0,40}\b)?(?:subscribers?|members)\b.{0,80}",
    r"(?:.{0,20}\b)?(?:subscribers?|members|premium)[- ](?:only|exclusive)(?: (?:content|article|story))?",
    r"you(?: have|['’]ve) (?:reached|read|used)\b.{0,40}\b(?:free (?:articles?|stories)|limit)\b.{0,80}",
    r"(?:continue|keep) reading (?:with|for|by|after)\b.{0,80}|(?:unlock|read) (?:this|the) (?:full|whole"
    r"|rest)\b.{0,80}",
    r"(?:already|are you) an? (?:subscriber|member)\b.{0,60}|(?:sie haben |haben sie )?(?:bereits"
    r"|schon) (?:ein abo|abonnent(?:in)?)\b.{0,40}",
    r"(?:.{0,60}\b)?(?:weiterlesen|artikel (?:lesen|freischalten))\b.{0,40}\b(?:mit|abo|plus|anmelden"
    r"|registrieren|testen|abonnieren)\b.{0,80}",
    r"(?:dieser|diesen) (?:artikel|inhalt|beitrag)\b.{0,40}\b(?:abonnenten|abo|mitglieder|premium)\b.{0,80}"
    r"|(?:exklusiv|nur) für abonnenten.{0,40}",
    r"il vous (?:en )?reste\b.{0,40}\bà (?:lire|découvrir)\b.{0,80}|.{0,60}\bréservée? (?:à nos"
    r"|aux) abonnés\b.{0,60}",
    r"abonnez-vous\b.{0,60}\b(?:lire|accéder|poursuivre)\b.{0,60}|(?:suscríbe(?:te|se))\b.{0,40}\b(?:seguir"
    r"|continuar|leer)\b.{0,60}",
    r"(?:contenido|artículo)\b.{0,20}\bpara (?:suscriptores|socios)\b.{0,40}|abbonati\b.{0,40}\b(?:continuare"
    r"|leggere)\b.{0,60}",
    r".{0,40}\briservato agli abbonati\b.{0,40}|.{0,40}\babonn(?:ee|ement)\b.{0,80}\blezen\b.{0,40}"
    r"|assine\b.{0,40}\b(?:continuar|ler)\b.{0,60}",
)
_FORMS = {
    sign: re.compile(form, re.IGNORECASE)
    for sign, form in (
        (Sign.ERROR, _ERROR),
        (Sign.ROBOT, _ROBOT),
        (Sign.CONSENT, _CONSENT),
        (Sign.SCRIPT, _SCRIPT),
        (Sign.MOVED, _MOVED),
        (Sign.LOGIN, _LOGIN),
        (Sign.SEARCH, _SEARCH),
        (Sign.LISTING, _LISTING),
        (Sign.PAID, _PAID),
        (Sign.NOTHING, _NOTHING),
    )
}
