"""The tests mirror the house; `flows` tell stories end to end, `browser` and `faults` try the running desk."""
