"""Compiled facts with their sources: offices and who held them when, states, places, bodies, outlets."""
