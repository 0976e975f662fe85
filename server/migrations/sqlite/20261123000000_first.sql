-- Ids are 16 bytes, times are microseconds since 1970 in UTC, "when" is nullable instead of a boolean.
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE accounts (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    seq BIGINT NOT NULL,
    opaque BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    sharing_key BLOB NOT NULL,
    key_signature BLOB NOT NULL,
    password_wrap BLOB NOT NULL,
    recovery_wrap BLOB NOT NULL,
    identity_wrap BLOB NOT NULL,
    recovery_check BLOB NOT NULL,
    made_us BIGINT NOT NULL,
    recovered_us BIGINT
);
CREATE TABLE sessions (
    id BLOB PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    token_hash BLOB NOT NULL UNIQUE,
    device TEXT NOT NULL,
    since_us BIGINT NOT NULL,
    seen_us BIGINT NOT NULL
);
CREATE INDEX sessions_of ON sessions (account_id);
CREATE TABLE logins (
    id BLOB PRIMARY KEY,
    account_id BLOB,
    state BLOB NOT NULL,
    expires_us BIGINT NOT NULL
);
CREATE TABLE setup_links (token_hash BLOB PRIMARY KEY, expires_us BIGINT NOT NULL, used_us BIGINT);
CREATE TABLE invites (
    id BLOB PRIMARY KEY,
    therapist_id BLOB NOT NULL REFERENCES accounts (id),
    card BLOB NOT NULL,
    made_us BIGINT NOT NULL,
    expires_us BIGINT NOT NULL,
    used_us BIGINT
);
CREATE INDEX invites_of ON invites (therapist_id);
CREATE TABLE pairings (
    id BLOB PRIMARY KEY,
    therapist_id BLOB NOT NULL REFERENCES accounts (id),
    client_id BLOB NOT NULL REFERENCES accounts (id),
    invite_id BLOB NOT NULL,
    acceptance BLOB,
    since_us BIGINT NOT NULL,
    UNIQUE (therapist_id, client_id)
);
CREATE INDEX pairings_of_client ON pairings (client_id);
CREATE TABLE records (
    id BLOB PRIMARY KEY,
    owner_id BLOB NOT NULL REFERENCES accounts (id),
    rev BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    content BLOB,
    own_wrap BLOB,
    urgent_us BIGINT,
    written_us BIGINT NOT NULL
);
CREATE TABLE grants (
    record_id BLOB NOT NULL REFERENCES records (id),
    recipient_id BLOB NOT NULL REFERENCES accounts (id),
    grant_bytes BLOB NOT NULL,
    PRIMARY KEY (record_id, recipient_id)
) WITHOUT ROWID;
-- One row for each account and record it may know of, with the place of the latest change.
CREATE TABLE feed (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    record_id BLOB NOT NULL REFERENCES records (id),
    seq BIGINT NOT NULL,
    PRIMARY KEY (account_id, record_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX feed_in_order ON feed (account_id, seq);
-- Answers that were given, so that a retry gets the same one.
CREATE TABLE operations (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    op_id BLOB NOT NULL,
    rev BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    written_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, op_id)
) WITHOUT ROWID;
