"""Telling colleagues: in the desk and by e-mail, bundled, each once per person and cause."""
