//! The screens. Public pages are rendered by the server and readable without script (`ssr`); everything
//! behind sign-in runs on the phone (`csr`). The two exclude each other.

#[cfg(any(feature = "csr", test))]
mod by_hand;
#[cfg(feature = "csr")]
mod device;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(any(feature = "csr", test))]
mod help_first;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "csr")]
mod screens;
pub mod text;
#[cfg(feature = "csr")]
mod vault;

#[cfg(feature = "csr")]
pub use screens::start;
