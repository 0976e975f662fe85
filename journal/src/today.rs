//! today.
