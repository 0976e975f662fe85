//! Words of the brief.

use crate::text::say;

words! {
    /// Nothing is planned.
    no_date = "No appointment is planned.", "No hay ninguna cita prevista.";
    /// No dosing session so far.
    before_first = "Before the first dosing session", "Antes de la primera sesión con ketamina";
    /// Link.
    plan = "Appointments and plan", "Citas y plan";
    /// Button.
    print = "Print", "Imprimir";
    /// Heading.
    course = "The last four weeks", "Las últimas cuatro semanas";
    /// No check-ins in four weeks.
    no_course =
        "No check-ins are shared for these days.",
        "No hay registros compartidos de estos días.";
    /// Heading.
    said = "Said with a check-in", "Dicho con un registro";
    /// Heading.
    shared_heading = "Shared", "Compartido";
    /// Mark.
    new = "new", "nuevo";
    /// Nothing is shared.
    nothing =
        "No page is shared right now. That is all right: there is the hour itself.",
        "Ahora mismo no hay ninguna página compartida. Está bien así: queda la hora misma.";
    /// Entries without a word.
    no_words = "(no words)", "(sin palabras)";
}

/// "34 hours since session 2".
#[must_use]
pub fn since_session(since: &str, number: usize) -> String {
    say(format!("{since} since session {number}"), format!("{since} desde la sesión {number}"))
}

/// Unread ones.
#[must_use]
pub fn unread(count: usize) -> String {
    if count == 0 { String::new() } else { say(format!("{count} unread"), format!("{count} sin leer")) }
}

/// To the older pages that do not stand there yet.
#[must_use]
pub fn show_more(count: usize) -> String {
    say(format!("Show {count} more"), format!("Mostrar {count} más"))
}

/// What does not fit on the printed page and stands on the screen.
#[must_use]
pub fn more_in_app(count: usize) -> String {
    if count == 1 {
        say("One more in the app.", "Hay una cosa más en la aplicación.").into()
    } else {
        say(format!("{count} more in the app."), format!("Hay {count} más en la aplicación."))
    }
}

/// The older ones that do not fit on the printed page.
#[must_use]
pub fn not_printed(count: usize) -> String {
    if count == 1 {
        say("One older page is not printed.", "Una página anterior no se imprime.").into()
    } else {
        say(
            format!("{count} older pages are not printed."),
            format!("{count} páginas anteriores no se imprimen."),
        )
    }
}
