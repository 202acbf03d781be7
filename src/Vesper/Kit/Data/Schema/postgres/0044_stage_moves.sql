CREATE TABLE stage_moves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    "from" text NOT NULL,
    "to" text NOT NULL,
    moved_by uuid,
    day date NOT NULL,
    said text NOT NULL,
    CONSTRAINT pk_stage_moves PRIMARY KEY (org_id, id),
    CONSTRAINT fk_stage_moves_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_stage_moves_org_id_customer_id_day ON stage_moves (org_id, customer_id, day);
