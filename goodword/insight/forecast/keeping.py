"""A model as bytes and back: arrays and plain text only, so that reading it can run nothing."""

from __future__ import annotations

import io
import json
from dataclasses import fields
from datetime import date, time

import numpy as np

from goodword.insight.forecast.days import BusinessDays
from goodword.insight.forecast.facts import Codes, Levels
from goodword.insight.forecast.model import Model
from goodword.insight.forecast.ridge import Fitted
from goodword.insight.forecast.terms import Sizes


def to_bytes(model: Model) -> bytes:
    """Returns a model as a compressed archive of arrays, with what is not an array as JSON."""
    days, fitted = model.days, model.fitted
    plain = {
        "days": [days.first.isoformat(), days.last.isoformat(), sorted(days.weekdays),
                 sorted(day.isoformat() for day in days.holidays), days.opens.isoformat(), days.closes.isoformat()],
        "cutoff": model.cutoff, "sizes": [model.sizes.kind, model.sizes.partner, model.sizes.team],
        "levels": {name: list(getattr(model.levels, name)) for name in ("kind", "partner", "team")},
        "offsets": fitted.offsets, "widths": fitted.widths,
    }  # fmt: skip
    arrays = {f"past_{field.name}": getattr(model.past, field.name) for field in fields(Codes)}
    out = io.BytesIO()
    np.savez_compressed(
        out, plain=np.frombuffer(json.dumps(plain).encode(), dtype=np.uint8), beta=fitted.beta,
        covariance=fitted.covariance.astype(np.float32), watched=model.watched, done=model.done, **arrays,
    )  # fmt: skip
    return out.getvalue()


def from_bytes(content: bytes) -> Model:
    """Returns the model of `to_bytes`. Raises ValueError or KeyError for anything else."""
    with np.load(io.BytesIO(content), allow_pickle=False) as found:
        plain = json.loads(found["plain"].tobytes())
        first, last, weekdays, holidays, opens, closes = plain["days"]
        days = BusinessDays(
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            weekdays=frozenset(weekdays),
            holidays=frozenset(date.fromisoformat(day) for day in holidays),
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
        )
        levels = Levels(**{name: {level: n for n, level in enumerate(some)} for name, some in plain["levels"].items()})
        fitted = Fitted(found["beta"], found["covariance"].astype(float), plain["offsets"], plain["widths"])
        past = Codes(**{field.name: found[f"past_{field.name}"] for field in fields(Codes)})
        return Model(
            days, plain["cutoff"], levels, Sizes(*plain["sizes"]), fitted, past, found["watched"], found["done"]
        )
