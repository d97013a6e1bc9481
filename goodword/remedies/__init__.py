"""Remedies: what is given to put a matter right, by whose authority, and how that compares with what others got."""
