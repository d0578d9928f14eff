"""Findings and articles to links. It looks back, never ahead."""
