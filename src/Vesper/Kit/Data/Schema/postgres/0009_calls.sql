CREATE TABLE calls (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    contact_id uuid,
    day date NOT NULL,
    device_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    note character varying(300) NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    CONSTRAINT pk_calls PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_calls_org_id_customer_id_id ON calls (org_id, customer_id, id);

CREATE INDEX ix_calls_org_id_member_id_day ON calls (org_id, member_id, day);

CREATE INDEX ix_calls_org_id_team_id_day ON calls (org_id, team_id, day);
