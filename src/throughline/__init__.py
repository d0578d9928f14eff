"""Throughline keeps the record of one long news story."""
