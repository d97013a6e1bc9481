"""What does not go out at once: replies that wait for their moment, and files too large for a mail."""
