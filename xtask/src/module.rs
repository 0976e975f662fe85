//! One crate to one WASM module with its JavaScript.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    assets::hash,
    error::Failure,
    say,
    tools::{self, Tools},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// What to build.
pub struct Module {
    pub package: &'static str,
    pub feature: &'static str,
    pub bin: &'static str,
    /// What its files are called.
    pub name: &'static str,
}

/// What came out.
pub struct Built {
    pub glue: String,
    pub wasm: Vec<u8>,
}

impl Module {
    /// With `tools`, optimised and minified.
    pub fn build(&self, root: &Path, tools: Option<&Tools>) -> Result<Built, Failure> {
        let profile = if tools.is_some() { "wasm-release" } else { "dev" };
        let compiled = say::timed(&format!("cargo build {} for the browser ({profile})", self.bin), || {
            self.compile(root, profile)
        })?;
        let Some(tools) = tools else {
            return say::timed(&format!("wasm-bindgen {}", self.name), || self.bind(&compiled, false));
        };
        // Squeezing takes longest, so what came of the same bytes with the same tools is kept.
        let bytes = fs::read(&compiled).map_err(Failure::file(&compiled))?;
        let flags = tools::WASM_OPT.concat();
        let key = hash([bytes.as_slice(), tools::LOCK.as_bytes(), flags.as_bytes()]);
        let folder = compiled.with_file_name("xtask");
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        let glue_path = folder.join(format!("{}-{key}.js", self.name));
        let wasm_path = folder.join(format!("{}-{key}.wasm", self.name));
        if let (Ok(glue), Ok(wasm)) = (fs::read_to_string(&glue_path), fs::read(&wasm_path)) {
            return Ok(Built { glue, wasm });
        }
        let built = say::timed(&format!("wasm-bindgen {}", self.name), || self.bind(&compiled, true))?;
        let plain_path = folder.join(format!("{}-{key}.plain.wasm", self.name));
        fs::write(&plain_path, &built.wasm).map_err(Failure::file(&plain_path))?;
        say::timed(&format!("wasm-opt {} {}", tools::WASM_OPT[0], self.name), || {
            tools.wasm_opt(&plain_path, &wasm_path)
        })?;
        fs::remove_file(&plain_path).map_err(Failure::file(&plain_path))?;
        let glue = tools.minify("js", &built.glue)?;
        fs::write(&glue_path, &glue).map_err(Failure::file(&glue_path))?;
        Ok(Built { glue, wasm: fs::read(&wasm_path).map_err(Failure::file(&wasm_path))? })
    }

    /// Where cargo put the module.
    fn compile(&self, root: &Path, profile: &str) -> Result<PathBuf, Failure> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(root).args(["build", "--target", TARGET, "--profile", profile]);
        command.args(["-p", self.package, "--features", self.feature, "--bin", self.bin]);
        command.arg("--message-format=json-render-diagnostics").stdout(Stdio::piped());
        if profile != "dev" {
            command.env("CARGO_ENCODED_RUSTFLAGS", anonymous(root));
        }
        let child = command.spawn().map_err(|source| Failure::NoTool { name: "cargo".into(), source })?;
        let done = child.wait_with_output().map_err(Failure::file("cargo"))?;
        if !done.status.success() {
            return Err(Failure::Tool(format!("cargo build -p {}", self.package)));
        }
        String::from_utf8_lossy(&done.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|said| said["reason"] == "compiler-artifact" && said["target"]["name"] == self.bin)
            .filter_map(|said| serde_json::from_value::<Vec<PathBuf>>(said["filenames"].clone()).ok())
            .flatten()
            .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
            .ok_or(Failure::NoModule(self.bin))
    }

    fn bind(&self, compiled: &Path, release: bool) -> Result<Built, Failure> {
        let said = |error| Failure::Bindgen(format!("{error:#}"));
        let folder = compiled.with_file_name("xtask");
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name(self.name).web(true).map_err(said)?;
        bindgen.typescript(false).omit_default_module_path(true).keep_debug(false);
        bindgen.remove_name_section(release).remove_producers_section(release);
        let mut out = bindgen.generate_output().map_err(said)?;
        if out.snippets().values().any(|found| !found.is_empty()) || !out.local_modules().is_empty() {
            return Err(Failure::Snippets(self.package));
        }
        out.emit(&folder).map_err(said)?;
        let (glue, wasm) =
            (folder.join(format!("{}.js", self.name)), folder.join(format!("{}_bg.wasm", self.name)));
        Ok(Built {
            glue: fs::read_to_string(&glue).map_err(Failure::file(glue))?,
            wasm: fs::read(&wasm).map_err(Failure::file(wasm))?,
        })
    }
}

/// Where somebody builds is nobody's business: panics name files, and those go to every phone.
fn anonymous(root: &Path) -> String {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))
        .unwrap_or_default();
    let flag = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    [flag(&cargo_home, "cargo"), flag(root, "interleaf")].join("\u{1f}")
}
