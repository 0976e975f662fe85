//! The scripts that exist only because names change: they start a module, and fill in the service worker.

use crate::error::Failure;

/// Starts the app in the page, and keeps it for offline once it runs. Where that fails, the
/// shell says so in words, and Help now stands under them.
pub fn page(glue: &str, wasm: &str) -> String {
    format!(
        r#"import init from "./{glue}";
// The browser's offer of the home screen comes once, maybe before the app runs: kept for when somebody wants it.
addEventListener("beforeinstallprompt", (offer) => {{
  offer.preventDefault();
  globalThis.installOffer = offer;
}});
addEventListener("appinstalled", () => delete globalThis.installOffer);
try {{
  await init({{ module_or_path: new URL("./{wasm}", import.meta.url) }});
}} catch (error) {{
  document.documentElement.dataset.start = globalThis.WebAssembly ? "failed" : "unable";
  const page = await fetch("/help").then((answer) => answer.text());
  const help = page.split(/<main[^>]*>/)[1]?.split("</main>")[0];
  if (help) document.getElementById("help").innerHTML = help;
  throw error;
}} finally {{
  navigator.serviceWorker?.register("/service-worker.js");
}}
"#
    )
}

/// Starts a module in a worker; a failure reaches the page as the worker's `error` event.
pub fn worker(glue: &str, wasm: &str) -> String {
    format!(
        "import init from \"./{glue}\";\n\
         init({{ module_or_path: new URL(\"./{wasm}\", import.meta.url) }}).catch(reportError);\n"
    )
}

const FILE: &str = "public/service-worker.js";
const BUILD: &str = "const BUILD = \"\";";
const ASSETS: &str = "const ASSETS = [];";

/// The service worker with its blanks filled.
pub fn service_worker<'a>(
    template: &str,
    build: &str,
    names: impl Iterator<Item = &'a str>,
) -> Result<String, Failure> {
    let addresses: Vec<_> = names.map(|name| format!("/assets/{name}")).collect();
    for line in [BUILD, ASSETS] {
        if !template.contains(line) {
            return Err(Failure::NoBlank { file: FILE, line });
        }
    }
    Ok(template
        .replace(BUILD, &format!("const BUILD = \"{build}\";"))
        .replace(ASSETS, &format!("const ASSETS = {};", serde_json::to_string(&addresses)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_learns_the_build_and_what_to_keep() {
        let filled =
            service_worker(&format!("{BUILD}\n{ASSETS}\nrest"), "abc", ["a.js", "b.css"].into_iter())
                .unwrap();
        assert_eq!(
            filled,
            "const BUILD = \"abc\";\nconst ASSETS = [\"/assets/a.js\",\"/assets/b.css\"];\nrest"
        );
        assert!(service_worker(BUILD, "abc", std::iter::empty()).is_err());
    }
}
