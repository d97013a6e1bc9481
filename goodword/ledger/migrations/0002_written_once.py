"""The ledger is written once: the database itself refuses changes and removals."""

from django.db import migrations

WRITTEN_ONCE = """
CREATE FUNCTION goodword_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is written once and never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_written_once BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION goodword_written_once();
"""
BACK = "DROP TRIGGER entry_written_once ON ledger_entry; DROP FUNCTION goodword_written_once();"


class Migration(migrations.Migration):
    """Append-only ledger."""

    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(WRITTEN_ONCE, BACK)]
