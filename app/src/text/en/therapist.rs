//! Words of the therapist screens.
