"""Cases: one matter of one customer, with its messages, notes and calls."""
