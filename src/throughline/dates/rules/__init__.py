"""The patterns of time expressions, by what they name; each rule has a name, an example, and a reader."""
