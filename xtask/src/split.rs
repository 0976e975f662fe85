//! Cuts a module at the functions marked `#[wasm_split(part)]`: what starts first, and pieces, each needed by one part or
//! by several, that are fetched when a function of such a part is called.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use wasm_split_cli_support::{Options, transform};

use crate::{error::Failure, module::Piece};

/// What the cut modules call the JavaScript that fetches parts.
const LINK: &str = "./link.js";
/// What that JavaScript calls the glue of wasm-bindgen.
const GLUE: &str = "./glue.js";

/// A module that was cut.
pub struct Cut {
    /// Fetches the pieces; it still has to be joined to the glue.
    link: String,
    /// In the order of their names.
    pub pieces: Vec<Piece>,
}

/// Cuts `compiled`; what starts first is left in `main`. The module must have been linked with `--emit-relocs`.
pub fn cut(compiled: &Path, main: &Path) -> Result<Cut, Failure> {
    let said = |error| Failure::Split(format!("{error:#}"));
    let folder = main.with_extension("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    }
    let bytes = fs::read(compiled).map_err(Failure::file(compiled))?;
    let mut options = Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = main;
    options.link_name = LINK;
    options.main_module = GLUE;
    let done = transform(options).map_err(said)?;
    let link = folder.join(LINK);
    let link = fs::read_to_string(&link).map_err(Failure::file(link))?;
    let mut needed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (part, files) in done.prefetch_map {
        for file in files {
            needed.entry(file).or_default().insert(part.clone());
        }
    }
    let mut pieces = Vec::new();
    for path in done.split_modules {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // Two parts may turn out to be the same code; then one file has it and the other is never asked for.
        if link.contains(&address(&name)) {
            let parts = needed.remove(&name).unwrap_or_default();
            pieces.push(Piece { name, parts, wasm: fs::read(&path).map_err(Failure::file(path))? });
        }
    }
    pieces.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Cut { link, pieces })
}

/// How the glue names a piece before it is known in which pack it travels.
pub fn address(piece: &str) -> String {
    format!("\"./{piece}.wasm\"")
}

/// Fetches a pack once and gives pieces of it, as if each had been fetched. What did not come is asked for again.
const UNPACK: &str = r#"const packs = new Map();
function fetchPack(address) {
    const coming = fetch(new URL(address, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
        return answer.arrayBuffer();
    });
    packs.set(address, coming);
    coming.catch(() => packs.delete(address));
    return coming;
}
async function unpack(address, from, size) {
    const pack = await (packs.get(address) ?? fetchPack(address));
    return new Response(new Uint8Array(pack, from, size), { headers: { "content-type": "application/wasm" } });
}
const piece = (address, from, size) => () => {
    const coming = unpack(address, from, size);
    coming.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(coming, imports);
};
"#;

/// What the cutter calls the loader of a part, and its own piece.
const LOADER: &str = "__wasm_split_load_";
const OWN: &str = "split_";

