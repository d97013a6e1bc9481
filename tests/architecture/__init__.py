"""What imports do not show: one writer, sizes, fences, complete wiring, and a map that is true."""
