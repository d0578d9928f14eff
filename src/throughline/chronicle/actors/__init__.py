"""Who is who across articles: persons, bodies, states and places, as far as a view knows them."""

from throughline.chronicle.actors.naming import Naming, everyone, naming
from throughline.chronicle.actors.record import actors, actors_of, bearers, is_listed, joints, matching

__all__ = ["Naming", "actors", "actors_of", "bearers", "everyone", "is_listed", "joints", "matching", "naming"]
