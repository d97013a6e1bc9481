"""The command line, tried as people use it."""
