-- Where a session is nudged; goes with it. Whoever signs in last in a browser has its address.
CREATE TABLE push_subscriptions (
    session_id BYTEA PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    endpoint TEXT NOT NULL UNIQUE,
    browser_key BYTEA NOT NULL,
    secret BYTEA NOT NULL
);
-- When an account is nudged next. A moment is deleted before anything is sent for it.
CREATE TABLE reminders (
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    at_us BIGINT NOT NULL,
    PRIMARY KEY (account_id, at_us)
);
CREATE INDEX reminders_due ON reminders (at_us);
