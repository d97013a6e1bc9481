"""Finding: the language in which people ask, the words that are known, and what fits."""
