"""Finding a phrase however badly it is remembered: planning, ranking, exact spans of what matched."""
