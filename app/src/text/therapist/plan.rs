//! Words of the plan and its appointments.

use crate::text::say;

words! {
    /// Heading.
    title = "Plan" in every language;
    /// Heading.
    appointments = "Appointments", "Citas";
    /// Group.
    coming = "Coming", "Próximas";
    /// Group.
    past = "Past", "Pasadas";
    /// Nothing is planned.
    none =
        "Nothing is planned yet. Your client’s days and prompts are counted from the appointments you add.",
        "Todavía no hay nada previsto. Los días y las preguntas se cuentan desde las citas que pongas.";
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
        "A room, a wish, something to bring. Your client sees it.",
        "Una sala, un deseo, algo que traer. Tu cliente la ve.";
    /// Field.
    route = "How it is given (optional)", "Cómo se da (opcional)";
    /// Nothing chosen.
    not_said = "Not said", "Sin decir";
    /// Field.
    amount = "Dose", "Dosis";
    /// What goes in.
    amount_help = "As you write it, with its unit: 200 mg.", "Como la escribes, con su unidad: 200 mg.";
    /// Button.
    save = "Save", "Guardar";
    /// Button.
    cancel = "Cancel", "Cancelar";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    remove = "Cancel this appointment", "Anular esta cita";
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
        "This plan cannot be shown to them yet; you can plan all the same.",
        "Este plan todavía no se le puede mostrar; aun así puedes planificar.";
    /// Verified, and still not shared.
    show = "Show this plan to them", "Mostrarle este plan";
}

/// Who sees them.
#[must_use]
pub fn seen(name: &str) -> String {
    say(
        format!(
            "{name} sees this plan: the appointments with their notes, what is asked, and what you agreed."
        ),
        format!("{name} ve este plan: las citas con sus notas, lo que se pregunta y lo acordado."),
    )
}

/// How long.
#[must_use]
pub fn minutes(minutes: u16) -> String {
    say(format!("{minutes} minutes"), format!("{minutes} minutos"))
}

/// In which zone times are said here.
#[must_use]
pub fn zone(zone: &str) -> String {
    say(
        format!("Times are those of {zone}. Your client’s phone shows its own local time."),
        format!("Las horas son las de {zone}. El teléfono de tu cliente muestra su propia hora local."),
    )
}

/// It was cancelled.
#[must_use]
pub fn removed(what: &str) -> String {
    say(format!("Cancelled: {what}."), format!("Anulada: {what}."))
}

/// It was added or changed.
#[must_use]
pub fn saved(what: &str) -> String {
    say(format!("Saved: {what}."), format!("Guardada: {what}."))
}
