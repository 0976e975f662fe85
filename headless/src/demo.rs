//! Two practices in the middle of their work, for somebody who wants to look around: two therapists, six clients, one
//! invitation still open. Made through the same requests and keys as by eight people with eight phones.

mod calendar;
mod check_ins;
mod grown;
mod ines;
mod jonas;
mod maya;
mod prompts;
mod sana;
mod story;
mod tomas;
mod walter;
mod written;

use chrono::{DateTime, FixedOffset};
use journal::record::{Body, Invitation, Plan, Profile, Rest};
use wire::{
    demo::{OKAFOR, Person, SOLBERG},
    problem::Code,
};

use self::{
    calendar::Calendar,
    story::Story,
    written::{acknowledge, open, reply, write},
};
use crate::{account::Credentials, device::Device, error::Error, http::Http};

const HARBOUR: &str = "Harbour Street Practice";
const LINDEN: &str = "Linden House";
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

/// Makes the demo at `now`, whose offset is the clients'. `tokens` are of two setup links, one a therapist.
///
/// # Errors
/// When the server cannot be reached or refuses, e.g. because somebody else has one of the sign-in names.
pub async fn make(http: &Http, tokens: [&str; 2], now: DateTime<FixedOffset>) -> Result<Outcome, Error> {
    if let Some(found) = look(http).await? {
        return Ok(found);
    }
    let calendar = Calendar::new(now);
    let [here, there] = tokens;
    let stories =
        [maya::story(&calendar), jonas::story(&calendar), ines::story(&calendar), tomas::story(&calendar)];
    let card = profile(&OKAFOR, Some(HARBOUR));
    let mut okafor = practice(http, here, &OKAFOR, &card, &stories).await?;
    let stories = [sana::story(&calendar), walter::story(&calendar)];
    practice(http, there, &SOLBERG, &profile(&SOLBERG, Some(LINDEN)), &stories).await?;
    for template in prompts::kept(&calendar) {
        okafor.put(Device::new_id(), &Body::Template(template), &[])?;
    }
    okafor.invite(INVITED, &card).await?;
    okafor.sync().await?;
    Ok(Outcome::Made)
}

/// One therapist with her clients, and what each of them wrote and opened.
async fn practice(
    http: &Http,
    token: &str,
    person: &Person,
    card: &Profile,
    stories: &[Story],
) -> Result<Device, Error> {
    let (mut therapist, _) = Device::register_therapist(http, token, sign_in_of(person)).await?;
    let (mut clients, mut opened, mut told) = (Vec::new(), Vec::new(), Vec::new());
    let mut readers = Vec::new();
    for story in stories {
        let mut device = join(http, &mut therapist, card, &story.person).await?;
        let client = device.keyring().account();
        let written = write(&mut device, story, therapist.keyring().account())?;
        opened.extend(written.opened);
        told.extend(written.told);
        device.sync().await?;
        let plan = Plan {
            appointments: story.appointments.clone(),
            measures: story.planned.clone(),
            prompts: story.prompts.clone(),
            ..Plan::new(client)
        };
        therapist.put(Device::new_id(), &Body::Plan(plan), &[client])?;
        clients.push(client);
        readers.push((device, written.replied));
    }
    therapist.put(Device::new_id(), &Body::Profile(card.clone()), &clients)?;
    therapist.sync().await?;
    for (record, at) in opened {
        open(&mut therapist, record, at)?;
    }
    for (alert, done) in told {
        acknowledge(&mut therapist, alert, &done)?;
    }
    let mut read = Vec::new();
    for (client, replied) in readers {
        let replies: Vec<_> = replied
            .iter()
            .map(|(page, one)| Ok((reply(&mut therapist, *page, one)?, one.read)))
            .collect::<Result<_, Error>>()?;
        read.push((client, replies));
    }
    therapist.sync().await?;
    for (mut client, replies) in read.into_iter().filter(|(_, replies)| !replies.is_empty()) {
        client.sync().await?;
        for (answer, at) in replies {
            open(&mut client, answer, at)?;
        }
        client.sync().await?;
    }
    therapist.sync().await?;
    Ok(therapist)
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
async fn join(http: &Http, therapist: &mut Device, card: &Profile, person: &Person) -> Result<Device, Error> {
    let (invite, fragment) = therapist.invite(&person.called, card).await?;
    let (mut device, _) = Device::register_client(http, invite, Some(&fragment), sign_in_of(person)).await?;
    therapist.check_pairings().await?;
    // Her pin comes before the client's words in her feed, so that a new device of hers opens them at once.
    therapist.sync().await?;
    let therapist = therapist.keyring().account();
    device.put(Device::new_id(), &Body::Profile(profile(person, None)), &[therapist])?;
    Ok(device)
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
