"""The measurements, one command each: `bench/NAME` prints one JSON object."""
