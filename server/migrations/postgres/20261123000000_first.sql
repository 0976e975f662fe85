-- Ids are 16 bytes, times are microseconds since 1970 in UTC, "when" is nullable instead of a boolean.
CREATE TABLE meta (name TEXT PRIMARY KEY, value BYTEA NOT NULL);
CREATE TABLE accounts (
    id BYTEA PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    seq BIGINT NOT NULL,
    opaque BYTEA NOT NULL,
    signing_key BYTEA NOT NULL,
    sharing_key BYTEA NOT NULL,
    key_signature BYTEA NOT NULL,
    password_wrap BYTEA NOT NULL,
    recovery_wrap BYTEA NOT NULL,
    identity_wrap BYTEA NOT NULL,
    recovery_check BYTEA NOT NULL,
    made_us BIGINT NOT NULL,
    recovered_us BIGINT
);
CREATE TABLE sessions (
    id BYTEA PRIMARY KEY,
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    token_hash BYTEA NOT NULL UNIQUE,
    device TEXT NOT NULL,
    since_us BIGINT NOT NULL,
    seen_us BIGINT NOT NULL
);
CREATE INDEX sessions_of ON sessions (account_id);
CREATE TABLE logins (
    id BYTEA PRIMARY KEY,
    account_id BYTEA,
    state BYTEA NOT NULL,
    expires_us BIGINT NOT NULL
);
CREATE TABLE setup_links (token_hash BYTEA PRIMARY KEY, expires_us BIGINT NOT NULL, used_us BIGINT);
CREATE TABLE invites (
    id BYTEA PRIMARY KEY,
    therapist_id BYTEA NOT NULL REFERENCES accounts (id),
    card BYTEA NOT NULL,
    made_us BIGINT NOT NULL,
    expires_us BIGINT NOT NULL,
    used_us BIGINT
);
CREATE INDEX invites_of ON invites (therapist_id);
CREATE TABLE pairings (
    id BYTEA PRIMARY KEY,
    therapist_id BYTEA NOT NULL REFERENCES accounts (id),
    client_id BYTEA NOT NULL REFERENCES accounts (id),
    invite_id BYTEA NOT NULL,
    acceptance BYTEA,
    since_us BIGINT NOT NULL,
    UNIQUE (therapist_id, client_id)
);
CREATE INDEX pairings_of_client ON pairings (client_id);
CREATE TABLE records (
    id BYTEA PRIMARY KEY,
    owner_id BYTEA NOT NULL REFERENCES accounts (id),
    rev BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    content BYTEA,
    own_wrap BYTEA,
    urgent_us BIGINT,
    written_us BIGINT NOT NULL
);
CREATE TABLE grants (
    record_id BYTEA NOT NULL REFERENCES records (id),
    recipient_id BYTEA NOT NULL REFERENCES accounts (id),
    grant_bytes BYTEA NOT NULL,
    PRIMARY KEY (record_id, recipient_id)
);
-- One row for each account and record it may know of, with the place of the latest change.
CREATE TABLE feed (
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    record_id BYTEA NOT NULL REFERENCES records (id),
    seq BIGINT NOT NULL,
    PRIMARY KEY (account_id, record_id)
);
CREATE UNIQUE INDEX feed_in_order ON feed (account_id, seq);
-- Answers that were given, so that a retry gets the same one.
CREATE TABLE operations (
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    op_id BYTEA NOT NULL,
    rev BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    written_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, op_id)
);
