"""The server's entry: one port for pages, events and health."""

import os
from importlib import import_module
from threading import Thread

from django.conf import settings
from django.core.asgi import get_asgi_application

from goodword.config.database import POOL

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")

# Requests run in threads that come and go: a pool keeps their connections, which the worker's few threads do not need.
# Each is looked at before it is used, so that a restart of the database shows nobody an error.
settings.DATABASES["default"]["OPTIONS"]["pool"] = dict(POOL)
settings.DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

application = get_asgi_application()

# The first draft of a process waits for nothing: the tables of words are read while the server begins to listen.
Thread(target=import_module("goodword.promises.hearing").warm, name="warm", daemon=True).start()
