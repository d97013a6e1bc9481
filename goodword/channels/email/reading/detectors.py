"""Detectors of the library."""


def detected(*a): ...
