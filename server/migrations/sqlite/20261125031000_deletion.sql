-- When everything of the account goes, if that was asked for.
ALTER TABLE accounts ADD COLUMN deletion_us BIGINT;
CREATE INDEX accounts_due ON accounts (deletion_us);
