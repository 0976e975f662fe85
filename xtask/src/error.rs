//! Why a build stopped.

use std::{io, path::PathBuf};

/// Why a build stopped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },
    #[error("`{0}` failed")]
    Tool(String),
    #[error("`{name}` cannot be started: {source}")]
    NoTool { name: String, source: io::Error },
    #[error("cargo said nothing of a module called {0}")]
    NoModule(&'static str),
    #[error("wasm-bindgen: {0}")]
    Bindgen(String),
    #[error("cutting the module: {0}")]
    Split(String),
    #[error("{0} brings JavaScript of a dependency along, which nothing here would serve")]
    Snippets(&'static str),
    #[error("{file} has no line `{line}` to fill in")]
    NoBlank { file: &'static str, line: &'static str },
    #[error("{way}, {has} bytes after brotli are over the budget of {limit}")]
    OverBudget { way: &'static str, has: usize, limit: usize },
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// For `map_err`: which file.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
