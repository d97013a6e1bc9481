"""The kinds that every desk begins with; admins add and change them."""

from django.db import migrations

WORD, EVENT, SENT = "customer_word", "provider_event", "message_sent"
CALL, PARTNER, STATEMENT = "call_reached", "partner_answer", "agent_statement"
DAY, RECEIPT = "after_a_day", "after_receipt"

KINDS = [
    # slug, name, accepts, lead time in business minutes, check
    ("callback", "Callback", [CALL, WORD], 30, DAY),
    ("email", "Written answer", [SENT, WORD], 120, DAY),
    ("document", "Document", [SENT, WORD], 120, DAY),
    ("update", "Milestone update", [SENT, CALL, WORD], 120, DAY),
    ("investigate", "Investigation", [SENT, CALL, PARTNER, WORD], 240, DAY),
    ("refund", "Refund", [EVENT, WORD], 480, RECEIPT),
    ("credit", "Credit", [EVENT, STATEMENT, WORD], 240, DAY),
    ("replacement", "Replacement", [EVENT, WORD], 960, RECEIPT),
    ("shipment", "Shipment", [EVENT, WORD], 960, RECEIPT),
    ("fix", "Repair", [STATEMENT, PARTNER, WORD], 480, DAY),
    ("visit", "Visit", [STATEMENT, PARTNER, WORD], 480, DAY),
    ("escalate", "Hand on to somebody who decides", [STATEMENT, CALL, SENT, WORD], 120, DAY),
    ("other", "Other", [STATEMENT, SENT, CALL, EVENT, PARTNER, WORD], 120, DAY),
]


def add(apps, schema_editor):
    """Adds the kinds that are not there yet."""
    model = apps.get_model("promises", "Kind")
    for position, (slug, name, accepts, lead, check) in enumerate(KINDS):
        model.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name, "accepts": accepts, "lead_minutes": lead, "check_rule": check, "position": position * 10,
            },
        )  # fmt: skip


class Migration(migrations.Migration):
    """First kinds."""

    dependencies = [("promises", "0002_hard_rules")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
