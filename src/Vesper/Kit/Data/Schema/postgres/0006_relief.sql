CREATE TABLE relief_dots (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    mood integer,
    me_too boolean NOT NULL,
    CONSTRAINT pk_relief_dots PRIMARY KEY (org_id, id)
);

CREATE TABLE relief_heard (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    CONSTRAINT pk_relief_heard PRIMARY KEY (org_id, id)
);

CREATE TABLE relief_keys (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    secret bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_relief_keys PRIMARY KEY (org_id, id)
);

CREATE TABLE relief_turns (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state integer NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    heard integer NOT NULL,
    CONSTRAINT pk_relief_turns PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_relief_dots_org_id_evening_id ON relief_dots (org_id, evening_id);

CREATE INDEX ix_relief_heard_org_id_evening_id ON relief_heard (org_id, evening_id);

CREATE INDEX ix_relief_keys_org_id_made_at ON relief_keys (org_id, made_at);

CREATE UNIQUE INDEX ix_relief_turns_org_id_evening_id_member_id ON relief_turns (org_id, evening_id, member_id);
