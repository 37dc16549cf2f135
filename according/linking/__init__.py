"""Annotation* -> Linked: which place, which actor, which source, and who claims what."""
