"""How a commitment recurs: where it stands in time, in which words, what changed since the last time, what is gone."""
