"""The screens: the reading room, and what opens on top of it."""
