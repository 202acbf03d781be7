ALTER TABLE customers ADD COLUMN former_owner_id uuid;

ALTER TABLE customers ADD COLUMN former_until date;

CREATE TABLE handovers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL,
    last_day date,
    started_by uuid NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT pk_handovers PRIMARY KEY (org_id, id)
);

CREATE TABLE handover_items (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    handover_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    to_id uuid,
    why text NOT NULL,
    introduce_on date,
    dual_until date,
    gone boolean NOT NULL,
    moved_at timestamp with time zone,
    from_signed_at timestamp with time zone,
    from_signed_by uuid,
    to_signed_at timestamp with time zone,
    CONSTRAINT pk_handover_items PRIMARY KEY (org_id, id),
    CONSTRAINT fk_handover_items_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_handover_items_org_id_handover_id FOREIGN KEY (org_id, handover_id) REFERENCES handovers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_customers_org_id_former_until ON customers (org_id, former_until) WHERE former_until is not null;

CREATE INDEX ix_handover_items_org_id_customer_id ON handover_items (org_id, customer_id);

CREATE INDEX ix_handover_items_org_id_handover_id ON handover_items (org_id, handover_id);

CREATE INDEX ix_handover_items_org_id_to_id ON handover_items (org_id, to_id);

CREATE INDEX ix_handovers_org_id_member_id_created_at ON handovers (org_id, member_id, created_at);

CREATE INDEX ix_handovers_org_id_team_id_created_at ON handovers (org_id, team_id, created_at);
