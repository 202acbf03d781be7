CREATE TABLE photos (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    use text NOT NULL,
    type character varying(20) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    bytes integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_photos PRIMARY KEY (org_id, id)
);

CREATE INDEX ix_photos_org_id_member_id_created_at ON photos (org_id, member_id, created_at);
