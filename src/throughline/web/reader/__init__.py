"""The evidence reader as data: an article's text cut where records begin and end, and what stands beside it.

Start with `marks.py` (the cut), then `records.py` (what is marked), `passages.py` (the text as it is shown).
"""
