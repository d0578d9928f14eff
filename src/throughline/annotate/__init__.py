"""Articles to findings: plain functions of (article, parse, earlier findings)."""
