"""Ridge regression solved once for every noise: the eigenvectors of X'WX against the prior do not depend on it."""

from __future__ import annotations

import numpy as np


class Ridge:
    """The normal equations of one design: (X'WX / noise + diag(precision)) beta = right."""

    def __init__(self, gram: np.ndarray, precision: np.ndarray) -> None:
        root = precision**-0.5
        values, vectors = np.linalg.eigh(root[:, None] * gram * root)
        self._values = np.maximum(values, 0.0)
        self._axes = root[:, None] * vectors

    def _left(self, noise: float) -> np.ndarray:
        return np.asarray(self._values / noise + 1)

    def solve(self, right: np.ndarray, noise: float) -> np.ndarray:
        """Returns the coefficients."""
        return np.asarray(self._axes @ ((self._axes.T @ right) / self._left(noise)))

    def used(self, noise: float) -> float:
        """Returns how many coefficients the data really determine (the trace of the hat matrix)."""
        return float((1 - 1 / self._left(noise)).sum())

    def covariance(self, noise: float, part: slice = slice(None)) -> np.ndarray:
        """Returns the covariance of the coefficients, or of a part of them."""
        axes = self._axes[part]
        return np.asarray((axes / self._left(noise)) @ axes.T)
