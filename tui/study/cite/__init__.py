"""Citations: from a record to a neutral reference, and from references to the formats that others read."""
