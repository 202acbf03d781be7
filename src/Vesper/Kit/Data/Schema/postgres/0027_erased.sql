-- When a member deleted herself: her name is gone then, and she cannot be taken back.
ALTER TABLE members ADD COLUMN erased_at timestamp with time zone;
