//! One binary: sealed bytes, grants, pairings and times.
