"""A small shop's desk with a believable month behind it, made by code."""
