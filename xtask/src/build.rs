//! The steps, in order.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    assets::{Name, Shelf},
    budget::{self, Way},
    entry,
    error::Failure,
    list::Part,
    module::{Built, Module},
    pack, say, split, styles,
    tools::Tools,
};

const PHONE: Module =
    Module { package: "app", feature: "csr", kind: "--bin", bin: "phone", name: "phone", has_parts: true };
const SIGN_IN: Module = Module {
    package: "signin",
    feature: "worker",
    kind: "--bin",
    bin: "signin-worker",
    name: "signin",
    has_parts: false,
};

/// Role and file in `public`, for what keeps its words and only gets a name.
const SCRIPTS: [(&str, &str, Part); 3] = [
    ("theme", "theme.js", Part::App),
    ("trusted-types", "trusted-types.js", Part::App),
    ("help", "help.js", Part::Later),
];
const FONTS: [(&str, &str); 2] =
    [("words-normal", "fonts/words-normal.woff2"), ("words-italic", "fonts/words-italic.woff2")];
const PICTURES: [(&str, &str); 8] = [
    (ICON, "favicon.svg"),
    ("icon-192", "icons/icon-192.png"),
    ("icon-512", "icons/icon-512.png"),
    ("icon-maskable", "icons/icon-maskable.png"),
    ("icon-touch", "icons/icon-touch.png"),
    // As `end2end/pictures.mjs` makes them.
    ("picture-today", "pictures/today.webp"),
    ("picture-write", "pictures/write.webp"),
    ("picture-write-wide", "pictures/write-wide.webp"),
];
const ICON: &str = "icon";
/// Pictures that the service worker keeps: the page's own, and that of a notification.
const KEPT: [&str; 2] = [ICON, "icon-192"];
const MANIFEST: &str = "manifest.webmanifest";

/// Builds everything into `dist/`.
pub fn build(release: bool) -> Result<(), Failure> {
    let root = root();
    let tools = release.then(|| Tools::ready(&root.join("xtask"))).transpose()?;
    let tools = tools.as_ref();
    let phone = PHONE.build(&root, tools)?;
    let sign_in = SIGN_IN.build(&root, tools)?;

    let (list, ways, folder) = say::timed("naming and squeezing", || {
        let folder = root.join("dist");
        let mut shelf = Shelf::open(folder.clone(), release)?;
        place(&mut shelf, &root.join("public"), &root.join("style"), tools)?;
        let ways = modules(&mut shelf, &phone, &sign_in, tools)?;
        let stamp = offline(&mut shelf, &root.join("public"), tools)?;
        shelf.close(stamp).map(|list| (list, ways, folder))
    })?;
    budget::print(&list, &ways);
    say::step(&format!("build {} in {}", list.build, folder.display()));
    if release { budget::hold(&list, &ways) } else { Ok(()) }
}

/// Scripts, fonts, pictures, and the style sheet and manifest that name them.
fn place(shelf: &mut Shelf, public: &Path, style: &Path, tools: Option<&Tools>) -> Result<(), Failure> {
    let path = public.join(MANIFEST);
    let mut manifest = fs::read_to_string(&path).map_err(Failure::file(path))?;
    let mut sheet = styles::bundle(style)?;
    for (files, part) in [(&FONTS[..], Part::Fonts), (&PICTURES[..], Part::Around)] {
        for (role, file) in files {
            let bytes = read(&public.join(file))?;
            let plain = file.rsplit('/').next().unwrap_or(file);
            let name = shelf.put(role, part, plain, Name::Hashed, &bytes)?;
            let (from, to) = (format!("/assets/{plain}"), format!("/assets/{name}"));
            sheet = sheet.replace(&from, &to);
            manifest = manifest.replace(&from, &to);
        }
    }
    shelf.put("manifest", Part::Around, MANIFEST, Name::Fixed, manifest.as_bytes())?;
    let sheet = minified(tools, "css", sheet)?;
    shelf.put("styles", Part::App, "interleaf.css", Name::Hashed, sheet.as_bytes())?;
    for (role, file, part) in SCRIPTS {
        let path = public.join(file);
        let script = minified(tools, "js", fs::read_to_string(&path).map_err(Failure::file(path))?)?;
        shelf.put(role, part, file, Name::Hashed, script.as_bytes())?;
    }
    Ok(())
}

/// Both modules, and what starts them.
fn modules(
    shelf: &mut Shelf,
    phone: &Built,
    sign_in: &Built,
    tools: Option<&Tools>,
) -> Result<Vec<Way>, Failure> {
    let mut glue = phone.glue.clone();
    let packs = pack::packs(&phone.pieces);
    let mut served = Vec::new();
    for (name, pack) in &packs {
        let name =
            shelf.put("phone-part", Part::Later, &format!("{name}.wasm"), Name::Hashed, &pack.bytes())?;
        served.push((name.clone(), pack));
        for (piece, from, size) in pack.places() {
            glue = glue.replace(&split::address(&piece.name), &format!("\"./{name}\",{from},{size}"));
        }
    }
    let glue = shelf.put("phone-glue", Part::App, "phone.js", Name::Hashed, glue.as_bytes())?;
    let wasm = shelf.put("phone-wasm", Part::App, "phone.wasm", Name::Hashed, &phone.wasm)?;
    let start = minified(tools, "js", entry::page(&glue, &wasm))?;
    shelf.put("start", Part::App, "start.js", Name::Hashed, start.as_bytes())?;
    let glue = shelf.put("signin-glue", Part::SignIn, "signin.js", Name::Hashed, sign_in.glue.as_bytes())?;
    let wasm = shelf.put("signin-wasm", Part::SignIn, "signin.wasm", Name::Hashed, &sign_in.wasm)?;
    let worker = minified(tools, "js", entry::worker(&glue, &wasm))?;
    shelf.put("signin-worker", Part::SignIn, "signin-worker.js", Name::Hashed, worker.as_bytes())?;
    Ok(budget::ways(|part| {
        served.iter().filter(|(_, pack)| pack.serves(part)).map(|(name, _)| name.clone()).collect()
    }))
}

/// The service worker, and the stamp of the build that it carries.
fn offline(shelf: &mut Shelf, public: &Path, tools: Option<&Tools>) -> Result<String, Failure> {
    let text = |file: &str| {
        let path = public.join(file);
        fs::read_to_string(&path).map_err(Failure::file(path))
    };
    let template = text("service-worker.js")? + &text("outbox.js")?;
    let stamp = shelf.stamp(template.as_bytes());
    let kept = shelf
        .entries()
        .iter()
        .filter(|entry| entry.part != Part::Around || KEPT.contains(&entry.role.as_str()));
    let script = entry::service_worker(&template, &stamp, kept.map(|entry| entry.name.as_str()))?;
    let script = minified(tools, "js", script)?;
    shelf.put("service-worker", Part::Around, "service-worker.js", Name::Fixed, script.as_bytes())?;
    Ok(stamp)
}

fn minified(tools: Option<&Tools>, loader: &str, source: String) -> Result<String, Failure> {
    match tools {
        Some(tools) => tools.minify(loader, &source),
        None => Ok(source),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::file(path))
}

/// The workspace, wherever it was moved since this was compiled.
pub fn root() -> PathBuf {
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().unwrap_or(Path::new(".")).to_owned()
}
