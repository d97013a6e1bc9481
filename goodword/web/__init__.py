"""The agents' pages: thin doors over actions."""
