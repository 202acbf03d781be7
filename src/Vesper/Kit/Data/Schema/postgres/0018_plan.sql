ALTER TABLE planned_visits ADD COLUMN appointment_at time without time zone;

ALTER TABLE planned_visits ADD COLUMN appointment_with character varying(40) NOT NULL DEFAULT '';

ALTER TABLE planned_visits ADD COLUMN contact_id uuid;

ALTER TABLE planned_visits ADD COLUMN place character varying(120) NOT NULL DEFAULT '';

CREATE TABLE dismissed_proposals (
    org_id uuid NOT NULL,
    member_id uuid NOT NULL,
    day date NOT NULL,
    customer_id uuid NOT NULL,
    CONSTRAINT pk_dismissed_proposals PRIMARY KEY (org_id, member_id, day, customer_id)
);
