-- A company is known by the phone of somebody there, where its name is not.
ALTER TABLE contacts ADD COLUMN phone_key TEXT NOT NULL DEFAULT '';
UPDATE contacts SET phone_key = replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '+', '') WHERE phone <> '';
UPDATE contacts SET phone_key = substr(phone_key, 5) WHERE phone_key LIKE '0086%';
UPDATE contacts SET phone_key = substr(phone_key, 3) WHERE phone_key LIKE '861%' AND length(phone_key) = 13;
UPDATE contacts SET phone_key = '' WHERE length(phone_key) < 7;
CREATE INDEX ix_contacts_org_id_phone_key ON contacts (org_id, phone_key);
