-- A company is known by its credit code, whatever it is called.
ALTER TABLE customers ADD COLUMN credit_code TEXT NOT NULL DEFAULT '';
CREATE INDEX "ix_customers_org_id_credit_code" ON "customers" ("org_id", "credit_code") WHERE credit_code <> '';

-- Customers are also found by the marks of their names and by how they sound: the start fills them in anew (CustomerSearchFill).
DELETE FROM search_rows WHERE kind = 'customer';
