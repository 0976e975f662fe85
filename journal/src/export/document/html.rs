//! Tags of ours around text of others.

use wire::bytes;

use crate::{
    record::Preview,
    sketch::{HEIGHT, Ink, Sketch, WIDTH},
};

/// A document while it is written.
pub struct Html {
    out: String,
    language: &'static str,
}

impl Html {
    /// An empty one.
    pub const fn new(language: &'static str) -> Self {
        Self { out: String::new(), language }
    }

    /// The head, and the beginning of the body. The policy lets nothing run and nothing be fetched.
    pub fn head(&mut self, title: &str, style: &str) {
        self.put(&[
            "<!doctype html>\n<html lang=\"",
            self.language,
            "\">\n<head>\n<meta charset=\"utf-8\">\n",
        ]);
        self.put(&["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"]);
        self.put(&["<meta http-equiv=\"Content-Security-Policy\" content=\""]);
        self.put(&["default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"]);
        self.text("title", title);
        self.put(&["<style>\n", style, "</style>\n</head>\n<body>\n"]);
    }

    /// `<tag>` on its own.
    pub fn open(&mut self, tag: &'static str) {
        self.put(&["<", tag, ">\n"]);
    }

    /// `</tag>`.
    pub fn close(&mut self, tag: &'static str) {
        self.put(&["</", tag, ">\n"]);
    }

    /// Text in a tag.
    pub fn text(&mut self, tag: &'static str, text: &str) {
        self.put(&["<", tag, ">", &escaped(text), "</", tag, ">\n"]);
    }

    /// Text in a tag with a class.
    pub fn class(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.put(&["<", tag, " class=\"", class, "\">", &escaped(text), "</", tag, ">\n"]);
    }

    /// Text in a tag that can be gone to.
    pub fn anchor(&mut self, tag: &'static str, id: &str, text: &str) {
        self.put(&["<", tag, " id=\"", &escaped(id), "\">", &escaped(text), "</", tag, ">\n"]);
    }

    /// One of a list of links.
    pub fn link(&mut self, to: &str, text: &str) {
        self.put(&["<li><a href=\"", &escaped(to), "\">", &escaped(text), "</a></li>\n"]);
    }

    /// A drawing, with its words for whoever does not see it.
    pub fn drawing(&mut self, sketch: &Sketch, about: &str) {
        let size = format!("0 0 {WIDTH} {HEIGHT}");
        self.put(&["<svg viewBox=\"", &size, "\" role=\"img\" aria-label=\"", &escaped(about), "\">\n"]);
        for stroke in &sketch.strokes {
            let class = match stroke.ink {
                Ink::Ink => "ink",
                Ink::Pine => "pine",
                Ink::Plum => "plum",
                Ink::Ochre => "ochre",
            };
            let width = stroke.width.to_string();
            self.put(&[
                "<path class=\"",
                class,
                "\" stroke-width=\"",
                &width,
                "\" d=\"",
                &stroke.path(),
                "\"/>\n",
            ]);
        }
        self.put(&["</svg>\n"]);
    }

    /// A small picture, in the document itself, with its words for whoever does not see it.
    pub fn picture(&mut self, preview: &Preview, about: &str) {
        let (mime, (width, height)) = (preview.media.mime(), preview.size);
        // A data URL has the other alphabet, and needs no padding.
        let bytes = bytes::to_text(&preview.bytes).replace('-', "+").replace('_', "/");
        self.put(&["<img alt=\"", &escaped(about), "\" width=\"", &width.to_string(), "\" height=\""]);
        self.put(&[&height.to_string(), "\" src=\"data:", mime, ";base64,", &bytes, "\">\n"]);
    }

    /// The way to a file that lies beside the document.
    pub fn file(&mut self, path: &str, text: &str) {
        let path = escaped(path);
        self.put(&["<p class=\"facts\"><a href=\"", &path, "\">", &escaped(text), "</a></p>\n"]);
    }

    fn put(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
    }

    /// The whole document.
    pub fn finish(mut self) -> String {
        self.out.push_str("</body>\n</html>\n");
        self.out
    }
}

/// Text that is text wherever it stands, in a tag or in a value.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
