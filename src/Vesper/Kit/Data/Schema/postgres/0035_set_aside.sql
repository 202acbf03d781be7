CREATE TABLE events_set_aside (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    consumer character varying(80) NOT NULL,
    tx bigint NOT NULL,
    seq bigint NOT NULL,
    topic character varying(80) NOT NULL,
    type character varying(80) NOT NULL,
    payload text NOT NULL,
    at timestamp with time zone NOT NULL,
    set_aside_at timestamp with time zone NOT NULL,
    failure character varying(120) NOT NULL,
    CONSTRAINT pk_events_set_aside PRIMARY KEY (org_id, id)
);
