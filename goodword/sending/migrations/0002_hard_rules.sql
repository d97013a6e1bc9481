-- The life of a reply that waits: it ends once, says for ever what it said, and never goes out early or unread.

CREATE FUNCTION goodword_reply_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN PERFORM goodword_refuse('a reply that waits is taken back, never removed'); END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'waiting' THEN PERFORM goodword_refuse('a reply begins by waiting'); END IF;
        RETURN NEW;
    END IF;
    IF (NEW.case_id, NEW.by_id, NEW.written_at, NEW.is_scheduled, NEW.seen, NEW.text, NEW.html, NEW."to", NEW.cc,
        NEW.bcc, NEW.sender, NEW.files, NEW.promises)
        IS DISTINCT FROM (OLD.case_id, OLD.by_id, OLD.written_at, OLD.is_scheduled, OLD.seen, OLD.text, OLD.html,
        OLD."to", OLD.cc, OLD.bcc, OLD.sender, OLD.files, OLD.promises) THEN
        PERFORM goodword_refuse('a reply that waits is never rewritten');
    END IF;
    IF OLD.state <> 'waiting' AND (NEW.state, NEW.goes_at, NEW.message_id, NEW.ended_at)
        IS DISTINCT FROM (OLD.state, OLD.goes_at, OLD.message_id, OLD.ended_at) THEN
        PERFORM goodword_refuse('a reply that was taken back or sent does not wait again');
    END IF;
    IF OLD.state = 'waiting' AND NEW.state = 'sent' THEN
        IF EXISTS (SELECT 1 FROM cases_message WHERE id = NEW.message_id AND at < NEW.goes_at) THEN
            PERFORM goodword_refuse('a reply never goes out before its moment');
        END IF;
        IF EXISTS (
            SELECT 1 FROM cases_message
            WHERE case_id = NEW.case_id AND id > NEW.seen AND NOT is_ours AND NOT is_automatic
        ) THEN
            PERFORM goodword_refuse('the customer wrote first: the reply stays');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reply_life BEFORE INSERT OR UPDATE OR DELETE ON sending_reply
    FOR EACH ROW EXECUTE FUNCTION goodword_reply_life();
