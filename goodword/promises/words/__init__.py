"""What promises sound like: tables per language, and the small readers over them. Pure: no Django, no database."""
