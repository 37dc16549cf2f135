"""Pages, data and feeds: what the world sees of a build."""
