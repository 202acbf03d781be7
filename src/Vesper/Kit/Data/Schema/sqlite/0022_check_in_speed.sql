-- Her last check-in comes out of the index in its order.
DROP INDEX ix_visits_org_id_member_id_day;
CREATE INDEX ix_visits_org_id_member_id_day_device_at ON visits (org_id, member_id, day, device_at);

-- One writer: the log is in the order of its own key, and these cost every write two pages.
DROP INDEX ix_events_tx_seq;
DROP INDEX ix_events_org_id_tx_seq;
