-- The hard rules of a promise (PRODUCT.md section 2), held by the database behind the domain code.

CREATE FUNCTION goodword_refuse(words text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', words USING ERRCODE = 'check_violation';
END $$;

-- The life of a promise: which status may follow which, and a verdict that is set once and only worsens.
CREATE FUNCTION goodword_promise_life() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told promises_due%ROWTYPE;
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN PERFORM goodword_refuse('a promise is never removed'); END IF;
        RETURN OLD;
    END IF;
    IF (NEW.made_at, NEW.made_by_id, NEW.first_due_at, NEW.words, NEW.kind_id)
        IS DISTINCT FROM (OLD.made_at, OLD.made_by_id, OLD.first_due_at, OLD.words, OLD.kind_id) THEN
        PERFORM goodword_refuse('what was promised is never rewritten');
    END IF;
    IF NEW.status <> OLD.status AND NOT (
        (OLD.status = 'draft' AND NEW.status = 'owed')
        OR (OLD.status = 'owed' AND NEW.status IN ('delivered', 'confirmed', 'released'))
        OR (OLD.status = 'delivered' AND NEW.status IN ('owed', 'confirmed', 'released'))
    ) THEN
        PERFORM goodword_refuse(format('a promise cannot go from %s to %s', OLD.status, NEW.status));
    END IF;
    IF NEW.verdict <> OLD.verdict THEN
        IF NOT (
            OLD.verdict = 'pending'
            OR (OLD.verdict = 'kept' AND NEW.verdict IN ('kept_renegotiated', 'broken'))
            OR (OLD.verdict = 'kept_renegotiated' AND NEW.verdict = 'broken')
        ) THEN
            PERFORM goodword_refuse(format('a verdict never goes from %s to %s', OLD.verdict, NEW.verdict));
        END IF;
        IF NEW.verdict IN ('kept', 'kept_renegotiated') AND NOT (
            NEW.status IN ('delivered', 'confirmed') AND NEW.delivered_at <= NEW.due_at
            AND NEW.renegotiated = (NEW.verdict = 'kept_renegotiated')
        ) THEN
            PERFORM goodword_refuse('only what was delivered by its due was kept');
        END IF;
    END IF;
    IF NEW.due_at <> OLD.due_at THEN
        SELECT * INTO told FROM promises_due WHERE promise_id = NEW.id AND state = 'told' ORDER BY id DESC LIMIT 1;
        IF told.due_at IS DISTINCT FROM NEW.due_at THEN
            PERFORM goodword_refuse('a due moves only to a date that the customer was told');
        END IF;
        IF NEW.verdict <> 'broken' AND told.told_at >= OLD.due_at THEN
            PERFORM goodword_refuse('a date told after the old due is no renegotiation: the promise is broken');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promise_life BEFORE UPDATE OR DELETE ON promises_promise
    FOR EACH ROW EXECUTE FUNCTION goodword_promise_life();

-- A promise begins as a draft, without a verdict.
CREATE FUNCTION goodword_promise_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> 'draft' OR NEW.verdict <> 'pending' OR NEW.due_at <> NEW.first_due_at THEN
        PERFORM goodword_refuse('a promise begins as a draft, without a verdict');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promise_begins BEFORE INSERT ON promises_promise
    FOR EACH ROW EXECUTE FUNCTION goodword_promise_begins();

-- At commit: an owed promise has an active owner, a told due and a case that is not closed over it; a delivered
-- one has evidence that stands. The locks make two transactions that cross each other meet here.
CREATE FUNCTION goodword_promise_stands(which bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    promise promises_promise%ROWTYPE;
    owner people_agent%ROWTYPE;
    matter cases_case%ROWTYPE;
BEGIN
    SELECT * INTO promise FROM promises_promise WHERE id = which;
    IF NOT FOUND THEN RETURN; END IF;
    IF promise.status = 'owed' THEN
        SELECT * INTO owner FROM people_agent WHERE id = promise.owner_id FOR SHARE;
        IF NOT owner.is_active OR owner.role = 'auditor' THEN
            PERFORM goodword_refuse('an owed promise needs an active owner');
        END IF;
        SELECT * INTO matter FROM cases_case WHERE id = promise.case_id FOR SHARE;
        IF matter.status = 'closed' AND matter.closed_how <> 'override' THEN
            PERFORM goodword_refuse('a case with an owed promise cannot be closed');
        END IF;
    END IF;
    IF promise.status IN ('owed', 'delivered', 'confirmed') AND NOT EXISTS (
        SELECT 1 FROM promises_due WHERE promise_id = which AND due_at = promise.due_at AND state = 'told'
    ) THEN
        PERFORM goodword_refuse('a promise has the due that the customer was told');
    END IF;
    IF promise.status IN ('delivered', 'confirmed') AND NOT EXISTS (
        SELECT 1 FROM promises_evidence proof JOIN promises_kind kind ON kind.id = promise.kind_id
        WHERE proof.promise_id = which AND proof.state = 'standing'
          AND (proof.type = 'customer_word' OR proof.type = ANY (kind.accepts))
    ) THEN
        PERFORM goodword_refuse('delivery needs evidence of a type that the kind accepts');
    END IF;
END $$;

CREATE FUNCTION goodword_promise_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM goodword_promise_stands(NEW.id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER promise_at_commit AFTER INSERT OR UPDATE OF status, owner_id, case_id, due_at, delivered_at
    ON promises_promise DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION goodword_promise_at_commit();

CREATE FUNCTION goodword_evidence_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM goodword_promise_stands(NEW.promise_id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_at_commit AFTER UPDATE OF state ON promises_evidence DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION goodword_evidence_at_commit();
CREATE CONSTRAINT TRIGGER due_at_commit AFTER UPDATE OF state ON promises_due DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION goodword_evidence_at_commit();

-- Proofs and dues are never removed; a proof stands and falls, a due is told or void, nothing else changes.
CREATE FUNCTION goodword_evidence_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN PERFORM goodword_refuse('evidence is never removed'); END IF;
    IF (NEW.promise_id, NEW.type, NEW.message_id) IS DISTINCT FROM (OLD.promise_id, OLD.type, OLD.message_id) THEN
        PERFORM goodword_refuse('evidence is never rewritten');
    END IF;
    IF NEW.state <> OLD.state AND NOT (
        OLD.state = 'pending' OR (OLD.state = 'standing' AND NEW.state = 'fallen')
    ) THEN
        PERFORM goodword_refuse('evidence that fell does not stand again');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER evidence_life BEFORE UPDATE OR DELETE ON promises_evidence
    FOR EACH ROW EXECUTE FUNCTION goodword_evidence_life();

CREATE FUNCTION goodword_due_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN PERFORM goodword_refuse('a due is never removed'); END IF;
    IF (NEW.promise_id, NEW.due_at, NEW.set_at) IS DISTINCT FROM (OLD.promise_id, OLD.due_at, OLD.set_at)
        OR (OLD.told_at IS NOT NULL AND NEW.told_at IS DISTINCT FROM OLD.told_at) THEN
        PERFORM goodword_refuse('a due is never rewritten');
    END IF;
    IF NEW.state <> OLD.state AND NOT (
        (OLD.state = 'proposed' AND NEW.state IN ('told', 'void')) OR (OLD.state = 'told' AND NEW.state = 'void')
    ) THEN
        PERFORM goodword_refuse(format('a due cannot go from %s to %s', OLD.state, NEW.state));
    END IF;
    IF OLD.state = 'proposed' AND NEW.state = 'told' AND EXISTS (
        SELECT 1 FROM cases_message WHERE id = NEW.told_by_id
          AND delivery NOT IN ('handed_over', 'delivered', 'received', 'bounced')
    ) THEN
        PERFORM goodword_refuse('a date is told only by a message that is out');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER due_life BEFORE UPDATE OR DELETE ON promises_due
    FOR EACH ROW EXECUTE FUNCTION goodword_due_life();

-- The close gate: no case is closed while a promise in it is owed, except by a lead's override, which leaves it alive.
CREATE FUNCTION goodword_case_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    matter cases_case%ROWTYPE;
BEGIN
    SELECT * INTO matter FROM cases_case WHERE id = NEW.id;
    IF NOT FOUND OR matter.status <> 'closed' THEN RETURN NULL; END IF;
    IF matter.closed_how = 'override' THEN
        IF NOT EXISTS (
            SELECT 1 FROM people_agent WHERE id = matter.override_by_id AND role IN ('lead', 'admin')
        ) THEN
            PERFORM goodword_refuse('only a lead may close against the rules');
        END IF;
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT 1 FROM promises_promise WHERE case_id = NEW.id AND status = 'owed') THEN
        PERFORM goodword_refuse('a case with an owed promise cannot be closed');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER case_close_gate AFTER INSERT OR UPDATE OF status, closed_how, merged_into_id ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION goodword_case_at_commit();

-- Nobody leaves with promises in their hands.
CREATE FUNCTION goodword_agent_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    agent people_agent%ROWTYPE;
BEGIN
    SELECT * INTO agent FROM people_agent WHERE id = NEW.id;
    IF FOUND AND (NOT agent.is_active OR agent.role = 'auditor')
        AND EXISTS (SELECT 1 FROM promises_promise WHERE owner_id = NEW.id AND status = 'owed') THEN
        PERFORM goodword_refuse('somebody who owns promises cannot be deactivated before they are handed on');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER agent_hands_on AFTER UPDATE OF is_active, role ON people_agent
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION goodword_agent_at_commit();

-- What a case shows of its promises, kept beside it: how many are owed, and the next due.
CREATE FUNCTION goodword_case_owes(which bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE cases_case SET owed = found.owed, next_due_at = found.next_due_at
    FROM (
        SELECT count(*) AS owed, min(due_at) AS next_due_at FROM promises_promise
        WHERE case_id = which AND status = 'owed'
    ) AS found
    WHERE id = which AND (cases_case.owed, cases_case.next_due_at) IS DISTINCT FROM (found.owed, found.next_due_at)
$$;
CREATE FUNCTION goodword_promise_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.case_id <> NEW.case_id THEN PERFORM goodword_case_owes(OLD.case_id); END IF;
    PERFORM goodword_case_owes(NEW.case_id);
    RETURN NULL;
END $$;
CREATE TRIGGER promise_counts AFTER INSERT OR UPDATE OF status, due_at, case_id ON promises_promise
    FOR EACH ROW EXECUTE FUNCTION goodword_promise_counts();
