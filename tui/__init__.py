"""summit-tui: the terminal reading room for summit statements."""

__version__ = "0.1.0"
