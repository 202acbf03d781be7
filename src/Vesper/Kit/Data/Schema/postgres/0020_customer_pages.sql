-- A page of customers comes out of the index in its order.
DROP INDEX ix_customers_org_id_owner_id_updated_at;
DROP INDEX ix_customers_org_id_team_id_updated_at;
CREATE INDEX ix_customers_org_id_owner_id_updated_at_id ON customers (org_id, owner_id, updated_at, id);
CREATE INDEX ix_customers_org_id_team_id_updated_at_id ON customers (org_id, team_id, updated_at, id);
