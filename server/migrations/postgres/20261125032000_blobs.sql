-- Attachments as sealed chunks. A blob belongs to a record and goes with it.
CREATE TABLE blobs (
    id BYTEA PRIMARY KEY,
    owner_id BYTEA NOT NULL REFERENCES accounts (id),
    record_id BYTEA NOT NULL REFERENCES records (id),
    bytes BIGINT NOT NULL
);
CREATE INDEX blobs_of ON blobs (owner_id);
CREATE INDEX blobs_of_record ON blobs (record_id);
CREATE TABLE chunks (
    blob_id BYTEA NOT NULL REFERENCES blobs (id),
    place BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (blob_id, place)
);
