"""Files of the content folder become articles."""

from according.reading.folder import read_folder

__all__ = ["read_folder"]
