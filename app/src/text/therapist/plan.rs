//! Words of the appointments.

use crate::text::say;

words! {
    /// Heading.
    title = "Appointments", "Citas";
    /// Group.
    coming = "Coming", "Próximas";
    /// Group.
    past = "Past", "Pasadas";
    /// Nothing is planned.
    none =
        "Nothing is planned yet. Prompts and days are counted from these appointments.",
        "Todavía no hay nada previsto. Las preguntas y los días se cuentan desde estas citas.";
    /// Nothing is ahead.
    none_coming = "No appointment is ahead.", "No hay ninguna cita por delante.";
    /// Button.
    add = "Add an appointment", "Añadir una cita";
    /// Heading of the form.
    change_title = "Change the appointment", "Cambiar la cita";
    /// Field.
    kind = "What for", "Para qué";
    /// Field.
    when = "Day and time", "Día y hora";
    /// Field.
    minutes_label = "Minutes", "Minutos";
    /// Field.
    note = "Note", "Nota";
    /// What goes in.
    note_help =
        "Route and dose, a room, a wish. Your client sees it.",
        "Vía y dosis, una sala, un deseo. Tu cliente la ve.";
    /// Button.
    save = "Save", "Guardar";
    /// Button.
    cancel = "Cancel", "Cancelar";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    remove = "Remove", "Quitar";
    /// Button.
    undo = "Undo", "Deshacer";
    /// Not a time.
    not_a_time = "Choose a day and a time.", "Elige un día y una hora.";
    /// The clocks skip it.
    skipped =
        "That night the clocks go forward, and this time does not come. Choose one an hour earlier or later.",
        "Esa noche se adelanta el reloj y esa hora no existe. Elige una hora antes o después.";
    /// Not a length.
    not_a_length = "An appointment lasts 5 to 600 minutes.", "Una cita dura de 5 a 600 minutos.";
    /// Nobody but the therapist can see it, for now.
    hidden =
        "These appointments cannot be shown to them yet; you can plan all the same.",
        "Estas citas todavía no se le pueden mostrar; aun así puedes planificar.";
    /// Verified, and still not shared.
    show = "Show these appointments to them", "Mostrarle estas citas";
}

/// Who sees them.
#[must_use]
pub fn seen(name: &str) -> String {
    say(
        format!("{name} sees these appointments, with their notes."),
        format!("{name} ve estas citas, con sus notas."),
    )
}

/// How long.
#[must_use]
pub fn minutes(minutes: u16) -> String {
    say(format!("{minutes} minutes"), format!("{minutes} minutos"))
}

/// It was removed.
#[must_use]
pub fn removed(what: &str) -> String {
    say(format!("Removed: {what}."), format!("Quitada: {what}."))
}

/// It was added or changed.
#[must_use]
pub fn saved(what: &str) -> String {
    say(format!("Saved: {what}."), format!("Guardada: {what}."))
}
