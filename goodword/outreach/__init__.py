"""Writing before anybody asks: contacts planned by milestones of a purchase, and one notice to many customers."""
