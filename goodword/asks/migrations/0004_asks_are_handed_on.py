"""Nobody is sent away while others wait for their answer: the asks that they hold are handed on first."""

from django.db import migrations

HANDED_ON = """
CREATE FUNCTION goodword_holder_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM people_agent WHERE id = NEW.id AND NOT is_active)
        AND EXISTS (SELECT 1 FROM asks_ask WHERE holder_id = NEW.id AND state = 'open') THEN
        RAISE EXCEPTION 'somebody from whom an answer is expected cannot be deactivated before it is handed on'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER holder_hands_on AFTER UPDATE OF is_active ON people_agent
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION goodword_holder_at_commit();
"""
BACK = "DROP TRIGGER holder_hands_on ON people_agent; DROP FUNCTION goodword_holder_at_commit();"


class Migration(migrations.Migration):
    """The rule of `promises.owners.leave`, in the database."""

    dependencies = [("asks", "0003_links_and_files"), ("people", "0001_initial")]
    operations = [migrations.RunSQL(HANDED_ON, BACK)]
