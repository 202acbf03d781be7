CREATE TABLE settings (
    org_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    value integer NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (org_id, name)
);
