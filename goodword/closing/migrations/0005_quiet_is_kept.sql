-- Who wants no letters of the desk's own gets none, whoever writes it; a check belongs to a case of theirs.
CREATE FUNCTION goodword_contact_is_wanted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM closing_quiet WHERE customer_id = NEW.customer_id) THEN
        PERFORM goodword_refuse('This customer wants no letters that the desk writes by itself.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER contact_is_wanted BEFORE INSERT ON closing_contact FOR EACH ROW
    WHEN (NEW.kind <> 'check') EXECUTE FUNCTION goodword_contact_is_wanted();
