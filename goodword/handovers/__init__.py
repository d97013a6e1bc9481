"""Handovers: a case is offered with a brief, and is the receiver's only once they have accepted."""
