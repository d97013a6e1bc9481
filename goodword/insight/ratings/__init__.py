"""Fair ratings: what customers say, read in the light of how hard their cases were. Pure: numpy, no database."""

from goodword.insight.ratings.facts import Cases, Named, cases_of
from goodword.insight.ratings.fit import Rating, rate

__all__ = ["Cases", "Named", "Rating", "cases_of", "rate"]
