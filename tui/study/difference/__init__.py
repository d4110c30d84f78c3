"""How two texts differ, word by word: the fewest words that can be told, each difference with its kind."""
