"""Counts of the inbox: each change of a case adds rows to a heap, so that nobody waits for a counter row."""

from django.db import migrations

TALLIES = """
CREATE FUNCTION goodword_views_of(status text, owner_id bigint) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN status = 'open' AND owner_id IS NULL THEN ARRAY['open', 'unowned']
        WHEN status = 'open' THEN ARRAY['open', 'mine:' || owner_id]
        ELSE ARRAY[status]
    END
$$;
CREATE FUNCTION goodword_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO cases_tally (view, change) SELECT unnest(goodword_views_of(OLD.status, OLD.owner_id)), -1;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO cases_tally (view, change) SELECT unnest(goodword_views_of(NEW.status, NEW.owner_id)), 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER case_tally_new AFTER INSERT OR DELETE ON cases_case
    FOR EACH ROW EXECUTE FUNCTION goodword_tally();
CREATE TRIGGER case_tally_change AFTER UPDATE OF status, owner_id ON cases_case
    FOR EACH ROW WHEN (OLD.status <> NEW.status OR OLD.owner_id IS DISTINCT FROM NEW.owner_id)
    EXECUTE FUNCTION goodword_tally();
"""
BACK = """
DROP TRIGGER case_tally_new ON cases_case; DROP TRIGGER case_tally_change ON cases_case;
DROP FUNCTION goodword_tally(); DROP FUNCTION goodword_views_of(text, bigint);
"""


class Migration(migrations.Migration):
    """Kept counts."""

    dependencies = [("cases", "0002_initial")]
    operations = [migrations.RunSQL(TALLIES, BACK)]
