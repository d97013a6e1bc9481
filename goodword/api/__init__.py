"""The JSON door: for programs, which come with a token and never with a session."""
