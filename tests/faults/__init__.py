"""Kill -9, again and again: nothing lost, nothing twice, or a doubt that a person sees."""
