//! Password to keys: OPAQUE and Argon2id, away from the screen.
