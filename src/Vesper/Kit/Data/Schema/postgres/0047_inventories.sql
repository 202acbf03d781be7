CREATE TABLE inventories (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    host_id uuid NOT NULL,
    people_ids text NOT NULL DEFAULT '[]',
    day date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    customer_id uuid,
    CONSTRAINT pk_inventories PRIMARY KEY (org_id, id)
);

CREATE TABLE inventory_dues (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    until date NOT NULL,
    CONSTRAINT pk_inventory_dues PRIMARY KEY (org_id, id)
);

CREATE TABLE inventory_lines (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    inventory_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    position integer NOT NULL,
    verdict text,
    reason character varying(200) NOT NULL,
    next_action character varying(100) NOT NULL,
    next_on date,
    judged_by_id uuid,
    judged_at timestamp with time zone,
    version integer NOT NULL,
    grade text NOT NULL,
    kp_met_on date,
    effect text,
    CONSTRAINT pk_inventory_lines PRIMARY KEY (org_id, id)
);

CREATE UNIQUE INDEX ix_inventories_org_id_member_id ON inventories (org_id, member_id) WHERE ended_at is null;

CREATE INDEX ix_inventories_org_id_member_id_day ON inventories (org_id, member_id, day);

CREATE INDEX ix_inventories_org_id_team_id_started_at ON inventories (org_id, team_id, started_at);

CREATE INDEX ix_inventory_lines_org_id_customer_id_judged_at ON inventory_lines (org_id, customer_id, judged_at);

CREATE UNIQUE INDEX ix_inventory_lines_org_id_inventory_id_customer_id ON inventory_lines (org_id, inventory_id, customer_id);
