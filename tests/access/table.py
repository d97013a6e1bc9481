"""Who may do what, for every address of the house: the one table that `test_matrix.py` holds the house to.

One line per address, under its longest common beginning: who may GET, who may POST, and for the API who may DELETE.

    everybody  also without sign-in          desk     who has a desk: agent, lead, admin, auditor
    writers    a desk, but no auditor        leads    leads and admins
    admins     admins                        nobody   the method does not exist there (405)

A new address needs a line here, and if it names a thing (`<int:pk>`) that no line of THINGS knows, one there as well.
"""

from __future__ import annotations

ROLES = {
    "nobody": set(),
    "everybody": {"stranger", "agent", "lead", "admin", "colleague", "auditor"},
    "known": {"agent", "lead", "admin", "colleague", "auditor"},
    "desk": {"agent", "lead", "admin", "auditor"},
    "writers": {"agent", "lead", "admin"},
    "leads": {"lead", "admin"},
    "admins": {"admin"},
    "lena": {"lead"},  # a handover is accepted by whom it is offered to, and by nobody else
}

SHEET, READ, MOVE = "writers writers", "desk nobody", "nobody writers"
SETTING, SHOWN, SWITCH = "admins admins", "admins nobody", "nobody admins"
VISIT, PRESS = "everybody nobody", "nobody everybody"

