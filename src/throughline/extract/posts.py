"""What a line of a comment section is for: its heading, a rule for readers, the head of a post, the link below it.

In: one line of text. Out: yes or no to each kind. The forms are those that comment systems print in the larger
European languages. No pattern nests a repeat in a repeat, and each looks at a bounded stretch of the line.
"""

import re

_LONGEST = 1500  # characters of a line that are looked at


def _any_of(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


# The words of a comment section and of those who keep order in it.
_COMMENTS = (
    r"(?:comments?|responses?|kommentare?|commentaires?|comentarios|reacties|repl(?:y|ies)|antworten|pingbacks?)"
)
_COMMENTS_HEADING = re.compile(
    _any_of(
        r"(?:(?:no|view|show|reader|all|see|alle|ihre|ältere|older|previous)\s)?(?:reader )?"
        rf"{_COMMENTS}\s?(?:\(\d+\)|\d+)?\s?:?",
        rf"(?:\d[\d,.]*|one|eine?)\s(?:reader )?(?:{_COMMENTS}|comment threads?|thoughts?|gedanken?)\b.{{0,80}}",
        r"(?:leave|post|add|write|submit|make) (?:a |your )?(?:comment|reply|response)s?(?: below)?",
        r"comments (?:are|have been|is) closed.{0,30}", r"join the (?:conversation|discussion).{0,20}",
        r"have your say.{0,20}", r"disqus.{0,30}", r"kommentar schreiben", r"diskutieren sie mit.{0,20}",
        r"leser(?:briefe?|post|kommentare)(?: schreiben)?:?", r"letters to the editor",
    ),
    re.IGNORECASE,
)  # fmt: skip
_COMMENTS_COUNT = re.compile(rf"(?:[1-9][\d,.]*|one|eine?)\s(?:reader )?{_COMMENTS}\b.{{0,80}}", re.IGNORECASE)
# The line above a reader's post (who; when, to the minute), and the link below it.
_SAYS = r".{2,60}\b(?:says|said|writes|wrote|sagte?|schreibt|schrieb|meint|dit|dice|ha scritto|zegt)\s?:"
_ANSWER = r"(?:reply|antworten|répondre|responder|rispondi|beantwoorden|zitieren|log in to reply|zum antworten.{0,30})"
_ANSWER_LINK = re.compile(_any_of(_SAYS, _ANSWER), re.IGNORECASE)
_POST = re.compile(
    _any_of(
        _SAYS,
        _ANSWER,
        r".{0,60}(?:\b(?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}\.).{0,20}\b\d{1,2}[:.]\d\d\b.{0,30}",
        r".{0,60}\b(?:an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago\b.{0,20}",
    ),
    re.IGNORECASE,
)
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
_THREAD = re.compile(
    _any_of(
        "reply", "replies", r"\d+ (?:thread )?repl(?:y|ies)", "report(?: abuse)?", "flag", "permalink", "upvote",
        "downvote", "like", "share", "edit", "quote", "antworten", r"\d+ (?:likes?|comment authors?)", "notify of",
        r"(?:newest|oldest|best|top|most (?:voted|liked|reacted)|hottest|recent comment).{0,40}", "log in to reply",
        r"(?:an? |\d+ )?(?:second|minute|hour|day|week|month|year)s? ago", r".{2,40} (?:says|said|writes|wrote):?",
        "guest", "anonymous", r"\[?[-−+–]\]?", r"\d+",
    ),
    re.IGNORECASE,
)  # fmt: skip
_LONGEST_SIGN = 60  # characters


def is_heading(line: str) -> bool:
    """Tell the heading or the invitation that opens a comment section."""
    return len(line) <= _LONGEST_POST and _COMMENTS_HEADING.fullmatch(line.strip("*•{}[]–- ")) is not None


def is_count(line: str) -> bool:
    """Tell "2 comments": below it stand what readers wrote, not a form."""
    return len(line) <= _LONGEST_POST and _COMMENTS_COUNT.fullmatch(line.strip("*•{}[]–- ")) is not None


def is_rule(line: str) -> bool:
    """Tell a sentence about what readers may post: moderation and comments in one breath."""
    start = line[:_LONGEST]
    return bool(_MODERATION.search(start) and _COMMENT.search(start))


def is_sign(line: str) -> bool:
    """Tell a short line that only comment threads have: reply links, ages, votes."""
    return len(line) <= _LONGEST_SIGN and _THREAD.fullmatch(line) is not None


def is_answer_link(line: str) -> bool:
    """Tell "Reply", or "Ana Ruiz says:": what only a thread has."""
    return len(line) <= _LONGEST_POST and _ANSWER_LINK.fullmatch(line.strip(_POST_EDGES)) is not None


def is_head(line: str) -> bool:
    """Tell the line that stands above a reader's post (who, when), or the reply link below it."""
    return len(line) <= _LONGEST_POST and (
        _POST.fullmatch(line) is not None or _POST.fullmatch(line.strip(_POST_EDGES)) is not None
    )
