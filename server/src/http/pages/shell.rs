//! The shell, rendered once.

use app::{
    document::{self, Page, Shell},
    text::{Language, crisis::Lines},
};
use sha2::{Digest, Sha256};

use super::{super::assets::Shelf, links};

/// The shell, and the stamp of all that a phone keeps: the builder's files, and the pages that this server renders.
pub struct Rendered {
    pub html: String,
    pub stamp: String,
}

/// `None` where the app was not built.
pub fn rendered(shelf: &Shelf, lines: &Lines) -> Option<Rendered> {
    let mut page = Shell {
        links: links(shelf),
        theme: shelf.address("theme")?,
        trusted_types: shelf.address("trusted-types")?,
        start: shelf.address("start")?,
        glue: shelf.address("phone-glue")?,
        wasm: shelf.address("phone-wasm")?,
        worker: shelf.address("signin-worker")?,
        manifest: shelf.address("manifest")?,
        touch_icon: shelf.address("icon-touch")?,
        build: String::new(),
    };
    let help = Page::Help { lines: lines.clone(), region: None };
    let help = Language::ALL.map(|language| document::html(&help, &page.links, language)).concat();
    let digest = Sha256::digest([shelf.build, &document::shell(&page), &help].concat());
    let first = digest.iter().take(6).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    page.build = format!("{first:012x}");
    Some(Rendered { html: document::shell(&page), stamp: page.build })
}
