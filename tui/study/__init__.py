"""What a reader does with records: for now, read them."""
