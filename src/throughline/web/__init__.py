"""The desk: the record in a browser, on this machine. It asks `story`, and never a stage.

Start with `app.py` (addresses), then `screens/` (one module a screen, each with its template of the same name).
"""
