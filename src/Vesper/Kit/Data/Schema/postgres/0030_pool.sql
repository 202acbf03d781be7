CREATE TABLE pool_moves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    from_id uuid,
    to_id uuid,
    by_id uuid,
    team_id uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    cause text,
    grade text NOT NULL,
    counted_from date,
    days integer,
    stopped integer,
    nth integer,
    CONSTRAINT pk_pool_moves PRIMARY KEY (org_id, id)
);

CREATE TABLE pool_rules (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    enabled_on date,
    days_a integer NOT NULL,
    days_b integer NOT NULL,
    days_c integer NOT NULL,
    days_d integer NOT NULL,
    days_no_deal integer NOT NULL,
    claims_per_day integer NOT NULL,
    most_held integer NOT NULL,
    barred_days integer NOT NULL,
    CONSTRAINT pk_pool_rules PRIMARY KEY (org_id, id)
);

CREATE TABLE pool_clocks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    since date NOT NULL,
    followed_on date,
    until date NOT NULL,
    reminded integer,
    CONSTRAINT pk_pool_clocks PRIMARY KEY (org_id, id),
    CONSTRAINT fk_pool_clocks_org_id_id FOREIGN KEY (org_id, id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_pool_clocks_org_id_owner_id_until ON pool_clocks (org_id, owner_id, until);

CREATE INDEX ix_pool_moves_org_id_customer_id_id ON pool_moves (org_id, customer_id, id);

CREATE INDEX ix_pool_moves_org_id_from_id_at ON pool_moves (org_id, from_id, at);

CREATE INDEX ix_pool_moves_org_id_team_id_at ON pool_moves (org_id, team_id, at);

CREATE UNIQUE INDEX ix_pool_moves_org_id_to_id_day_nth ON pool_moves (org_id, to_id, day, nth) WHERE nth is not null;
