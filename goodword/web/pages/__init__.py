"""What a page shows, gathered from the rooms by as few reads as it takes."""
