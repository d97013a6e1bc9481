"""Working time: when the desk is open, in which zone, on which days it is not, and arithmetic on that."""
