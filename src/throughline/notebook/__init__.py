"""What a story's verbs give, made to be looked at: tables and charts in a notebook, frames for other programs."""
