//! The tools from npm, pinned in `package-lock.json`; never what happens to be on the machine's path.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{error::Failure, say};

/// Their versions; a part of the key under which squeezed modules are kept.
pub const LOCK: &str = include_str!("../package-lock.json");
/// What optimises; with the versions, the other part of that key. Debian's own `wasm-opt` succeeds and makes modules that
/// fail at run time.
pub const SQUEEZE: &str = include_str!("../squeeze.mjs");

/// Where the tools are.
pub struct Tools(PathBuf);

impl Tools {
    /// Fetches them when they are missing or other ones.
    pub fn ready(room: &Path) -> Result<Self, Failure> {
        let modules = room.join("node_modules");
        let marker = modules.join(".pinned");
        if fs::read_to_string(&marker).is_ok_and(|found| found == LOCK) {
            return Ok(Self(modules));
        }
        say::timed("npm ci (binaryen and esbuild)", || {
            let mut npm = Command::new("npm");
            run(npm
                .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
                .current_dir(room))
        })?;
        fs::write(&marker, LOCK).map_err(Failure::file(&marker))?;
        Ok(Self(modules))
    }

    /// Optimises modules for size; `folder` is made for files in between.
    pub fn squeeze(&self, folder: &Path, modules: &mut [&mut Vec<u8>]) -> Result<(), Failure> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(Failure::file(folder))?;
        }
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        let paths: Vec<_> = (0..modules.len()).map(|at| folder.join(format!("{at}.wasm"))).collect();
        for (path, wasm) in paths.iter().zip(modules.iter()) {
            fs::write(path, wasm).map_err(Failure::file(path))?;
        }
        run(Command::new("node").arg(self.0.with_file_name("squeeze.mjs")).arg(folder))?;
        for (path, wasm) in paths.iter().zip(modules.iter_mut()) {
            **wasm = fs::read(path).map_err(Failure::file(path))?;
        }
        Ok(())
    }

    /// Minifies; `loader` is `js` or `css`.
    pub fn minify(&self, loader: &str, source: &str) -> Result<String, Failure> {
        let mut command = Command::new("node");
        command.arg(self.0.join("esbuild/bin/esbuild")).args(["--minify", "--log-level=warning"]);
        // wasm-bindgen names the same module once for each part that imports of it.
        command.arg("--log-override:duplicate-object-key=silent");
        command.arg(format!("--loader={loader}")).arg("--charset=utf8");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|source| Failure::NoTool { name: "node".into(), source })?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(source.as_bytes()).map_err(Failure::file("esbuild"))?;
        }
        let done = child.wait_with_output().map_err(Failure::file("esbuild"))?;
        let text = String::from_utf8(done.stdout).unwrap_or_default();
        if done.status.success() && !text.is_empty() {
            Ok(text)
        } else {
            Err(Failure::Tool("esbuild".into()))
        }
    }
}

/// Runs to the end, and fails when it fails.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|source| Failure::NoTool { name: name.clone(), source })?;
    if status.success() { Ok(()) } else { Err(Failure::Tool(name)) }
}
