//! What a search found that has no line of its own: it is shown in the line of what it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use wire::ids::{AccountId, RecordId};

use crate::{
    record::{Body, Opened},
    sharing::Shares,
};

/// What was found, by the record in whose line it stands. Where the record itself is among it, that is what was found.
pub(super) type Found = BTreeMap<RecordId, RecordId>;

/// Puts each of what was found where `me` sees it: what is attached with its entry, an answer with what it answers,
/// everything else by itself.
pub(super) fn placed(records: &[Opened], me: AccountId, found: &BTreeSet<RecordId>) -> Found {
    let (mut shares, mut alerts) = (None, None);
    let mut placed = Found::new();
    for record in records.iter().filter(|record| found.contains(&record.id)) {
        let home = match &record.body {
            Body::Attachment(attachment) if record.owner == me => attachment.entry,
            Body::Reply(reply) if record.owner != me => {
                let shares = shares.get_or_insert_with(|| Shares::new(records, me));
                shares.part_of(reply.to).map_or(reply.to, |(_, source)| source)
            }
            Body::Acknowledgement(one) if record.owner != me || one.passed.is_some() => {
                let alerts = alerts.get_or_insert_with(|| measures_told(records));
                alerts.get(&one.alert).copied().unwrap_or(one.alert)
            }
            _ => record.id,
        };
        let first = placed.entry(home).or_insert(record.id);
        if home == record.id {
            *first = home;
        }
    }
    placed
}

/// By alert what it tells of.
fn measures_told(records: &[Opened]) -> BTreeMap<RecordId, RecordId> {
    records.iter().filter_map(|record| Some((record.id, record.alert()?.measure))).collect()
}
