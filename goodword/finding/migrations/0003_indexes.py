"""The indexes of the words in messages, cases, customers, addresses and promises, built without holding up writers."""

from django.db import migrations

INDEXES = {
    "message_by_words": (
        "cases_message",
        "goodword_words(id, subject || ' ' || from_name || ' ' || from_address || ' ' || reply_text)",
    ),
    "case_by_words": ("cases_case", "goodword_words(id, subject)"),
    "customer_by_words": ("people_customer", "goodword_words(id, name)"),
    "identity_by_words": ("people_identity", "goodword_words(id, address)"),
    "promise_by_words": ("promises_promise", "goodword_words(id, words)"),
}


def sql(name: str, table: str, words: str) -> migrations.RunSQL:
    """One index, and its removal."""
    return migrations.RunSQL(
        f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {table} USING gin ({words})",
        f"DROP INDEX CONCURRENTLY IF EXISTS {name}",
    )


class Migration(migrations.Migration):
    """Full text."""

    atomic = False
    dependencies = [("finding", "0002_words")]
    operations = [sql(name, *what) for name, what in INDEXES.items()]
