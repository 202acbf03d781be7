ALTER TABLE organisations ADD COLUMN opens time without time zone NOT NULL DEFAULT TIME '09:00:00';
ALTER TABLE organisations ADD COLUMN closes time without time zone NOT NULL DEFAULT TIME '18:00:00';
ALTER TABLE organisations ADD COLUMN evidence_shared_at timestamp with time zone;

ALTER TABLE visits ADD COLUMN sent_at timestamp with time zone;
ALTER TABLE visits ADD COLUMN outside_hours boolean NOT NULL DEFAULT FALSE;
ALTER TABLE visits ADD COLUMN evidence_reasons text NOT NULL DEFAULT '[]';
ALTER TABLE visits ADD COLUMN photo_ids text NOT NULL DEFAULT '[]';
ALTER TABLE visits ADD COLUMN word_asked_at timestamp with time zone;
ALTER TABLE visits ADD COLUMN word_by uuid;
ALTER TABLE visits ADD COLUMN word_at timestamp with time zone;
ALTER TABLE visits ADD COLUMN unmet_reason character varying(20);
ALTER TABLE visits ADD COLUMN left_at timestamp with time zone;

CREATE INDEX ix_visits_org_id_word_asked_at ON visits (org_id, word_asked_at) WHERE word_asked_at is not null;
