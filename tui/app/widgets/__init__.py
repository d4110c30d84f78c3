"""The panes and bars of the reading room, one widget a file."""
