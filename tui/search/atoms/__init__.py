"""What can be asked of a clause's words, each in one segment: which clauses have it, and which of their words light."""
