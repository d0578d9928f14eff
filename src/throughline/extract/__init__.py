"""Inputs to pages, pages to articles or problems."""
