//! Embeds what `dist/list.json` names: what `cargo xtask build` made for the phone. Without it, nothing.

use std::{env, error::Error, fmt::Write, fs, path::Path};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../dist");
    println!("cargo::rerun-if-changed=build.rs");
    // Also while there is none: it may come after this was built.
    println!("cargo::rerun-if-changed={}", dist.display());
    let list: Value =
        fs::read(dist.join("list.json")).map_or(Ok(Value::Null), |text| serde_json::from_slice(&text))?;
    let mut files = String::new();
    for file in list["files"].as_array().into_iter().flatten() {
        let name = file["name"].as_str().ok_or("a file without a name")?;
        let bytes = |name: String| match dist.join(&name).canonicalize() {
            Ok(path) => Ok(format!("include_bytes!({:?})", path.display().to_string())),
            Err(_) => Err(format!("dist/{name} is missing: run `cargo xtask build`")),
        };
        let squeezed = |key: &str, ending: &str| {
            if file[key].is_null() {
                return Ok("None".to_owned());
            }
            bytes(format!("{name}.{ending}")).map(|found| format!("Some({found})"))
        };
        writeln!(
            files,
            "    File {{ name: {name:?}, role: {}, kind: {}, immutable: {}, raw: {}, brotli: {}, gzip: {} }},",
            file["role"],
            file["type"],
            file["immutable"],
            bytes(name.to_owned())?,
            squeezed("brotli", "br")?,
            squeezed("gzip", "gz")?,
        )?;
    }
    let build = list["build"].as_str().unwrap_or_default();
    let code = format!("const BUILD: &str = {build:?};\nconst FILES: &[File] = &[\n{files}];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("dist.rs"), code)?;
    Ok(())
}
