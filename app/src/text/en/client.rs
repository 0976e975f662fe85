//! Words of the client screens.
