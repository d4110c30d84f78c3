"""Proving a quotation: were these words said, where, and if not, how do they differ (docs/verify.md)."""
