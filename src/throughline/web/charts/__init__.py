"""Charts as geometry: from records to the numbers that a template writes into an SVG. Looks are the style sheet's."""
