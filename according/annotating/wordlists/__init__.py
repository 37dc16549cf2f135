"""Word lists of the world that tell what a name names: countries and peoples, kinds of bodies, well-known names."""
