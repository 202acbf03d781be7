CREATE TABLE dispute_rules (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    "on" boolean NOT NULL,
    CONSTRAINT pk_dispute_rules PRIMARY KEY (org_id, id)
);

CREATE TABLE disputes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    team_id uuid NOT NULL,
    raiser_id uuid NOT NULL,
    raiser_team_id uuid NOT NULL,
    asked_name character varying(120) NOT NULL,
    raisers_customer_id uuid,
    reason character varying(400) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    decision text,
    ground text,
    decided_by_id uuid,
    decided_at timestamp with time zone,
    decision_text character varying(400) NOT NULL,
    appealed_by_id uuid,
    appeal_reason character varying(400) NOT NULL,
    appealed_at timestamp with time zone,
    final_decision text,
    final_by_id uuid,
    final_at timestamp with time zone,
    final_text character varying(400) NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_disputes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_disputes_customers_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_disputes_org_id_customer_id_id ON disputes (org_id, customer_id, id);

CREATE INDEX ix_disputes_org_id_owner_id_id ON disputes (org_id, owner_id, id);

CREATE INDEX ix_disputes_org_id_raiser_id_id ON disputes (org_id, raiser_id, id);

CREATE INDEX ix_disputes_org_id_team_id_id ON disputes (org_id, team_id, id);
