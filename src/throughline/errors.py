"""What can go wrong through misuse or a broken machine. Bad input is no exception: it becomes a `Problem`.

    ThroughlineError
    ├── StoryError          the story file can't be used
    │   ├── NotAStory       the file is something else
    │   ├── NewerStory      written by a later version of Throughline
    │   ├── StoryMissing    there is no such file
    │   └── StoryBusy       another process is writing to it
    ├── StorageError        the disk is full or the file can't be written
    ├── SettingError        a file of outlets or sites can't be followed
    ├── ReaderError         the reader can't be loaded: its weights are missing or broken
    ├── QueryError          a question that can't be asked: a date that isn't one, an id nobody has
    └── EvidenceError       a record whose words are not in its article (a bug of ours, never of a page)

Each message says what to do next.
"""


class ThroughlineError(Exception):
    """The root: catch it to catch everything that Throughline raises on purpose."""


class StoryError(ThroughlineError):
    """The story file can't be used."""


class NotAStory(StoryError):  # noqa: N818 - reads as what it says
    """The file is no Throughline story."""


class NewerStory(StoryError):  # noqa: N818 - reads as what it says
    """The file was written by a later version of Throughline."""


class StoryMissing(StoryError):  # noqa: N818 - reads as what it says
    """There is no story at this path."""


class StoryBusy(StoryError):  # noqa: N818 - reads as what it says
    """Another process is writing to the story."""


class StorageError(ThroughlineError):
    """The machine could not keep what it was given."""


class SettingError(ThroughlineError):
    """What a user says of outlets or sites can't be followed; the message names the file and the line."""


class ReaderError(ThroughlineError):
    """The reader that was asked for can't be loaded."""


class QueryError(ThroughlineError):
    """A question that can't be asked of a story."""


class EvidenceError(ThroughlineError):
    """A record's words are not what its article says at that place."""
