//! A secret of this server in a file of its own, beside the database and never in it.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// Writes a new secret, for nobody else to read; never over one that is there.
///
/// # Errors
/// When the file is there already or cannot be written.
pub fn make(path: &Path, secret: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(secret)?;
    file.sync_all()
}
