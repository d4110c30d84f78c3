"""The model, looked up: records by their keys, clauses by their words."""
