"""What people fill in: parsing only, the rules are asked by the actions."""
