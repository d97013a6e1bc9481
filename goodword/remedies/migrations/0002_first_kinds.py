"""The remedies that every desk begins with, and small authorities; admins change both."""

from django.db import migrations

KINDS = [  # slug, name, has an amount, kind of promise, what an agent and a lead may grant (cents; None: nothing)
    ("refund", "Refund", True, "refund", 3000, 20000),
    ("credit", "Credit", True, "credit", 3000, 20000),
    ("discount", "Discount", True, "credit", 2000, 10000),
    ("replacement", "Replacement", True, "replacement", 5000, 30000),
    ("repair", "Repair", False, "fix", 0, 0),
    ("apology", "Apology in writing", False, "email", 0, 0),
]


def add(apps, schema_editor):
    """Adds the kinds that are not there yet, with their authorities."""
    kinds = apps.get_model("remedies", "RemedyKind")
    authorities = apps.get_model("remedies", "Authority")
    promised = {kind.slug: kind for kind in apps.get_model("promises", "Kind").objects.all()}
    for position, (slug, name, has_amount, promise, agent, lead) in enumerate(KINDS):
        row, new = kinds.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name, "has_amount": has_amount, "promise_kind": promised[promise], "position": position * 10,
            },
        )
        if new:
            for role, limit in (("agent", agent), ("lead", lead)):
                authorities.objects.create(role=role, kind=row, limit=limit)


class Migration(migrations.Migration):
    """First kinds."""

    dependencies = [("remedies", "0001_initial"), ("promises", "0003_first_kinds")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
