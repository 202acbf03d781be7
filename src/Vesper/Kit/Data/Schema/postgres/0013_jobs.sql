CREATE TABLE job_reports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone NOT NULL,
    milliseconds integer NOT NULL,
    longest_write integer NOT NULL,
    counts character varying(1000) NOT NULL,
    failure character varying(500),
    CONSTRAINT pk_job_reports PRIMARY KEY (org_id, id)
);

CREATE TABLE jobs (
    org_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    done_through timestamp with time zone NOT NULL,
    held_by uuid,
    held_until timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (org_id, name)
);

CREATE INDEX ix_job_reports_org_id_name_started_at ON job_reports (org_id, name, started_at);
