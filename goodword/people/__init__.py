"""Agents, teams and absences; customers, companies and their identities."""
