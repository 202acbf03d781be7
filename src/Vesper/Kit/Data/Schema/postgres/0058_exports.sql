CREATE TABLE customer_exports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    reason character varying(200) NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    rows integer NOT NULL,
    file_id uuid,
    decided_by uuid,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    fetched_at timestamp with time zone,
    CONSTRAINT pk_customer_exports PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_customer_exports_org_id_member_id_created_at ON customer_exports (org_id, member_id, created_at);

CREATE INDEX ix_customer_exports_org_id_state ON customer_exports (org_id, state);