TABLE: dict[str, dict[str, str]] = {
    "": {"": READ, "live": READ, "search": READ, "healthz": VISIT, "readyz": VISIT, "metrics": VISIT},
    "assets/<slug:version>/<path:name>": {"": VISIT},
    "webhooks/<slug:provider>": {"": "nobody nobody"},  # providers, by their secret: tests/web/test_webhooks.py
    "accounts/": {
        "login/": "everybody everybody",
        "logout/": "everybody everybody",
        "inactive/": VISIT,
        "signup/": "everybody everybody",
        "reauthenticate/": "known known",
        "email/": "nobody nobody",
        "confirm-email/": "nobody nobody",
        "^confirm-email/(?P<key>[-:\\w]+)/$": "nobody nobody",
        "login/code/confirm/": "nobody nobody",
        "password/change/": "known known",
        "password/set/": "known known",
        "password/reset/": "everybody everybody",
        "password/reset/done/": VISIT,
        "password/reset/key/done/": VISIT,
        "^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "everybody everybody",
    },
    "portal/": {
        "asks/<str:token>": VISIT,
        "asks/<str:token>/answer": PRESS,
        "<str:token>": VISIT,
        "<str:token>/messages": PRESS,
        "<str:token>/closure": PRESS,
        "<str:token>/remainder": PRESS,
        "<str:token>/promises/<int:promise>/receipt": PRESS,
        "<str:token>/promises/<int:promise>/dispute": PRESS,
        "<str:token>/promises/<int:promise>/reminder": PRESS,
        "<str:token>/promises/<int:promise>/day": "everybody everybody",
        "<str:token>/said/<str:said>": VISIT,
    },
    "demo/": {
        "clock": "nobody desk",
        "customer": VISIT,
        "meanwhile": READ,
        "post": READ,
        "post/<int:number>": READ,
        "post/<int:number>/answers": "nobody desk",
        "mails": "nobody desk",
    },
    "inbox/": {
        "": READ,
        "<slug:name>/": READ,
        "<slug:name>/people": READ,
        "<slug:name>/owner": MOVE,
    },
    "cases/new": {"": SHEET, "/hearing": MOVE},
    "cases/<int:pk>": {
        "": READ,
        "/header": READ,
        "/timeline": READ,
        "/panel": READ,
        "/work": READ,
        "/brief": READ,
        "/on-file": READ,
        "/policies": READ,
        "/remedies/outlook": READ,
        "/messages": MOVE,
        "/calls": MOVE,
        "/notes": MOVE,
        "/hearing": MOVE,
        "/files": MOVE,
        "/reopening": MOVE,
        "/waiting": MOVE,
        "/suggestion": MOVE,
        "/links": SHEET,
        "/owner": SHEET,
        "/snooze": SHEET,
        "/subject": SHEET,
        "/wanted-outcome": SHEET,
        "/closure": SHEET,
        "/address": SHEET,
        "/merge": SHEET,
        "/promises": SHEET,
        "/handover": SHEET,
        "/asks": SHEET,
        "/category": SHEET,
        "/diagnosis/<int:number>": SHEET,
        "/resolutions": SHEET,
        "/remedies": SHEET,
    },
    "messages/<int:pk>/": {
        "body": READ,
        "pictures/<str:token>": READ,
        "delivery": MOVE,
        "source": READ,
    },
    "attachments/<int:pk>": {"": READ},
    "handovers/<int:pk>/": {"acceptance": "nobody lena", "return": SHEET, "withdrawal": MOVE},
    "resolutions/<int:pk>/": {"agreement": SHEET, "refusal": SHEET},
    "remedies/<int:pk>/": {"overruling": "leads leads", "promise": SHEET},
    "promises/<int:pk>": {
        "": READ,
        "/evidence": SHEET,
        "/confirmation": SHEET,
        "/dispute": SHEET,
        "/release": SHEET,
        "/owner": SHEET,
        "/acknowledgement": SHEET,
        "/renegotiations": SHEET,
    },
    "asks/": {
        "receivers": "writers nobody",
        "<int:pk>": READ,
        "<int:pk>/files/<int:number>": READ,
        "<int:pk>/dependencies": SHEET,
        "<int:pk>/dependencies/<int:promise>/removal": MOVE,
        "<int:pk>/answer": SHEET,
        "<int:pk>/extension": SHEET,
        "<int:pk>/withdrawal": SHEET,
    },
    "partners/": {"": READ, "new": "leads leads", "<int:pk>": READ, "<int:pk>/details": "leads leads"},
    "skills/": {"": READ, "topics": MOVE, "<int:pk>/removal": MOVE},
    "policies/": {
        "": READ,
        "new": "leads leads",
        "<slug:slug>": READ,
        "<slug:slug>/versions": "leads leads",
        "<slug:slug>/force": "nobody leads",
    },
    "notices": {"": READ, "/bell": READ, "/receipts": "nobody desk"},
    "settings/": {
        "": READ,
        "me": "desk writers",
        "me/absences": MOVE,
        "absences/<int:pk>/removal": MOVE,
        "organisation": SETTING,
        "purchases": SETTING,
        "remedies": SHOWN,
        "remedies/<int:pk>": SWITCH,
        "categories": SHOWN,
        "categories/new": SETTING,
        "categories/<int:pk>": SETTING,
    },
    "settings/kinds": {
        "": SHOWN,
        "/new": SETTING,
        "/<int:pk>": SETTING,
        "/<int:pk>/use": SWITCH,
        "/<int:pk>/place": SWITCH,
    },
    "settings/mailboxes": {"": SHOWN, "/new": SETTING, "/<int:pk>": SETTING, "/<int:pk>/use": SWITCH},
    "settings/mail/": {
        "": "leads nobody",
        "stopped": "leads nobody",
        "stopped/<int:pk>/release": "nobody leads",
        "in/<int:pk>": "leads nobody",
        "in/<int:pk>/source": "leads nobody",
        "in/<int:pk>/attempts": SWITCH,
        "out/<int:pk>": "leads nobody",
        "out/<int:pk>/source": "leads nobody",
        "out/<int:pk>/attempts": SWITCH,
    },
    "settings/hours": {
        "": SHOWN,
        "/new": SETTING,
        "/holidays": SHOWN,
        "/<int:pk>": SETTING,
        "/<int:pk>/holidays": SWITCH,
        "/<int:pk>/holidays/<day:day>/removal": SWITCH,
    },
    "settings/people": {
        "": SHOWN,
        "/new": SETTING,
        "/<int:pk>": SETTING,
        "/<int:pk>/departure": SETTING,
        "/<int:pk>/return": SWITCH,
        "/<int:pk>/invitation": SWITCH,
        "/<int:pk>/absences": SWITCH,
    },
    "settings/teams/": {"new": SETTING, "<int:pk>": SETTING},
    "api/": {"^": "nobody nobody", "v1/": "nobody nobody", "v1/openapi.json": "everybody everybody everybody"},
    "api/v1/": {
        "cases": "desk writers",
        "cases/<pk>": READ,
        "cases/<pk>/closure": "nobody writers writers",
        "cases/<pk>/messages": MOVE,
        "cases/<pk>/calls": MOVE,
        "cases/<pk>/notes": MOVE,
        "cases/<pk>/promises": MOVE,
        "promises": READ,
        "promises/<pk>": READ,
        "promises/<pk>/evidence": MOVE,
        "promises/<pk>/renegotiations": MOVE,
        "promises/<pk>/release": MOVE,
        "promises/<pk>/confirmation": MOVE,
        "promises/<pk>/dispute": MOVE,
        "promises/<pk>/owner": MOVE,
        "promises/<pk>/acknowledgement": MOVE,
        "customers": READ,
        "customers/<pk>": READ,
        "events": READ,
    },
}


def rights() -> dict[str, tuple[set[str], set[str], set[str]]]:
    """Who may GET, POST and DELETE, by whole address."""
    found = {}
    for start, rows in TABLE.items():
        for rest, line in rows.items():
            names = [*line.split(), "nobody"][:3]
            found[start + rest] = (ROLES[names[0]], ROLES[names[1]], ROLES[names[2]])
    return found
