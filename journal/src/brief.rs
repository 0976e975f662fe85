//! brief.