impl Cut {
    /// Glue and link import each other, and two files cannot both be named by their content: they become one.
    pub fn join(&self, glue: &str) -> Result<String, Failure> {
        let missing = |what: &'static str| Failure::Split(format!("the glue has no {what}"));
        let wanted = format!("from \"{LINK}\"");
        let is_import = |line: &str| line.starts_with("import * as ") && line.contains(&wanted);
        // One for each part.
        let names: Vec<_> = glue
            .lines()
            .filter(|line| is_import(line))
            .filter_map(|line| line.split_whitespace().nth(3))
            .collect();
        if names.is_empty() {
            return Err(missing("import of the parts"));
        }
        let own = format!("import {{ initSync }} from \"{GLUE}\";");
        if !self.link.contains(&own) || !glue.contains("function initSync(") {
            return Err(missing("initSync"));
        }
        let loaders: Vec<_> = self
            .link
            .lines()
            .filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next())
            .collect();
        let table = self.table(&loaders).ok_or_else(|| missing("loader of a part"))?;
        let runs = self.link.find("\n/* ").or_else(|| self.link.find("\nexport const "));
        let body = self.link[..runs.unwrap_or(self.link.len())].replace(&own, "");
        let rest: Vec<_> = glue.lines().filter(|line| !is_import(line)).collect();
        Ok(format!(
            "{}\nconst parts = (() => {{\n{body}\n{UNPACK}{table}}})();\nconst {} = parts;\n",
            rest.join("\n"),
            names.join(" = parts, "),
        ))
    }

    /// Which parts need which piece, as numbers: the cutter lists the pieces of each part, which is a third of the glue.
    fn table(&self, loaders: &[&str]) -> Option<String> {
        let parts: Vec<_> = loaders.iter().map(|name| name.strip_prefix(LOADER)).collect::<Option<_>>()?;
        let of = |piece: &Piece| {
            let bits =
                piece.parts.iter().map(|part| Some(1_u32 << parts.iter().position(|one| one == part)?));
            bits.sum::<Option<u32>>()
        };
        let (own, shared): (Vec<_>, Vec<_>) =
            self.pieces.iter().partition(|piece| piece.name.starts_with(OWN));
        let shared = shared
            .into_iter()
            .map(|piece| Some(format!("[{}, makeLoad(piece({}), [])],", of(piece)?, address(&piece.name))))
            .collect::<Option<Vec<_>>>()?;
        let loads: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let own = own.iter().find(|piece| piece.name == format!("{OWN}{part}"));
                let own = own.map(|piece| format!("piece({})", address(&piece.name)));
                let own = own.as_deref().unwrap_or("() => async () => ({})");
                format!("{LOADER}{part}: load({}, {own}),", 1_u32 << at)
            })
            .collect();
        let (shared, loads) = (shared.join("\n"), loads.join("\n"));
        Some(format!(
            "const shared = [\n{shared}\n];\nconst load = (bit, own) =>\n    wrapAsyncCb(makeLoad(own, \
             shared.filter(([parts]) => parts & bit).map(([, load]) => load)));\nreturn {{\n{loads}\n}};\n"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(name: &str, parts: &[&str]) -> Piece {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        Piece { name: name.into(), parts, wasm: Vec::new() }
    }

    fn cut(part: &str) -> Cut {
        let link = format!(
            "import {{ initSync }} from \"./glue.js\";\nlet runs = 1;\n/* a, b */\nconst chunk = 1;\n\
             export const {LOADER}a = go();\nexport const {LOADER}{part} = go();\n"
        );
        Cut { link, pieces: vec![piece("chunk_1", &["a", part]), piece("split_a", &["a"])] }
    }

    const GLUED: &str = "import * as import1 from \"./link.js\"\nimport * as import2 from \"./link.js\"\n\
        function initSync(m) {}\nexport { initSync };\n";

    #[test]
    fn glue_and_link_become_one_file_that_imports_neither() {
        let joined = cut("b").join(GLUED).unwrap();
        assert!(!joined.contains("import * as") && !joined.contains("from \"./glue.js\""), "{joined}");
        assert!(joined.ends_with("const import1 = parts, import2 = parts;\n"), "{joined}");
        assert!(joined.contains("\nlet runs = 1;") && !joined.contains("const chunk"), "{joined}");
    }

    #[test]
    fn each_part_loads_its_own_piece_and_those_it_shares() {
        let joined = cut("b").join(GLUED).unwrap();
        assert!(joined.contains("[3, makeLoad(piece(\"./chunk_1.wasm\"), [])],"), "{joined}");
        assert!(joined.contains("__wasm_split_load_a: load(1, piece(\"./split_a.wasm\")),"), "{joined}");
        // The other has nothing of its own.
        assert!(joined.contains("__wasm_split_load_b: load(2, () => async () => ({})),"), "{joined}");
    }

    #[test]
    fn glue_of_another_shape_stops_the_build() {
        assert!(cut("b").join("function initSync(m) {}").is_err());
        assert!(cut("b").join("import * as import1 from \"./link.js\"\n").is_err());
        let mut unknown = cut("b");
        unknown.pieces.push(piece("chunk_2", &["c"]));
        assert!(unknown.join(GLUED).is_err());
    }
}
