ALTER TABLE customers ADD COLUMN grade_held_until date;
ALTER TABLE contacts ADD COLUMN relation character varying(80) NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN no_contact_on date;
ALTER TABLE contacts ADD COLUMN no_contact_reason character varying(200) NOT NULL DEFAULT '';

CREATE TABLE grade_words (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    grade text NOT NULL,
    by_rule text NOT NULL,
    reason character varying(200) NOT NULL,
    said_by uuid NOT NULL,
    since date NOT NULL,
    until date,
    ended_at timestamp with time zone,
    CONSTRAINT pk_grade_words PRIMARY KEY (org_id, id),
    CONSTRAINT fk_grade_words_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_grade_words_org_id_customer_id ON grade_words (org_id, customer_id);
