"""A desk becomes a demo while it is empty or never, and a demo never becomes a real desk."""

from django.db import migrations

RULE = """
CREATE FUNCTION goodword_desk_is_settled(database text) RETURNS boolean LANGUAGE sql AS $$
    SELECT database NOT LIKE 'test\\_%'  -- the databases of test runs
        AND (EXISTS (SELECT 1 FROM people_agent) OR EXISTS (SELECT 1 FROM people_customer))
$$;
CREATE FUNCTION goodword_demo_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF goodword_desk_is_settled(current_database()) THEN
        PERFORM goodword_refuse(CASE TG_OP
            WHEN 'INSERT' THEN 'the clock of a desk that is in use cannot be made movable'
            ELSE 'a demo desk never becomes a real one' END);
    END IF;
    RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
END $$;
CREATE TRIGGER demo_begins BEFORE INSERT OR DELETE ON kit_clockshift
    FOR EACH ROW EXECUTE FUNCTION goodword_demo_begins();
"""
BACK = """
DROP TRIGGER demo_begins ON kit_clockshift;
DROP FUNCTION goodword_demo_begins(), goodword_desk_is_settled(text);
"""


class Migration(migrations.Migration):
    """The trigger behind `demo.build`."""

    dependencies = [("kit", "0001_initial"), ("people", "0001_initial"), ("promises", "0002_hard_rules")]
    operations = [migrations.RunSQL(RULE, BACK)]
