"""The event stream: names of what changed, never contents."""
