CREATE TABLE missions (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    area character varying(40) NOT NULL,
    day date NOT NULL,
    meets_at timestamp with time zone NOT NULL,
    place character varying(60) NOT NULL,
    place_customer_id uuid,
    state text NOT NULL,
    planned_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    photo_ids text NOT NULL DEFAULT '[]',
    CONSTRAINT pk_missions PRIMARY KEY (org_id, id)
);

CREATE TABLE mission_routes (
    org_id uuid NOT NULL,
    mission_id uuid NOT NULL,
    member_id uuid NOT NULL,
    side character varying(20) NOT NULL,
    position integer NOT NULL,
    arrived_at timestamp with time zone,
    learned character varying(300) NOT NULL,
    CONSTRAINT pk_mission_routes PRIMARY KEY (org_id, mission_id, member_id),
    CONSTRAINT fk_mission_routes_org_id_mission_id FOREIGN KEY (org_id, mission_id) REFERENCES missions (org_id, id) ON DELETE CASCADE
);

CREATE TABLE mission_stops (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    mission_id uuid NOT NULL,
    member_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_mission_stops PRIMARY KEY (org_id, id),
    CONSTRAINT fk_mission_stops_org_id_mission_id_member_id FOREIGN KEY (org_id, mission_id, member_id) REFERENCES mission_routes (org_id, mission_id, member_id) ON DELETE CASCADE
);

CREATE INDEX ix_mission_stops_org_id_member_id_customer_id ON mission_stops (org_id, member_id, customer_id);

CREATE INDEX ix_mission_stops_org_id_mission_id_member_id ON mission_stops (org_id, mission_id, member_id);

CREATE INDEX ix_missions_org_id_team_id_day ON missions (org_id, team_id, day);
