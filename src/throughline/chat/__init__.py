"""A story as a chat asks it: the reading verbs as tools of the Model Context Protocol, read-only."""
