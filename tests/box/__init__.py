"""The one-machine mode, tried with real servers, real processes and kill -9."""
