CREATE TABLE notice_settings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    silent character varying(1000) NOT NULL,
    quiet_from time without time zone NOT NULL,
    quiet_until time without time zone NOT NULL,
    quiet_on_days_off boolean NOT NULL,
    CONSTRAINT pk_notice_settings PRIMARY KEY (org_id, id)
);

CREATE TABLE notices (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    link character varying(300) NOT NULL,
    words character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    push_at timestamp with time zone,
    push_tries integer NOT NULL,
    CONSTRAINT pk_notices PRIMARY KEY (org_id, id)
);

CREATE TABLE push_subscriptions (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    endpoint character varying(1000) NOT NULL,
    endpoint_hash character varying(64) NOT NULL,
    p256dh character varying(120) NOT NULL,
    auth character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_push_subscriptions PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_notices_org_id_member_id_at ON notices (org_id, member_id, at);

CREATE INDEX ix_notices_push_at ON notices (push_at) WHERE push_at is not null;

CREATE INDEX ix_push_subscriptions_endpoint_hash ON push_subscriptions (endpoint_hash);

CREATE INDEX ix_push_subscriptions_org_id_member_id ON push_subscriptions (org_id, member_id);
