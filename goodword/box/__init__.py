"""The one-machine mode: embedded PostgreSQL, web and worker under one command."""
