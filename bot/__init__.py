"""Lantern: a text line for people who are, or may be, trafficked. `docs/` explains it; `bot/app.py` wires it."""
