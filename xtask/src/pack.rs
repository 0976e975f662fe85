//! Which pieces travel together. Cutting makes hundreds, most of them smaller than what asking for them costs, and each
//! squeezed for itself; together they are a dozen files and a tenth less.

use std::collections::BTreeMap;

use crate::module::Piece;

/// Parts that are opened before others, in this order: what they need is not mixed with what only others need.
const FIRST: [&str; 5] = ["sign_in", "account", "opening", "today", "writing"];
/// From here on, bytes unsqueezed, what several parts share is asked for by itself.
const LARGE: usize = 24 * 1024;

/// Pieces in one file.
#[derive(Default)]
pub struct Pack<'a> {
    pub pieces: Vec<&'a Piece>,
}

impl Pack<'_> {
    /// The file: one piece behind the other, for nothing reads it from its beginning to its end.
    pub fn bytes(&self) -> Vec<u8> {
        self.pieces.iter().flat_map(|piece| piece.wasm.iter().copied()).collect()
    }

    /// Where each piece begins, and how long it is.
    pub fn places(&self) -> impl Iterator<Item = (&Piece, usize, usize)> {
        self.pieces.iter().scan(0, |from, piece| {
            let (at, size) = (*from, piece.wasm.len());
            *from += size;
            Some((*piece, at, size))
        })
    }

    /// Whether opening this part fetches it.
    pub fn serves(&self, part: &str) -> bool {
        self.pieces.iter().any(|piece| piece.parts.contains(part))
    }
}

/// Packs by name.
pub fn packs(pieces: &[Piece]) -> BTreeMap<String, Pack<'_>> {
    let mut packs: BTreeMap<String, Pack<'_>> = BTreeMap::new();
    for piece in pieces {
        packs.entry(name(piece)).or_default().pieces.push(piece);
    }
    packs
}

fn name(piece: &Piece) -> String {
    let parts: Vec<_> = piece.parts.iter().map(String::as_str).collect();
    match FIRST.iter().find(|first| parts.contains(first)) {
        // The form to sign in is small, and one file is quicker than two.
        Some(first) if *first == FIRST[0] => (*first).into(),
        _ if parts.len() == 1 => parts[0].into(),
        Some(first) => format!("with-{first}"),
        None if piece.wasm.len() >= LARGE => parts.join("-"),
        None => "shared".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(name: &str, parts: &[&str], size: usize) -> Piece {
        Piece {
            name: name.into(),
            parts: parts.iter().map(|part| (*part).to_owned()).collect(),
            wasm: vec![name.as_bytes()[0]; size],
        }
    }

    #[test]
    fn what_opens_first_waits_for_nothing_of_the_others() {
        let pieces = [
            piece("a", &["opening", "today", "writing"], 3),
            piece("b", &["today"], 2),
            piece("c", &["today", "writing"], 4),
            piece("d", &["journal", "writing"], 5),
            piece("e", &["writing"], 6),
            piece("f", &["journal", "threads"], LARGE),
            piece("g", &["journal", "threads"], 7),
        ];
        let packs = packs(&pieces);
        let serving = |part: &str| {
            let names = packs.iter().filter(|(_, pack)| pack.serves(part)).map(|(name, _)| name.as_str());
            names.collect::<Vec<_>>()
        };
        assert_eq!(serving("opening"), ["with-opening"]);
        assert_eq!(serving("today"), ["today", "with-opening", "with-today"]);
        assert_eq!(serving("journal"), ["journal-threads", "shared", "with-writing"]);
        assert_eq!(serving("writing"), ["with-opening", "with-today", "with-writing", "writing"]);
        let all: usize = packs.values().map(|pack| pack.pieces.len()).sum();
        assert_eq!(all, pieces.len());
    }

    #[test]
    fn each_piece_is_found_where_it_is_said_to_be() {
        let pieces = [piece("x", &["a", "b"], 3), piece("y", &["a", "c"], 5), piece("z", &["b", "c"], 2)];
        let packs = packs(&pieces);
        let pack = &packs["shared"];
        let bytes = pack.bytes();
        assert_eq!(bytes.len(), 10);
        for (piece, from, size) in pack.places() {
            assert_eq!(bytes[from..from + size], piece.wasm);
        }
    }
}
