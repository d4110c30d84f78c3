"""What a statement is: frozen records and their vocabulary. No files, no screen, no index."""
