"""The names under which zones stand behind a time of day ("5pm EST"). Ambiguous ones are left out."""

ZONES = {
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "EASTERN": "America/New_York",
    "CST": "America/Chicago", "CDT": "America/Chicago", "CT": "America/Chicago", "CENTRAL": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver", "MOUNTAIN": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "PACIFIC": "America/Los_Angeles", "GMT": "Etc/UTC", "UTC": "Etc/UTC", "BST": "Europe/London",
    "UK": "Europe/London", "LONDON": "Europe/London", "CET": "Europe/Paris", "CEST": "Europe/Paris",
    "PARIS": "Europe/Paris", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "GERMAN": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "AWST": "Australia/Perth",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
