"""The JSON door, tried by a real client."""
