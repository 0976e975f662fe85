//! The frozen vectors in WASM, as a browser's engine runs them.

use std::{fs, process::Command};

use crate::{
    build::root,
    error::Failure,
    module::{Built, Module},
    say, tools,
};

const VECTORS: Module = Module {
    package: "journal",
    feature: "",
    kind: "--example",
    bin: "vectors",
    name: "vectors",
    has_parts: false,
};
/// One letter of a vector, to see that the check can fail: the recovery code of the first person.
const PLANTED: (&[u8], &[u8]) = (b"PQWN-J3R1", b"PQWN-J3R2");

/// Fails where one does not hold, and where one that was spoilt does.
pub fn hold() -> Result<(), Failure> {
    let root = root();
    let Built { glue, wasm, .. } = VECTORS.build(&root, None)?;
    let spoilt = spoil(&wasm)?;
    let folder = std::env::temp_dir().join(format!("interleaf-vectors-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let outcome = [("vectors.mjs", glue.as_bytes()), ("good.wasm", &wasm), ("spoilt.wasm", &spoilt)]
        .into_iter()
        .try_for_each(|(name, bytes)| {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(Failure::file(path))
        })
        .and_then(|()| tools::run(Command::new("node").arg(root.join("xtask/vectors.mjs")).arg(&folder)));
    fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    outcome?;
    say::step("the frozen vectors hold in WASM");
    Ok(())
}

fn spoil(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let (found, other) = PLANTED;
    let missing = || Failure::NoBlank { file: "vectors.wasm", line: "PQWN-J3R1" };
    let at = wasm.windows(found.len()).position(|window| window == found).ok_or_else(missing)?;
    let mut spoilt = wasm.to_vec();
    spoilt[at..at + other.len()].copy_from_slice(other);
    Ok(spoilt)
}
