use proptest::prelude::*;

use super::*;

/// Different bytes every time, and the same in every run: for tests only.
struct Counting(u64);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            [*byte, ..] = (self.0 >> 32).to_le_bytes();
        }
    }
}

fn place(seed: u8) -> BlobPlace {
    BlobPlace {
        owner: AccountId::from_random([seed; 16]),
        record: RecordId::from_random([seed.wrapping_add(1); 16]),
        blob: BlobId::from_random([seed.wrapping_add(2); 16]),
    }
}

fn sealed(len: usize) -> (ContentKey, Vec<u8>, Vec<Vec<u8>>) {
    let mut entropy = Counting(len as u64);
    let key = ContentKey::make(&mut entropy);
    let mut content = vec![0; len];
    entropy.fill(&mut content);
    let sealed = place(1).seal(&key, &content, &mut entropy).unwrap();
    (key, content, sealed)
}

#[test]
fn what_was_sealed_opens_whole_and_no_chunk_is_larger_than_travels() {
    for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17] {
        let (key, content, sealed) = sealed(len);
        let total = u32::try_from(sealed.len()).unwrap();
        assert_eq!(Some(total), chunks(len));
        assert!(sealed.iter().all(|chunk| chunk.len() <= limits::CHUNK_BYTES), "{len}");
        assert_eq!(*place(1).open(&key, total, &sealed).unwrap(), content);
    }
}

#[test]
fn a_chunk_that_is_missing_doubled_swapped_or_appended_is_noticed() {
    let (key, _, sealed) = sealed(3 * CHUNK);
    let refused = |chunks: Vec<Vec<u8>>| {
        for total in [1, 2, 3, 4] {
            assert!(place(1).open(&key, total, &chunks).is_err(), "{} as {total}", chunks.len());
        }
    };
    refused(sealed[..2].to_vec());
    refused(sealed[1..].to_vec());
    refused(vec![sealed[1].clone(), sealed[0].clone(), sealed[2].clone()]);
    refused(vec![sealed[0].clone(), sealed[0].clone(), sealed[2].clone()]);
    refused([sealed.as_slice(), &sealed[2..]].concat());
    refused(Vec::new());
    assert!(place(1).open(&key, 0, &[]).is_err(), "nothing is not whole");
}

#[test]
fn any_other_order_of_chunks_is_refused() {
    let (key, _, sealed) = sealed(3 * CHUNK + 1);
    for (one, other) in [(0, 1), (0, 3), (1, 2), (2, 3)] {
        let mut swapped = sealed.clone();
        swapped.swap(one, other);
        assert_eq!(place(1).open(&key, 4, &swapped), Err(SealError::Damaged), "{one} and {other}");
    }
}

#[test]
fn a_chunk_of_another_owner_record_blob_or_key_does_not_open() {
    let (key, _, sealed) = sealed(10);
    let at = place(1);
    let other = place(99);
    for elsewhere in [
        BlobPlace { owner: other.owner, ..at },
        BlobPlace { record: other.record, ..at },
        BlobPlace { blob: other.blob, ..at },
    ] {
        assert!(elsewhere.open(&key, 1, &sealed).is_err(), "{elsewhere:?}");
    }
    assert_eq!(at.open(&ContentKey::make(&mut Counting(7)), 1, &sealed), Err(SealError::WrongKey));
}

#[test]
fn pieces_of_something_growing_are_no_chunks_and_the_other_way_round() {
    let (key, content, whole) = sealed(100);
    let at = place(1);
    let pieces: Vec<_> = content
        .chunks(40)
        .zip(0..)
        .map(|(piece, index)| at.seal_growing(&key, index, piece, &mut Counting(u64::from(index))).unwrap())
        .collect();
    assert_eq!(*at.open_growing(&key, &pieces).unwrap(), content);
    assert_eq!(*at.open_growing(&key, &pieces[..2]).unwrap(), content[..80]);
    assert!(at.open_growing(&key, &pieces[1..]).is_err());
    assert!(at.open(&key, 3, &pieces).is_err());
    assert!(at.open_growing(&key, &whole).is_err());
}

#[test]
fn a_key_is_written_down_and_read_back_and_never_printed() {
    let key = ContentKey::make(&mut Counting(1));
    let text = serde_json::to_string(&key).unwrap();
    assert_eq!(serde_json::from_str::<ContentKey>(&text).unwrap(), key);
    assert_eq!(format!("{key:?}"), "ContentKey");
    assert!(serde_json::from_str::<ContentKey>("\"AAAA\"").is_err());
}

proptest! {
    #[test]
    fn a_flipped_bit_or_a_cut_anywhere_is_refused(len in 1_usize..2_000, at in any::<usize>(), bit in 0_u8..8) {
        let (key, _, sealed) = sealed(len);
        let mut flipped = sealed.clone();
        let at = at % flipped[0].len();
        flipped[0][at] ^= 1 << bit;
        prop_assert!(place(1).open(&key, 1, &flipped).is_err());
        let mut cut = sealed;
        cut[0].truncate(at);
        prop_assert!(place(1).open(&key, 1, &cut).is_err());
    }

    #[test]
    fn arbitrary_bytes_do_not_open_and_do_not_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let key = ContentKey::make(&mut Counting(3));
        prop_assert!(place(1).open(&key, 1, &[bytes]).is_err());
    }
}
