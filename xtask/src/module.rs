//! One crate to one WASM module with its JavaScript.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    assets::hash,
    error::Failure,
    say, split,
    tools::{self, Tools},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// What to build.
pub struct Module {
    pub package: &'static str,
    pub feature: &'static str,
    /// `--bin` or `--example`.
    pub kind: &'static str,
    pub bin: &'static str,
    /// What its files are called.
    pub name: &'static str,
    /// Whether it marks parts that are fetched when they are needed.
    pub has_parts: bool,
}

/// What came out.
pub struct Built {
    /// Names each piece by `split::address`.
    pub glue: String,
    pub wasm: Vec<u8>,
    pub pieces: Vec<Piece>,
}

/// Code that is needed by the same parts.
pub struct Piece {
    pub name: String,
    /// Which those are.
    pub parts: BTreeSet<String>,
    pub wasm: Vec<u8>,
}

impl Module {
    /// With `tools`, optimised and minified.
    pub fn build(&self, root: &Path, tools: Option<&Tools>) -> Result<Built, Failure> {
        let profile = if tools.is_some() { "wasm-release" } else { "dev" };
        let compiled = say::timed(&format!("cargo build {} for the browser ({profile})", self.bin), || {
            self.compile(root, profile)
        })?;
        let folder = compiled.with_file_name("xtask");
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        let Some(tools) = tools else { return self.bind(&compiled, &folder, false) };
        // Squeezing takes longest, so what came of the same bytes with the same tools is kept.
        let bytes = fs::read(&compiled).map_err(Failure::file(&compiled))?;
        let how = [tools::LOCK, tools::SQUEEZE, include_str!("split.rs")].concat();
        let key = hash([bytes.as_slice(), how.as_bytes()]);
        let kept = folder.join(format!("{}-{key}", self.name));
        if let Ok(built) = Built::read(&kept) {
            return Ok(built);
        }
        let mut built = self.bind(&compiled, &folder, true)?;
        say::timed(&format!("squeezing {}", self.name), || {
            let pieces = built.pieces.iter_mut().map(|piece| &mut piece.wasm);
            let mut modules: Vec<_> = pieces.chain([&mut built.wasm]).collect();
            tools.squeeze(&folder.join("squeezed"), &mut modules)
        })?;
        built.glue = tools.minify("js", &built.glue)?;
        built.write(&kept)?;
        Ok(built)
    }

    /// Where cargo put the module.
    fn compile(&self, root: &Path, profile: &str) -> Result<PathBuf, Failure> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(root).args(["rustc", "--target", TARGET, "--profile", profile]);
        command.args(["-p", self.package, "--features", self.feature, self.kind, self.bin]);
        command.arg("--message-format=json-render-diagnostics").stdout(Stdio::piped());
        if profile != "dev" {
            command.env("CARGO_ENCODED_RUSTFLAGS", anonymous(root));
        }
        if self.has_parts {
            // For the last step only, so that nothing else is compiled again for it.
            command.args(["--", "-Clink-arg=--emit-relocs"]);
        }
        let child = command.spawn().map_err(|source| Failure::NoTool { name: "cargo".into(), source })?;
        let done = child.wait_with_output().map_err(Failure::file("cargo"))?;
        if !done.status.success() {
            return Err(Failure::Tool(format!("cargo rustc -p {}", self.package)));
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

    /// Cuts it if it has parts, and makes its JavaScript.
    fn bind(&self, compiled: &Path, folder: &Path, release: bool) -> Result<Built, Failure> {
        let main = folder.join(format!("{}.main.wasm", self.name));
        let cut = self
            .has_parts
            .then(|| say::timed(&format!("cutting {}", self.name), || split::cut(compiled, &main)))
            .transpose()?;
        let input = if cut.is_some() { main.as_path() } else { compiled };
        let (glue, wasm) = say::timed(&format!("wasm-bindgen {}", self.name), || {
            self.glue(input, folder, release, cut.is_some())
        })?;
        Ok(match cut {
            Some(cut) => Built { glue: cut.join(&glue)?, wasm, pieces: cut.pieces },
            None => Built { glue, wasm, pieces: Vec::new() },
        })
    }

    fn glue(
        &self,
        input: &Path,
        folder: &Path,
        release: bool,
        is_cut: bool,
    ) -> Result<(String, Vec<u8>), Failure> {
        let said = |error| Failure::Bindgen(format!("{error:#}"));
        let mut bindgen = Bindgen::new();
        bindgen.input_path(input).out_name(self.name).web(true).map_err(said)?;
        bindgen.typescript(false).omit_default_module_path(true).keep_debug(false);
        // Parts reach what starts first through its exports.
        bindgen.keep_lld_exports(is_cut);
        bindgen.remove_name_section(release).remove_producers_section(release);
        let mut out = bindgen.generate_output().map_err(said)?;
        if out.snippets().values().any(|found| !found.is_empty()) || !out.local_modules().is_empty() {
            return Err(Failure::Snippets(self.package));
        }
        out.emit(folder).map_err(said)?;
        let glue = folder.join(format!("{}.js", self.name));
        let wasm = folder.join(format!("{}_bg.wasm", self.name));
        Ok((
            fs::read_to_string(&glue).map_err(Failure::file(glue))?,
            fs::read(&wasm).map_err(Failure::file(wasm))?,
        ))
    }
}

const GLUE: &str = "glue.js";
const MAIN: &str = "main.wasm";
const PIECES: &str = "pieces.json";

impl Built {
    fn read(folder: &Path) -> Result<Self, Failure> {
        let file = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(Failure::file(path))
        };
        let found: BTreeMap<String, BTreeSet<String>> = serde_json::from_slice(&file(PIECES)?)?;
        let pieces = found
            .into_iter()
            .map(|(name, parts)| Ok(Piece { wasm: file(&format!("{name}.wasm"))?, name, parts }));
        Ok(Self {
            glue: String::from_utf8_lossy(&file(GLUE)?).into_owned(),
            wasm: file(MAIN)?,
            pieces: pieces.collect::<Result<_, Failure>>()?,
        })
    }

    /// The list of pieces last: without it the folder does not count.
    fn write(&self, folder: &Path) -> Result<(), Failure> {
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        let put = |name: &str, bytes: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(Failure::file(path))
        };
        put(GLUE, self.glue.as_bytes())?;
        put(MAIN, &self.wasm)?;
        for piece in &self.pieces {
            put(&format!("{}.wasm", piece.name), &piece.wasm)?;
        }
        let list: BTreeMap<_, _> = self.pieces.iter().map(|piece| (&piece.name, &piece.parts)).collect();
        put(PIECES, &serde_json::to_vec(&list)?)
    }
}

/// Where somebody builds is nobody's business: panics name files, and those go to every phone.
fn anonymous(root: &Path) -> String {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))
        .unwrap_or_default();
    let flag = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    [flag(&cargo_home, "cargo"), flag(root, "interleaf"), "--cfg=erase_components".into()].join("\u{1f}")
}
