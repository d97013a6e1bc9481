"""The honest forecast: how promises like this one really went, in business days. Pure: numpy, no database."""

from goodword.insight.forecast.answers import Answer, answer
from goodword.insight.forecast.days import BusinessDays
from goodword.insight.forecast.facts import Asked, Known
from goodword.insight.forecast.model import Model, fit

__all__ = ["Answer", "Asked", "BusinessDays", "Known", "Model", "answer", "fit"]
