-- Her last check-in comes out of the index in its order.
DROP INDEX ix_visits_org_id_member_id_day;
CREATE INDEX ix_visits_org_id_member_id_day_device_at ON visits (org_id, member_id, day, device_at);
