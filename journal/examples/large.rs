//! How long a large journal takes: `cargo run --release -p journal --example large`.
//!
//! Five thousand entries of two hundred words each: opened with the keys, taken into the index of search, searched,
//! and listed. What is searched for is typed letter by letter, and the slowest of its steps is what is shown. What a
//! list is made of is computed from half of the records, too: all of them may take about twice as long, and no more.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::{
    error::Error,
    time::{Duration, Instant},
};

use chrono::{DateTime, Duration as Span, FixedOffset};
use journal::{
    course::{Course, Moment},
    record::{Attachment, Body, Entry, Opened, What},
    seal::{Keyring, Place, SealedRecord, SystemEntropy},
    search::{Index, Query},
    timeline::{Filter, Kind, Seen, attached, kinds_beside, partly_shared, timeline},
    today::{Facts, Thing, next_thing},
};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

const ENTRIES: usize = 5_000;
const WORDS: usize = 200;
/// How long a letter of a search may take.
const AT_MOST: Duration = Duration::from_millis(100);
/// Words that are common, rare and not there.
const QUERIES: [&str; 5] = ["the sea", "grandmother", "\"far from the house\"", "zephyr", "corazón e"];
const VOCABULARY: [&str; 24] = [
    "the",
    "sea",
    "house",
    "was",
    "calm",
    "and",
    "I",
    "felt",
    "heavy",
    "light",
    "grandmother",
    "window",
    "far",
    "from",
    "something",
    "opened",
    "Corazón",
    "afraid",
    "then",
    "slowly",
    "breathing",
    "a",
    "colour",
    "green",
];

fn main() -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = (0..ENTRIES).map(text).collect();
    let ids: Vec<RecordId> = (0..ENTRIES as u128).map(|id| RecordId::from_random(id.to_be_bytes())).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{ENTRIES} entries, {} KB", bytes / 1024);
    open(&texts, &ids)?;
    let began = Instant::now();
    let mut index = Index::default();
    for (id, text) in ids.iter().zip(&texts) {
        index.put(*id, [text.as_str()]);
    }
    println!("index {:.1} ms", milliseconds(began.elapsed()));
    println!("{:<28} {:>8} {:>12}", "typed", "found", "slowest ms");
    for typed in QUERIES {
        let mut slowest = Duration::ZERO;
        let mut found = 0;
        for (end, letter) in typed.char_indices() {
            let began = Instant::now();
            let query = Query::parse(&typed[..end + letter.len_utf8()]);
            found = index.find(&query).count();
            slowest = slowest.max(began.elapsed());
        }
        println!("{typed:<28} {found:>8} {:>12.2}", milliseconds(slowest));
        if slowest > AT_MOST {
            return Err(format!("a letter of {typed:?} took longer than {AT_MOST:?}").into());
        }
    }
    list(&texts)
}

/// Makes something of all records, and says how much it is.
type Make<'a> = &'a dyn Fn(&[Opened]) -> usize;

/// What the journal, a search in it and Today are made from.
fn list(texts: &[String]) -> Result<(), Box<dyn Error>> {
    let me = AccountId::from_random([7; 16]);
    let now = DateTime::parse_from_rfc3339("2026-10-14T20:00:00+02:00")?;
    let records = written(texts, me, now);
    let course = Course::new(&[], now);
    let found = |records: &[Opened]| Some(records.iter().map(|record| record.id).collect());
    let lines = |records: &[Opened], filter: Filter| timeline(records, me, &course, &filter).len();
    let of = |kind| Filter { kind: Some(kind), ..Filter::default() };
    let today = |records: &[Opened]| {
        let facts = Facts { records, me, course: &course, unsaved: false, unsent_since: None };
        usize::from(next_thing(&facts) != Thing::Nothing)
    };
    let made: [(&str, Make); 8] = [
        ("everything", &|records| lines(records, Filter::default())),
        ("what is shared", &|records| {
            lines(records, Filter { seen: Some(Seen::Shared), ..Filter::default() })
        }),
        ("pages with a photo", &|records| lines(records, of(Kind::With(What::Photo)))),
        ("after a search", &|records| lines(records, Filter { found: found(records), ..Filter::default() })),
        ("beside each page", &|records| attached(records, me, None).len()),
        ("what there is beside them", &|records| kinds_beside(records, me).len()),
        ("shared in part", &|records| partly_shared(records, me).len()),
        ("Today", &today),
    ];
    println!("{:<28} {:>12} {:>12}", "listed", "half, ms", "all, ms");
    for (name, make) in made {
        let half = records.get(..records.len() / 2).unwrap_or_default();
        let [half, all] = [half, records.as_slice()].map(|records| best_of_five(|| make(records)));
        println!("{name:<28} {:>12.2} {:>12.2}", milliseconds(half), milliseconds(all));
    }
    Ok(())
}

/// Each text a page, with a photo beside it and a page without a word after it, with a drawing.
fn written(texts: &[String], me: AccountId, now: DateTime<FixedOffset>) -> Vec<Opened> {
    let mut bodies = Vec::new();
    for (text, back) in texts.iter().zip(1..) {
        let at = now - Span::hours(back);
        let id = |number: usize| RecordId::from_random((number as u128).to_be_bytes());
        let with_words = Entry { free: text.clone(), ..Entry::new(Moment::Preparation, None, at) };
        let page = id(bodies.len());
        bodies.push(Body::Entry(with_words));
        bodies.push(Body::Attachment(Attachment::new(page, What::Photo, at)));
        let page = id(bodies.len());
        bodies.push(Body::Entry(Entry::new(Moment::Preparation, None, at)));
        bodies.push(Body::Attachment(Attachment::new(page, What::Sketch, at)));
    }
    let opened = |(number, body): (u128, Body)| Opened {
        id: RecordId::from_random(number.to_be_bytes()),
        owner: me,
        rev: Rev(1),
        epoch: Epoch(0),
        body,
        recipients: Vec::new(),
    };
    (0_u128..).zip(bodies).map(opened).collect()
}

fn best_of_five(mut act: impl FnMut() -> usize) -> Duration {
    let once = |_| {
        let began = Instant::now();
        std::hint::black_box(act());
        began.elapsed()
    };
    (0..5).map(once).min().unwrap_or_default()
}

fn open(texts: &[String], ids: &[RecordId]) -> Result<(), Box<dyn Error>> {
    let owner = AccountId::from_random([7; 16]);
    let (ring, ..) = Keyring::make(owner, &[7; 64], &mut SystemEntropy)?;
    let place = |id| Place { owner, record: id, rev: Rev(1), epoch: Epoch(0) };
    let sealed: Vec<SealedRecord> = texts
        .iter()
        .zip(ids)
        .map(|(text, id)| {
            let json = serde_json::json!({"kind": "large", "text": text}).to_string();
            ring.seal_record(&place(*id), json.as_bytes(), &[], &mut SystemEntropy)
        })
        .collect::<Result<_, _>>()?;
    let began = Instant::now();
    for (sealed, id) in sealed.iter().zip(ids) {
        let json = ring.open_own(&place(*id), &sealed.content, &sealed.own_wrap)?;
        Body::parse(&json)?;
    }
    println!("open {:.1} ms", milliseconds(began.elapsed()));
    Ok(())
}

/// Always the same words in the same order, with one rare word in every hundredth text.
fn text(place: usize) -> String {
    let mut state = place.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let mut words: Vec<&str> = (0..WORDS)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            VOCABULARY[(state >> 33) % VOCABULARY.len()]
        })
        .collect();
    if place % 100 == 7 {
        words.push("zephyr");
    }
    words.join(" ")
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
