CREATE TABLE calendar_days (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    day date NOT NULL,
    works boolean NOT NULL,
    name character varying(40) NOT NULL,
    CONSTRAINT pk_calendar_days PRIMARY KEY (org_id, id)
);

CREATE TABLE leaves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    "from" date NOT NULL,
    until date NOT NULL,
    CONSTRAINT pk_leaves PRIMARY KEY (org_id, id)
);

CREATE TABLE location_consents (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    version integer NOT NULL,
    given boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_location_consents PRIMARY KEY (org_id, id)
);

CREATE TABLE organisations (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    preset text NOT NULL,
    zone character varying(40) NOT NULL,
    demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id)
);

CREATE TABLE accounts (
    id uuid NOT NULL,
    org_id uuid NOT NULL,
    user_name character varying(40) NOT NULL,
    normalized_user_name character varying(40) NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT fk_accounts_org_id FOREIGN KEY (org_id) REFERENCES organisations (id) ON DELETE CASCADE
);

CREATE TABLE units (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    kind text NOT NULL,
    name character varying(40) NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_units PRIMARY KEY (org_id, id),
    CONSTRAINT fk_units_org_id FOREIGN KEY (org_id) REFERENCES organisations (id) ON DELETE CASCADE
);

CREATE TABLE join_codes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    code character varying(20) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_join_codes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_join_codes_org_id_id FOREIGN KEY (org_id, id) REFERENCES units (org_id, id) ON DELETE CASCADE
);

CREATE TABLE members (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    short_name character varying(20) NOT NULL,
    role text NOT NULL,
    admin boolean NOT NULL,
    state text NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    CONSTRAINT pk_members PRIMARY KEY (org_id, id),
    CONSTRAINT fk_members_org_id_unit_id FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE welcomes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    code_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_welcomes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_welcomes_org_id_id FOREIGN KEY (org_id, id) REFERENCES members (org_id, id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_accounts_normalized_user_name ON accounts (normalized_user_name);

CREATE INDEX ix_accounts_org_id ON accounts (org_id);

CREATE UNIQUE INDEX ix_calendar_days_org_id_day ON calendar_days (org_id, day);

CREATE UNIQUE INDEX ix_join_codes_code ON join_codes (code);

CREATE INDEX ix_leaves_org_id_member_id ON leaves (org_id, member_id);

CREATE UNIQUE INDEX ix_location_consents_org_id_member_id_version ON location_consents (org_id, member_id, version);

CREATE INDEX ix_members_org_id_unit_id ON members (org_id, unit_id);

CREATE UNIQUE INDEX ix_welcomes_code_hash ON welcomes (code_hash);
