//! A practice in the middle of its work, for somebody who wants to look around: one therapist, two clients, one
//! invitation still open. Made through the same requests and keys as by three people with three phones.

mod calendar;
mod check_ins;
mod jonas;
mod maya;
mod story;

use chrono::{DateTime, FixedOffset};
use journal::record::{Body, Invitation, Plan, Profile, Receipt, Rest};
use wire::{
    demo::{OKAFOR, Person},
    ids::{AccountId, RecordId},
    problem::Code,
};

use self::{
    calendar::Calendar,
    story::{Kept, Story},
};
use crate::{account::Credentials, device::Device, error::Error, http::Http};

const PRACTICE: &str = "Harbour Street Practice";
/// Whom the open invitation is for. It is made last, so where it is, everything is.
const INVITED: &str = "S. T.";

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was made.
    Made,
    /// Everything is there from before; nothing was changed.
    AlreadyThere,
    /// An earlier run was cut short; nothing was changed.
    CutShort,
}

/// Makes the demo at `now`, whose offset is the clients'. `token` is of a setup link.
///
/// # Errors
/// When the server cannot be reached or refuses, e.g. because somebody else has one of the sign-in names.
pub async fn make(http: &Http, token: &str, now: DateTime<FixedOffset>) -> Result<Outcome, Error> {
    if let Some(found) = look(http).await? {
        return Ok(found);
    }
    let (mut okafor, _) = Device::register_therapist(http, token, sign_in_of(&OKAFOR)).await?;
    let card = profile(&OKAFOR, Some(PRACTICE));
    let calendar = Calendar::new(now);
    let (mut clients, mut opened) = (Vec::new(), Vec::new());
    for story in [maya::story(&calendar), jonas::story(&calendar)] {
        let mut device = join(http, &mut okafor, &card, &story.person).await?;
        let client = device.keyring().account();
        opened.extend(write(&mut device, &story, okafor.keyring().account())?);
        device.sync().await?;
        let plan = Plan { appointments: story.appointments, ..Plan::new(client) };
        okafor.put(Device::new_id(), &Body::Plan(plan), &[client])?;
        clients.push(client);
    }
    okafor.put(Device::new_id(), &Body::Profile(card.clone()), &clients)?;
    okafor.sync().await?;
    for (record, at) in opened {
        acknowledge(&mut okafor, record, at)?;
    }
    okafor.invite(INVITED, &card).await?;
    okafor.sync().await?;
    Ok(Outcome::Made)
}

/// Whether the demo is there.
async fn look(http: &Http) -> Result<Option<Outcome>, Error> {
    let mut okafor = match Device::sign_in(http, sign_in_of(&OKAFOR)).await {
        Ok(device) => device,
        Err(Error::SignIn(_)) => return Ok(None),
        Err(Error::Refused(problem)) if problem.code == Code::WrongCredentials => return Ok(None),
        Err(error) => return Err(error),
    };
    okafor.sync().await?;
    let whole = okafor.records().any(
        |record| matches!(&record.body, Body::Invitation(Invitation { called, .. }) if called == INVITED),
    );
    okafor.http().delete("/session").await?;
    Ok(Some(if whole { Outcome::AlreadyThere } else { Outcome::CutShort }))
}

/// A client takes an invitation, and the therapist checks who took it.
async fn join(http: &Http, okafor: &mut Device, card: &Profile, person: &Person) -> Result<Device, Error> {
    let (invite, fragment) = okafor.invite(&person.called, card).await?;
    let (mut device, _) = Device::register_client(http, invite, Some(&fragment), sign_in_of(person)).await?;
    okafor.check_pairings().await?;
    // Her pin comes before the client's words in her feed, so that a new device of hers opens them at once.
    okafor.sync().await?;
    let okafor = okafor.keyring().account();
    device.put(Device::new_id(), &Body::Profile(profile(person, None)), &[okafor])?;
    Ok(device)
}

/// Writes and shares as the story says; answers with what the therapist opened, and when.
fn write(
    device: &mut Device,
    story: &Story,
    therapist: AccountId,
) -> Result<Vec<(RecordId, DateTime<FixedOffset>)>, Error> {
    let mut opened = Vec::new();
    for (check_in, shared) in &story.check_ins {
        let to = if *shared { &[therapist][..] } else { &[] };
        device.put(Device::new_id(), &Body::CheckIn(check_in.clone()), to)?;
    }
    for measure in &story.measures {
        device.put(Device::new_id(), &Body::Measure(measure.clone()), &[therapist])?;
    }
    for page in &story.pages {
        let id = Device::new_id();
        let to = if page.kept == Kept::Private { &[][..] } else { &[therapist] };
        device.put(id, &Body::Entry(page.entry(&story.appointments)), to)?;
        if let Kept::Read(at) = page.kept {
            opened.push((id, at));
        }
    }
    Ok(opened)
}

fn acknowledge(okafor: &mut Device, record: RecordId, opened: DateTime<FixedOffset>) -> Result<(), Error> {
    let known = okafor.record(record).ok_or(Error::Unexpected("a shared entry that did not arrive"))?;
    let (client, revision) = (known.owner, known.rev);
    let receipt = Receipt { v: 1, record, revision, opened, also: Vec::new(), rest: Rest::new() };
    okafor.put(Device::new_id(), &Body::Receipt(receipt), &[client])
}

fn profile(person: &Person, practice: Option<&str>) -> Profile {
    Profile {
        v: 1,
        display_name: person.called.to_string(),
        practice: practice.map(str::to_owned),
        reading: None,
        rest: Rest::new(),
    }
}

fn sign_in_of(person: &Person) -> Credentials<'_> {
    Credentials { name: &person.name, password: &person.password }
}

#[cfg(test)]
mod tests;
