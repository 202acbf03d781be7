CREATE TABLE customers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid,
    team_id uuid NOT NULL,
    name character varying(120) NOT NULL,
    short_name character varying(40) NOT NULL,
    industry character varying(40) NOT NULL,
    employees integer,
    city character varying(40) NOT NULL,
    address character varying(200) NOT NULL,
    latitude double precision,
    longitude double precision,
    stage text NOT NULL,
    grade text NOT NULL,
    grade_since date NOT NULL,
    visits_without_kp integer NOT NULL,
    last_visit_at timestamp with time zone,
    next_step character varying(200) NOT NULL,
    next_on date,
    external_ref character varying(120),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (org_id, id)
);

CREATE TABLE contacts (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    title character varying(40) NOT NULL,
    role text NOT NULL,
    decides boolean NOT NULL,
    met_on date,
    phone character varying(40) NOT NULL,
    source character varying(80) NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_contacts PRIMARY KEY (org_id, id),
    CONSTRAINT fk_contacts_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE TABLE deals (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    team_id uuid NOT NULL,
    name character varying(120) NOT NULL,
    stage text NOT NULL,
    state text NOT NULL,
    amount_fen bigint NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    lost_reason character varying(200) NOT NULL,
    external_ref character varying(120),
    CONSTRAINT pk_deals PRIMARY KEY (org_id, id),
    CONSTRAINT fk_deals_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE TABLE facts (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    text character varying(300) NOT NULL,
    date date,
    amount_fen bigint,
    visit_id uuid,
    member_id uuid NOT NULL,
    seen_on date NOT NULL,
    CONSTRAINT pk_facts PRIMARY KEY (org_id, id),
    CONSTRAINT fk_facts_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE TABLE grade_changes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid,
    "from" text NOT NULL,
    "to" text NOT NULL,
    reason character varying(200) NOT NULL,
    day date NOT NULL,
    CONSTRAINT pk_grade_changes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_grade_changes_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_contacts_org_id_customer_id ON contacts (org_id, customer_id);

CREATE UNIQUE INDEX ix_customers_org_id_external_ref ON customers (org_id, external_ref);

CREATE INDEX ix_customers_org_id_owner_id_updated_at ON customers (org_id, owner_id, updated_at);

CREATE INDEX ix_customers_org_id_team_id_updated_at ON customers (org_id, team_id, updated_at);

CREATE INDEX ix_deals_org_id_customer_id ON deals (org_id, customer_id);

CREATE UNIQUE INDEX ix_deals_org_id_external_ref ON deals (org_id, external_ref);

CREATE INDEX ix_deals_org_id_owner_id_state ON deals (org_id, owner_id, state);

CREATE INDEX ix_deals_org_id_team_id_closed_on ON deals (org_id, team_id, closed_on);

CREATE INDEX ix_facts_org_id_customer_id_seen_on ON facts (org_id, customer_id, seen_on);

CREATE INDEX ix_grade_changes_org_id_customer_id_day ON grade_changes (org_id, customer_id, day);

CREATE INDEX ix_grade_changes_org_id_team_id_day ON grade_changes (org_id, team_id, day);
