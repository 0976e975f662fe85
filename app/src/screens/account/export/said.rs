//! The document as the app says it, in the person's language.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::{
    course::Moment,
    export::{Label, Words},
    record::{AppointmentKind, CheckIn, Done, Outcome, Part},
};

use crate::{
    screens::{
        client::levels_line,
        parts::{clock_time, full_day, month, names},
    },
    text::{
        export::document as said, language, page, safety, sharing, therapist::take_out, threads, timeline,
    },
};

/// The words of the app, by who the document is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Whose journal it is.
    Own,
    /// The therapist, of what a client shared.
    Shared,
}

impl Words for Said {
    fn language(&self) -> &'static str {
        language().tag()
    }
    fn title(&self, name: &str) -> String {
        match self {
            Self::Own => said::of(name),
            Self::Shared => take_out::of(name),
        }
    }
    fn made(&self, at: DateTime<FixedOffset>) -> String {
        said::made(&format!("{}, {}", full_day(at.date_naive()), clock_time(at)))
    }
    fn month(&self, day: NaiveDate) -> String {
        month(day)
    }
    fn day(&self, day: NaiveDate) -> String {
        full_day(day)
    }
    fn time(&self, at: DateTime<FixedOffset>) -> String {
        clock_time(at)
    }
    fn moment(&self, moment: Moment) -> &'static str {
        names::moment(moment)
    }
    fn dosing(&self, number: usize) -> String {
        timeline::session(number)
    }
    fn appointment(&self, kind: AppointmentKind) -> &'static str {
        names::kind(kind)
    }
    fn levels(&self, check_in: &CheckIn) -> String {
        levels_line(check_in)
    }
    fn done(&self, done: Done) -> &'static str {
        if *self == Self::Shared {
            return take_out::done(done);
        }
        match done {
            Done::Talked => said::talked(),
            Done::Tried => said::tried(),
            Done::Sooner => said::sooner(),
            Done::NextTime => said::next_time(),
            Done::CalledIn => said::called_in(),
        }
    }
    fn opened(&self, by: Option<&str>, at: DateTime<FixedOffset>) -> String {
        said::opened(by, &format!("{}, {}", full_day(at.date_naive()), clock_time(at)))
    }
    fn safety(&self, part: Part) -> &'static str {
        names::safety(part)
    }
    fn feeling<'a>(&self, id: &'a str) -> &'a str {
        names::feeling(id)
    }
    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::Lead if *self == Self::Shared => take_out::document_lead(),
            Label::Rest if *self == Self::Shared => take_out::rest(),
            Label::Reply if *self == Self::Shared => take_out::reply(),
            Label::Lead => said::lead(),
            Label::Months => said::months(),
            Label::Draft => timeline::draft(),
            Label::Shared => timeline::shared(),
            Label::Feelings => page::touched(),
            Label::Free => page::free(),
            Label::Other => said::other(),
            Label::Skipped => said::skipped(),
            Label::Total => said::total(),
            Label::Prorated => said::prorated(),
            Label::File => said::file(),
            Label::Missing => said::missing(),
            Label::Outcome(Outcome::Done) => said::step_done(),
            Label::Outcome(Outcome::NotYet) => said::not_yet(),
            Label::Outcome(Outcome::LetGo) => said::let_go(),
            Label::Rest => said::rest(),
            Label::Unopenable => said::unopenable(),
            Label::CheckIn => sharing::check_in_title(),
            Label::Measure => said::measure(),
            Label::Intention => threads::intention(),
            Label::Insight => threads::insight(),
            Label::Step => threads::step(),
            Label::Agenda => timeline::agenda(),
            Label::Jotting => said::jotting(),
            Label::Sketch => said::sketch(),
            Label::Voice => said::voice(),
            Label::Photo => said::photo(),
            Label::SafetyPlan => safety::title(),
            Label::Plan => said::plan(),
            Label::Alert => said::alert(),
            Label::Acknowledgement => said::acknowledgement(),
            Label::Reply => said::reply(),
            Label::Note => said::note(),
            Label::Pencilled => said::pencilled(),
            Label::Template => said::template(),
            Label::Route(route) => names::route(route),
            Label::Profile => said::profile(),
            Label::Receipt => said::receipt(),
            Label::PutOff => said::put_off(),
            Label::Invitation => said::invitation(),
            Label::Introduction => said::introduction(),
            Label::Consent => said::consent(),
            Label::Pin => said::pin(),
            Label::Excerpt => said::excerpt(),
            Label::Numbers => said::numbers(),
            Label::Share => said::share(),
            Label::Rules => said::rules(),
            Label::Settings => said::settings(),
            Label::Unknown => said::unknown(),
        }
    }
}
