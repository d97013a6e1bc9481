"""The one-machine mode: an embedded PostgreSQL, and web and worker as supervised processes."""
