CREATE TABLE feed_items (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid NOT NULL,
    member_name character varying(20) NOT NULL,
    kind text NOT NULL,
    customer_id uuid,
    customer_name character varying(40) NOT NULL,
    outcome text,
    kp_met boolean,
    kp_minutes integer,
    help_wanted boolean NOT NULL,
    text character varying(300) NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_feed_items PRIMARY KEY (org_id, id)
);

CREATE TABLE planned_visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    customer_id uuid NOT NULL,
    purpose character varying(100) NOT NULL,
    position integer NOT NULL,
    visit_id uuid,
    CONSTRAINT pk_planned_visits PRIMARY KEY (org_id, id)
);

CREATE TABLE visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    day date NOT NULL,
    checked_in_at timestamp with time zone NOT NULL,
    device_at timestamp with time zone NOT NULL,
    latitude double precision,
    longitude double precision,
    accuracy double precision,
    evidence_level character varying(20) NOT NULL,
    purpose character varying(100) NOT NULL,
    outcome text,
    kp_met boolean,
    kp_minutes integer,
    contact_id uuid,
    next_step character varying(200) NOT NULL,
    next_on date,
    help_wanted boolean NOT NULL,
    help_text character varying(300) NOT NULL,
    note character varying(1000) NOT NULL,
    facts text NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_visits PRIMARY KEY (org_id, id)
);

CREATE TABLE reactions (
    org_id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_reactions PRIMARY KEY (org_id, item_id, member_id, kind),
    CONSTRAINT fk_reactions_org_id_item_id FOREIGN KEY (org_id, item_id) REFERENCES feed_items (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_feed_items_org_id_team_id_at ON feed_items (org_id, team_id, at);

CREATE INDEX ix_planned_visits_org_id_member_id_day ON planned_visits (org_id, member_id, day);

CREATE INDEX ix_visits_org_id_customer_id_id ON visits (org_id, customer_id, id);

CREATE INDEX ix_visits_org_id_member_id_day ON visits (org_id, member_id, day);

CREATE INDEX ix_visits_org_id_team_id_day ON visits (org_id, team_id, day);
