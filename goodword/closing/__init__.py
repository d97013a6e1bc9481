"""The end of a case: checks, answers, and the one close gate."""
