"""How the labeller of plain text is made: pages rendered as text, their lines labelled, a small network fitted."""
