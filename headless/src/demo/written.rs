//! A story as records: what a client wrote and shared, what the therapist opened and did.

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Acknowledgement, Alert, Body, CheckIn, Form, Opened, Receipt, Reply, Rest, Rules},
    sharing::{Write, copy, share_part},
};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

use super::story::{Answered, Kept, Replied, Story};
use crate::{device::Device, error::Error};

/// What the therapist does once it has reached her.
#[derive(Default)]
pub struct Written {
    /// What she opened, and when.
    pub opened: Vec<(RecordId, DateTime<FixedOffset>)>,
    /// Alerts, and what she did about them.
    pub told: Vec<(RecordId, Answered)>,
    /// Pages, and what she wrote back.
    pub replied: Vec<(RecordId, Replied)>,
}

/// Writes and shares as the story says.
pub fn write(device: &mut Device, story: &Story, therapist: AccountId) -> Result<Written, Error> {
    let mut written = Written::default();
    if story.numbers {
        let mut rules = Rules::new();
        if let Some((first, _)) = story.check_ins.first() {
            rules.set("check_in", Some(Form::Numbers), first.at);
        }
        device.put(Device::new_id(), &Body::Rules(rules), &[])?;
    }
    for (check_in, shared) in &story.check_ins {
        let id = Device::new_id();
        let to = if *shared && !story.numbers { &[therapist][..] } else { &[] };
        device.put(id, &Body::CheckIn(check_in.clone()), to)?;
        if story.numbers {
            share_numbers(device, id, check_in, therapist)?;
        }
    }
    for (place, measure) in story.measures.iter().enumerate() {
        let id = Device::new_id();
        device.put(id, &Body::Measure(measure.clone()), &[therapist])?;
        for alert in story.alerts.iter().filter(|alert| alert.measure == place) {
            let told = Device::new_id();
            let body = Alert::of(id, measure, alert.sent)
                .ok_or(Error::Unexpected("an alert about answers that ask for nothing"))?;
            device.put(told, &Body::Alert(body), &[therapist])?;
            written.told.extend(alert.answered.clone().map(|answered| (told, answered)));
        }
    }
    let mut pages = Vec::new();
    for page in &story.pages {
        let id = Device::new_id();
        let entry = page.entry(&story.appointments);
        let to = if page.kept == Kept::Private { &[][..] } else { &[therapist] };
        device.put(id, &Body::Entry(entry.clone()), to)?;
        if let Kept::Read(at) = page.kept {
            written.opened.push((id, at));
        }
        written.replied.extend(page.reply.map(|reply| (id, reply)));
        pages.push((id, entry));
    }
    story.grown.write(device, &pages, therapist)?;
    Ok(written)
}

/// As the client's own rule does it: a copy for the therapist, and a note of what it is of.
fn share_numbers(
    device: &mut Device,
    id: RecordId,
    check_in: &CheckIn,
    therapist: AccountId,
) -> Result<(), Error> {
    let body = Body::CheckIn(check_in.clone());
    let Some(numbers) = copy(&body, Form::Numbers, None, check_in.at) else { return Ok(()) };
    let owner = device.keyring().account();
    let source = Opened { id, owner, rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() };
    let ids = (Device::new_id(), Device::new_id());
    for write in share_part(&source, numbers, true, &[therapist], ids, check_in.at) {
        if let Write::Put { id, body, readers } = write {
            device.put(id, &body, &readers)?;
        }
    }
    Ok(())
}

/// Somebody opened what somebody else wrote.
pub fn open(reader: &mut Device, record: RecordId, opened: DateTime<FixedOffset>) -> Result<(), Error> {
    let known = reader.record(record).ok_or(Error::Unexpected("a shared record that did not arrive"))?;
    let (author, revision) = (known.owner, known.rev);
    let receipt = Receipt { v: 1, record, revision, opened, also: Vec::new(), rest: Rest::new() };
    reader.put(Device::new_id(), &Body::Receipt(receipt), &[author])
}

/// She wrote a few words back. Gives their record.
pub fn reply(therapist: &mut Device, to: RecordId, replied: &Replied) -> Result<RecordId, Error> {
    let known = therapist.record(to).ok_or(Error::Unexpected("a page that did not arrive"))?;
    let (client, id) = (known.owner, Device::new_id());
    let reply = Reply { text: replied.text.into(), ..Reply::new(to, replied.at) };
    therapist.put(id, &Body::Reply(reply), &[client])?;
    Ok(id)
}

/// She opened an alert, and did something about it.
pub fn acknowledge(therapist: &mut Device, alert: RecordId, answered: &Answered) -> Result<(), Error> {
    open(therapist, alert, answered.opened)?;
    let known = therapist.record(alert).ok_or(Error::Unexpected("an alert that did not arrive"))?;
    let client = known.owner;
    let acknowledgement = Acknowledgement {
        v: 1,
        alert,
        done: answered.done.to_vec(),
        note: answered.note.into(),
        at: answered.at,
        passed: None,
        rest: Rest::new(),
    };
    therapist.put(Device::new_id(), &Body::Acknowledgement(acknowledgement), &[client])
}
