-- Setup links that a therapist made in the app; those of the command line have neither.
ALTER TABLE setup_links ADD COLUMN id BLOB;
ALTER TABLE setup_links ADD COLUMN made_by BLOB REFERENCES accounts (id);
ALTER TABLE setup_links ADD COLUMN made_us BIGINT;
CREATE INDEX setup_links_of ON setup_links (made_by);
