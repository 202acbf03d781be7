-- A customer's timeline shows the journals that say she blocks somebody.
create index ix_journals_org_id_block_customer_id on journals (org_id, block_customer_id);
