-- A page of the feed comes out of the index in its order.
DROP INDEX ix_feed_items_org_id_team_id_at;
CREATE INDEX ix_feed_items_org_id_team_id_at_id ON feed_items (org_id, team_id, at, id);
