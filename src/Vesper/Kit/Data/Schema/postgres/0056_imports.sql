CREATE TABLE customer_imports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    file_name character varying(120) NOT NULL,
    file_id uuid,
    kind text NOT NULL,
    charset character varying(20) NOT NULL,
    separator character varying(1) NOT NULL,
    heading_line integer NOT NULL,
    headings text NOT NULL,
    samples text NOT NULL,
    fields text NOT NULL,
    "to" text NOT NULL,
    to_id uuid,
    state text NOT NULL,
    rows integer NOT NULL,
    done integer NOT NULL,
    made integer NOT NULL,
    removed integer NOT NULL,
    issues text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_customer_imports PRIMARY KEY (org_id, id)
);

CREATE TABLE import_headings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    heading character varying(40) NOT NULL,
    field text NOT NULL,
    CONSTRAINT pk_import_headings PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_customer_imports_org_id_member_id_created_at ON customer_imports (org_id, member_id, created_at);
