ALTER TABLE feed_comments ADD COLUMN visit_id uuid NULL;

CREATE INDEX ix_feed_comments_org_id_visit_id ON feed_comments (org_id, visit_id) WHERE visit_id IS NOT NULL;
