"""Title, subtitle, outlet, authors, dateline, origin, section, language, address and notes of an article."""
