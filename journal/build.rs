//! Gathers the instruments: each file in `measures` is one, without a line of code for it.

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=measures");
    let folder = |name| env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(name));
    let mut files: Vec<PathBuf> = fs::read_dir(folder("CARGO_MANIFEST_DIR")?.join("measures"))?
        .map(|file| file.map(|file| file.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    let all = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
    fs::write(folder("OUT_DIR")?.join("measures.json"), format!("[{}]", all.join(",")))
}
