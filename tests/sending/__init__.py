"""Replies that wait for their moment, and files that go as a link."""
