CREATE TABLE reviews (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    "with" text NOT NULL,
    host_id uuid NOT NULL,
    member_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    customer_name character varying(40) NOT NULL,
    deal_id uuid,
    visit_id uuid,
    outcome text NOT NULL,
    stage text NOT NULL,
    industry character varying(40) NOT NULL,
    day date NOT NULL,
    points text NOT NULL,
    promises text NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_reviews PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_reviews_org_id_customer_id ON reviews (org_id, customer_id);

CREATE INDEX ix_reviews_org_id_member_id_closed_at ON reviews (org_id, member_id, closed_at);

CREATE INDEX ix_reviews_org_id_team_id_closed_at ON reviews (org_id, team_id, closed_at);
