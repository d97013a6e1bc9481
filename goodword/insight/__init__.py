"""Measures, fair ratings and honest forecast: reads, and never writes what belongs to others."""
