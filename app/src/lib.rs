//! The screens. So far the public pages: rendered by the server, readable without script.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod parts;
pub mod text;
