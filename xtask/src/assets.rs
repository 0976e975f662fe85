//! Names files by their content, squeezes them and puts them into `dist/`.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::{
    error::Failure,
    list::{Entry, List, Part},
};

const LIST: &str = "list.json";
const KEPT: &str = ".gitignore";

/// The folder while it is filled.
pub struct Shelf {
    folder: PathBuf,
    squeeze: bool,
    entries: Vec<Entry>,
}

/// Whether a file's name changes with its content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Hashed,
    Fixed,
}

impl Shelf {
    pub fn open(folder: PathBuf, squeeze: bool) -> Result<Self, Failure> {
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        Ok(Self { folder, squeeze, entries: Vec::new() })
    }

    /// Puts a file in; `file` is its name before hashing. Returns the name it has now.
    pub fn put(
        &mut self,
        role: &str,
        part: Part,
        file: &str,
        name: Name,
        bytes: &[u8],
    ) -> Result<String, Failure> {
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        let name = match name {
            Name::Hashed => format!("{stem}-{}.{ending}", hash([bytes])),
            Name::Fixed => file.to_owned(),
        };
        write(&self.folder.join(&name), bytes)?;
        let (kind, squeezes) = kind(ending);
        let (mut brotli, mut gzip) = (None, None);
        if self.squeeze && squeezes {
            brotli = Some(self.beside(&name, "br", bytes, squeeze_brotli)?);
            gzip = Some(self.beside(&name, "gz", bytes, squeeze_gzip)?);
        }
        let immutable = name != file;
        let role = role.to_owned();
        self.entries.push(Entry {
            name: name.clone(),
            role,
            part,
            kind,
            raw: bytes.len(),
            brotli,
            gzip,
            immutable,
        });
        Ok(name)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Changes when anything on the shelf changes.
    pub fn stamp(&self, also: &[u8]) -> String {
        hash(self.entries.iter().map(|entry| entry.name.as_bytes()).chain([also]))
    }

    /// Writes the list last, so that it never names what is not there, and drops what it does not name.
    pub fn close(mut self, build: String) -> Result<List, Failure> {
        self.entries.sort_by(|a, b| a.name.cmp(&b.name));
        let list = List { build, files: self.entries };
        write(&self.folder.join(LIST), serde_json::to_string_pretty(&list)?.as_bytes())?;
        let mut kept = BTreeSet::from([LIST.to_owned(), KEPT.to_owned()]);
        for entry in &list.files {
            kept.insert(entry.name.clone());
            kept.extend(entry.brotli.map(|_| format!("{}.br", entry.name)));
            kept.extend(entry.gzip.map(|_| format!("{}.gz", entry.name)));
        }
        for found in fs::read_dir(&self.folder).map_err(Failure::file(&self.folder))?.flatten() {
            if !kept.contains(found.file_name().to_string_lossy().as_ref()) {
                fs::remove_file(found.path()).map_err(Failure::file(found.path()))?;
            }
        }
        Ok(list)
    }

    /// A file whose name tells its content is squeezed once.
    fn beside(
        &self,
        name: &str,
        ending: &str,
        bytes: &[u8],
        squeeze: fn(&[u8]) -> std::io::Result<Vec<u8>>,
    ) -> Result<usize, Failure> {
        let path = self.folder.join(format!("{name}.{ending}"));
        if name.contains(&hash([bytes]))
            && let Ok(found) = fs::metadata(&path)
        {
            return Ok(usize::try_from(found.len()).unwrap_or(usize::MAX));
        }
        let small = squeeze(bytes).map_err(Failure::file(&path))?;
        write(&path, &small)?;
        Ok(small.len())
    }
}

/// Twelve hexadecimal digits of SHA-256.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    let first = digest.finalize().iter().take(6).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{first:012x}")
}

/// Content type, and whether squeezing gains anything.
fn kind(ending: &str) -> (&'static str, bool) {
    match ending {
        "js" => ("text/javascript; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "css" => ("text/css; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        // The server says it in the reader's language.
        "webmanifest" => ("application/manifest+json", false),
        "png" => ("image/png", false),
        "webp" => ("image/webp", false),
        "woff2" => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    }
}

fn squeeze_brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let (mut small, mut bytes) = (Vec::new(), bytes);
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut small, &parameters)?;
    Ok(small)
}

fn squeeze_gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// What is already there is left alone, so that nothing is built again for it.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|found| found == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(Failure::file(path))
}

#[cfg(test)]
mod tests;
