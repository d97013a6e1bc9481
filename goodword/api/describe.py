"""The description of the API as it is kept in the repository; `bin/openapi` writes it anew."""

from __future__ import annotations

import json


def description() -> str:
    """Returns OpenAPI 3.1 as JSON. Needs Django, no database."""
    from goodword.api.urls import api

    return json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    import sys

    import django

    django.setup()
    sys.stdout.write(description())
