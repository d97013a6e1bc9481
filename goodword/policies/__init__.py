"""Policies: versioned articles on how we do things, each with a part that the customer may read."""
