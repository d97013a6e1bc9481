"""Fair ratings of this desk: what a case began with is frozen, what became of it gathered, and both read nightly."""
