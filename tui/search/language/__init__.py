"""The query language: what a reader may type into a search, as a tree, and back (for readers: docs/query.md)."""
