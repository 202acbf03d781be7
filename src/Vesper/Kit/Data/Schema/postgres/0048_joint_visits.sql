CREATE TABLE joint_visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    companion_id uuid NOT NULL,
    mode text NOT NULL,
    day date NOT NULL,
    at time without time zone,
    goal character varying(100) NOT NULL,
    who character varying(100) NOT NULL,
    watch character varying(200) NOT NULL,
    rep_visit_id uuid,
    companion_visit_id uuid,
    tied_at timestamp with time zone,
    rep_kept character varying(300) NOT NULL,
    rep_change character varying(300) NOT NULL,
    companion_kept character varying(300) NOT NULL,
    companion_change character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone,
    CONSTRAINT pk_joint_visits PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_joint_visits_org_id_companion_id_day ON joint_visits (org_id, companion_id, day);

CREATE INDEX ix_joint_visits_org_id_customer_id_day ON joint_visits (org_id, customer_id, day);

CREATE INDEX ix_joint_visits_org_id_member_id_day ON joint_visits (org_id, member_id, day);

CREATE INDEX ix_joint_visits_org_id_team_id_created_at ON joint_visits (org_id, team_id, created_at);
