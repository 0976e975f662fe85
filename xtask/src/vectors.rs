//! The frozen and the published vectors in WASM, as a browser's engine runs them.

use std::{fs, process::Command};

use crate::{
    build::root,
    error::Failure,
    module::{Built, Module},
    say, tools,
};

/// What each program with vectors is, and what a few letters in it are changed to, to see that each check can fail.
const ALL: [(Module, &[(&str, &str)]); 2] = [
    // The recovery code of the first person, and what HKDF is published to make.
    (
        program("journal", "vectors"),
        &[("PQWN-J3R1", "PQWN-J3R2"), ("8da4e775a563c18f715f", "8da4e775a563c18f715e")],
    ),
    // The key that OPAQUE is published to export.
    (program("signin", "published"), &[("1ef15b4fa99e8a852412", "1ef15b4fa99e8a852410")]),
];

const fn program(package: &'static str, example: &'static str) -> Module {
    Module { package, feature: "", kind: "--example", bin: example, name: "vectors", has_parts: false }
}

/// Fails where one does not hold, and where one that was spoilt does.
pub fn hold() -> Result<(), Failure> {
    for (module, planted) in ALL {
        held(&module, planted)?;
    }
    say::step("the frozen and the published vectors hold in WASM");
    Ok(())
}

fn held(module: &Module, planted: &[(&'static str, &str)]) -> Result<(), Failure> {
    let root = root();
    let Built { glue, wasm, .. } = module.build(&root, None)?;
    let mut files = vec![("vectors.mjs".to_owned(), glue.into_bytes())];
    for (at, (found, other)) in planted.iter().enumerate() {
        files.push((format!("spoilt-{at}.wasm"), spoil(&wasm, found, other)?));
    }
    files.push(("good.wasm".to_owned(), wasm));
    let folder = std::env::temp_dir().join(format!("interleaf-vectors-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let outcome = files
        .iter()
        .try_for_each(|(name, bytes)| {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(Failure::file(path))
        })
        .and_then(|()| {
            let spoilt = files.iter().map(|(name, _)| name).filter(|name| name.starts_with("spoilt"));
            tools::run(Command::new("node").arg(root.join("xtask/vectors.mjs")).arg(&folder).args(spoilt))
        });
    fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    outcome
}

fn spoil(wasm: &[u8], found: &'static str, other: &str) -> Result<Vec<u8>, Failure> {
    let missing = || Failure::NoBlank { file: "vectors.wasm", line: found };
    let at = wasm.windows(found.len()).position(|window| window == found.as_bytes()).ok_or_else(missing)?;
    let mut spoilt = wasm.to_vec();
    spoilt[at..at + other.len()].copy_from_slice(other.as_bytes());
    Ok(spoilt)
}
