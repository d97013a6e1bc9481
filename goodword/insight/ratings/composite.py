"""People's effects and habits read together: what is seen on every case says something about the few answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DEGREES = 4  # heavy tails: some people are far from the others
WARM_UP, DRAWS = 150, 1200
PRIOR_AGENTS = 8.0
GRID = np.linspace(0.01, 1.0, 100)  # even in standard deviations: "people hardly differ" gets no head start


@dataclass(frozen=True)
class Draws:
    """Draws of the true values: draws x agents x (effect, habits...), and what the model implies for a new agent."""

    values: np.ndarray
    implied: np.ndarray  # draws x K x K: covariance of the population


def grid_posterior(estimate: np.ndarray, variance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns a grid of between-people variances and their posterior weights."""
    widest = 3 * max(float(estimate.std()), float(np.sqrt(np.median(variance))), 1e-6)
    grid = (GRID * widest) ** 2
    total = variance[None, :] + grid[:, None]
    mean = (estimate / total).sum(axis=1) / (1 / total).sum(axis=1)
    log = -0.5 * (np.log(total).sum(axis=1) + np.log((1 / total).sum(axis=1)))
    log -= 0.5 * ((estimate[None, :] - mean[:, None]) ** 2 / total).sum(axis=1)
    weight = np.exp(log - log.max())
    return grid, weight / weight.sum()


def between(estimate: np.ndarray, variance: np.ndarray, default: float) -> float:
    """Returns the variance between people, blended with a default worth eight of them."""
    grid, weight = grid_posterior(estimate, variance)
    count = len(estimate)
    return float((count * (grid * weight).sum() + PRIOR_AGENTS * default) / (count + PRIOR_AGENTS))


def draw(estimate: np.ndarray, variance: np.ndarray, defaults: np.ndarray, seed: int = 1) -> Draws:
    """Gibbs draws of a_j given est_j ~ N(a_j, diag var_j), a_j ~ t_4(mu, S), S ~ inverse Wishart."""
    random = np.random.default_rng(seed)
    agents, size = estimate.shape
    variance = np.maximum(variance, 1e-8)
    scale = np.array([between(estimate[:, k], variance[:, k], defaults[k] ** 2) for k in range(size)])
    psi, degrees = np.diag(scale * 0.6) * 3, size + 4
    certain, known = np.eye(size)[None] / variance[:, :, None], estimate / variance
    covariance, middle, tail = np.diag(scale * 0.6), estimate.mean(axis=0), np.ones(agents)
    values, implied = np.empty((DRAWS, agents, size)), np.empty((DRAWS, size, size))
    for step in range(WARM_UP + DRAWS):
        inverse = np.linalg.inv(covariance)
        root = root_of_inverse(inverse * tail[:, None, None] + certain)
        aim = known + tail[:, None] * (inverse @ middle)
        drawn = np.einsum("jlk,jl->jk", root, aim) + random.standard_normal((agents, size))
        now = np.einsum("jkl,jl->jk", root, drawn)
        away = now - middle
        distance = ((away @ inverse) * away).sum(axis=1)
        tail = random.gamma((DEGREES + size) / 2, 2 / (DEGREES + distance))
        middle = random.multivariate_normal(
            (tail[:, None] * now).sum(axis=0) / tail.sum(), covariance / tail.sum(), method="cholesky"
        )
        away = now - middle
        covariance = _inverse_wishart(random, degrees + agents, psi + (away * tail[:, None]).T @ away)
        if step >= WARM_UP:
            values[step - WARM_UP], implied[step - WARM_UP] = now, covariance * DEGREES / (DEGREES - 2)
    return Draws(values, implied)


def root_of_inverse(matrices: np.ndarray) -> np.ndarray:
    """Returns the lower triangular R with R R' = inverse, for each of many small positive definite matrices.

    Read backwards, M = U U' with U above the diagonal, and R is the inverse of U'.
    """
    lower = np.linalg.cholesky(matrices[:, ::-1, ::-1])[:, ::-1, ::-1].transpose(0, 2, 1)
    root = np.zeros_like(matrices)
    for row in range(matrices.shape[1]):
        ahead = np.einsum("jk,jkl->jl", lower[:, row, :row], root[:, :row, : row + 1])
        root[:, row, : row + 1] = -ahead
        root[:, row, row] += 1
        root[:, row, : row + 1] /= lower[:, row, row, None]
    return root


def _inverse_wishart(random: np.random.Generator, degrees: int, scale: np.ndarray) -> np.ndarray:
    """One draw, by Bartlett's decomposition."""
    size = len(scale)
    lower = np.tril(random.standard_normal((size, size)), -1)
    lower[np.diag_indices(size)] = np.sqrt(random.chisquare(degrees - np.arange(size)))
    root = np.linalg.cholesky(np.linalg.inv(scale)) @ lower
    return np.asarray(np.linalg.inv(root @ root.T))
