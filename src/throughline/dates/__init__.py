"""Time expressions, and the publication date as a constraint problem. In: text. Out: days, with their reasons."""
