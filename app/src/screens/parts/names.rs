//! What things of the journal are called.

use journal::{
    course::Moment,
    prompts::feeling_of,
    record::{AppointmentKind, Done, Dose, Part, Route, Scale, What},
};

use crate::text::{
    alerts::done,
    attach, kinds, language, moment, safety, said,
    scales::{self, Words},
};

/// What an appointment is for.
pub fn kind(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Preparation => kinds::preparation(),
        AppointmentKind::Dosing => kinds::dosing(),
        AppointmentKind::Integration => kinds::integration(),
    }
}

/// What an appointment is, within a sentence: "your integration".
pub fn your(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Preparation => kinds::your_preparation(),
        AppointmentKind::Dosing => kinds::your_dosing(),
        AppointmentKind::Integration => kinds::your_integration(),
    }
}

/// How ketamine is given.
pub fn route(route: Route) -> &'static str {
    match route {
        Route::Lozenge => kinds::lozenge(),
        Route::Oral => kinds::oral(),
        Route::Nasal => kinds::nasal(),
        Route::Intramuscular => kinds::intramuscular(),
        Route::Intravenous => kinds::intravenous(),
        Route::Subcutaneous => kinds::subcutaneous(),
        Route::Other => kinds::other_way(),
    }
}

/// "Lozenge, 200 mg"; nothing where nothing was said.
pub fn dose(dose: &Dose) -> String {
    let parts = dose.route.map(route).into_iter().chain([dose.amount.trim()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What was done about an alert.
pub fn done_one(what: Done) -> &'static str {
    match what {
        Done::Talked => done::talked(),
        Done::Tried => done::tried(),
        Done::Sooner => done::sooner(),
        Done::NextTime => done::next_time(),
        Done::CalledIn => done::called_in(),
    }
}

/// All of it: "We talked. We meet sooner."
pub fn done(all: &[Done]) -> String {
    all.iter().map(|what| format!("{}.", done_one(*what))).collect::<Vec<_>>().join(" ")
}

/// When a page was written.
pub fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Preparation => moment::preparation(),
        Moment::EveBefore => moment::eve_before(),
        Moment::SoftLanding => moment::soft_landing(),
        Moment::SameDay => moment::same_day(),
        Moment::NextDays => moment::next_days(),
        Moment::OneWeek => moment::one_week(),
        Moment::Later => moment::later(),
        Moment::LookingBack => moment::looking_back(),
        Moment::HardMoment => moment::hard(),
        Moment::GoodMoment => moment::good(),
        Moment::Dream => moment::dream(),
        Moment::Letter => moment::letter(),
        Moment::Free => moment::free(),
    }
}

/// The words of a scale.
pub fn scale(scale: Scale) -> &'static Words {
    match scale {
        Scale::Mood => scales::mood(language()),
        Scale::Anxiety => scales::anxiety(language()),
        Scale::Energy => scales::energy(language()),
        Scale::Sleep => scales::sleep(language()),
        Scale::Connection => scales::connection(language()),
    }
}

/// The word for a level, which may lie between two.
pub fn band(words: &Words, level: f32) -> &'static str {
    let [one, two, three, four, five] = words.steps;
    match level {
        ..1.5 => one,
        1.5..2.5 => two,
        2.5..3.5 => three,
        3.5..4.5 => four,
        _ => five,
    }
}

/// A word that was touched, by what is kept of it. Somebody's own word is shown as it is.
pub fn feeling(id: &str) -> &str {
    feeling_of(id).map_or(id, |feeling| said(feeling.name))
}

/// Words that were touched, as one line.
pub fn feelings(ids: &[String]) -> String {
    ids.iter().map(|id| feeling(id)).collect::<Vec<_>>().join(", ")
}

/// An entry in a list: its first words, or what was touched.
pub fn first_words(words: String, touched: &[String]) -> String {
    if words.is_empty() { feelings(touched) } else { words }
}

/// What is beside the words of a page.
pub fn beside(what: What) -> &'static str {
    match what {
        What::Sketch => attach::a_sketch(),
        What::Voice => attach::a_voice(),
        What::Photo => attach::a_photo(),
    }
}

/// A heading of the safety plan.
pub fn safety(part: Part) -> &'static str {
    match part {
        Part::Signs => safety::heading::signs(),
        Part::Alone => safety::heading::alone(),
        Part::Places => safety::heading::places(),
        Part::People => safety::heading::people(),
        Part::Services => safety::heading::services(),
        Part::Safer => safety::heading::safer(),
    }
}

/// The quiet line under it.
pub fn safety_help(part: Part) -> &'static str {
    match part {
        Part::Signs => safety::help::signs(),
        Part::Alone => safety::help::alone(),
        Part::Places => safety::help::places(),
        Part::People => safety::help::people(),
        Part::Services => safety::help::services(),
        Part::Safer => safety::help::safer(),
    }
}

/// The field's id on the screen.
pub const fn safety_id(part: Part) -> &'static str {
    match part {
        Part::Signs => "signs",
        Part::Alone => "alone",
        Part::Places => "places",
        Part::People => "people",
        Part::Services => "services",
        Part::Safer => "safer",
    }
}
