"""What a user says of outlets and sites, as a story keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A file of the user's, whole: `name` is "outlets.tsv" or "sites.toml", `content` its text.

    `before` counts the story's pages that were in it before, and so were read without it.
    """

    name: str
    content: str
    before: int = 0
