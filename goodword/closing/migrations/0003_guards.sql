-- No letter of the desk's own above the customer's cap of the last thirty days, whoever writes it. The customer is
-- locked, so that of two letters at once the second one sees the first.
CREATE FUNCTION goodword_contact_cap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE cap integer := coalesce((SELECT contacts_per_month FROM closing_care), 4);
BEGIN
    PERFORM FROM people_customer WHERE id = NEW.customer_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM closing_contact
        WHERE customer_id = NEW.customer_id AND at > NEW.at - interval '30 days' AND at <= NEW.at) >= cap THEN
        PERFORM goodword_refuse('This customer has had as many letters of the desk''s own this month as are allowed.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER contact_cap BEFORE INSERT ON closing_contact FOR EACH ROW EXECUTE FUNCTION goodword_contact_cap();

-- No survey goes out, and none is answered, before the case has ended.
CREATE FUNCTION goodword_survey_after_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT status FROM cases_case WHERE id = NEW.case_id) <> 'closed' THEN
        PERFORM goodword_refuse('A survey comes after the end of a case.');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER survey_after_the_end BEFORE UPDATE OF sent_at ON closing_survey FOR EACH ROW
    WHEN (OLD.sent_at IS DISTINCT FROM NEW.sent_at) EXECUTE FUNCTION goodword_survey_after_the_end();
CREATE TRIGGER survey_begins_after_the_end BEFORE INSERT ON closing_survey FOR EACH ROW
    EXECUTE FUNCTION goodword_survey_after_the_end();
CREATE TRIGGER survey_answer_after_the_end BEFORE INSERT ON closing_surveyanswer FOR EACH ROW
    EXECUTE FUNCTION goodword_survey_after_the_end();
