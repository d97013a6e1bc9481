"""Tools without any word of the desk: clock, queue, sweep, nudges, text."""
