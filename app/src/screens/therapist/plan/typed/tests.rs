use chrono::FixedOffset;

use super::*;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(7200).unwrap()
}

fn named() -> String {
    "Europe/Berlin".into()
}

fn typed(when: &str, minutes: &str, note: &str) -> Typed {
    Typed {
        kind: AppointmentKind::Dosing,
        when: when.into(),
        minutes: minutes.into(),
        note: note.into(),
        route: Some(Route::Nasal),
        amount: "56 mg".into(),
    }
}

#[test]
fn what_was_typed_becomes_an_appointment_and_comes_back_into_the_form() {
    let form = typed("2026-10-16T14:00", "180", "room 2");
    let appointment = form.appointment(Uuid::nil(), &zone(), named()).unwrap();
    assert_eq!(appointment.at.to_rfc3339(), "2026-10-16T14:00:00+02:00");
    assert_eq!((appointment.minutes, appointment.note.as_deref()), (180, Some("room 2")));
    assert_eq!(appointment.dose, Some(Dose { route: Some(Route::Nasal), amount: "56 mg".into() }));
    assert_eq!(Typed::from(&appointment, &zone()), form);
    assert_eq!(appointment.zone.as_deref(), Some("Europe/Berlin"));
    let nameless = form.appointment(Uuid::nil(), &zone(), String::new()).unwrap();
    assert_eq!(nameless.zone, None, "a browser that does not say");
}

#[test]
fn only_a_dosing_session_has_a_dose_and_only_where_something_is_said() {
    let mut form = typed("2026-10-16T14:00", "50", "");
    form.kind = AppointmentKind::Integration;
    assert_eq!(form.appointment(Uuid::nil(), &zone(), named()).unwrap().dose, None);
    let mut silent = typed("2026-10-16T14:00", "180", "");
    (silent.route, silent.amount) = (None, " ".into());
    assert_eq!(silent.appointment(Uuid::nil(), &zone(), named()).unwrap().dose, None);
}

#[test]
fn a_slip_is_named() {
    let table = [
        (typed("", "50", ""), Slip::When(NoInstant::NotATime)),
        (typed("2026-10-16T14:00", "", ""), Slip::Length),
        (typed("2026-10-16T14:00", "4", ""), Slip::Length),
        (typed("2026-10-16T14:00", "601", ""), Slip::Length),
        (typed("2026-10-16T14:00", "an hour", ""), Slip::Length),
    ];
    for (form, slip) in table {
        assert_eq!(form.appointment(Uuid::nil(), &zone(), named()), Err(slip), "{form:?}");
    }
}

#[test]
fn a_note_of_spaces_is_none() {
    let appointment =
        typed("2026-10-16T14:00", "50", "  ").appointment(Uuid::nil(), &zone(), named()).unwrap();
    assert_eq!(appointment.note, None);
}

#[test]
fn another_kind_brings_its_usual_length_but_not_over_a_typed_one() {
    let mut form = Typed::new();
    form.choose(AppointmentKind::Dosing);
    assert_eq!(form.minutes, "180");
    form.minutes = "120".into();
    form.choose(AppointmentKind::Integration);
    assert_eq!((form.kind, form.minutes.as_str()), (AppointmentKind::Integration, "120"));
}
