"""Asks: small promises asked of a colleague, a team or a partner, each with an answer-by."""
