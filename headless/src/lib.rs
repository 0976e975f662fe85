//! A device without a screen.
