//! Words of the journal: its timeline, its search, reading it like a book.

use super::{client::ordinal, say};

words! {
    /// Heading.
    title = "Journal", "Diario";
    /// Search.
    search = "Search your words", "Busca en tus palabras";
    /// While not everything can be searched in yet.
    searching = "Still looking through your pages…", "Todavía buscando en tus páginas…";
    /// Nothing was written yet.
    empty = "Nothing here yet. The first page is a word long, if you like.", "Aquí todavía no hay nada. La primera página puede ser una sola palabra.";
    /// Nothing fits.
    none = "Nothing here fits that.", "Aquí no hay nada así.";
    /// To one month.
    month = "Go to", "Ir a";
    /// The chips, for people who hear the screen.
    filters = "Show only", "Mostrar solo";
    /// Filter: entries.
    pages = "Pages", "Páginas";
    /// Filter: check-ins.
    check_ins = "Check-ins", "Registros";
    /// Filter: intentions, insights, steps.
    threads = "Intentions", "Intenciones";
    /// Filter: appointments.
    sessions = "Sessions", "Sesiones";
    /// Filter: entries with something drawn.
    drawings = "Drawings", "Dibujos";
    /// Filter: entries with something spoken.
    voice_notes = "Voice", "Voz";
    /// Filter: entries with a photo.
    photos = "Photos", "Fotos";
    /// Filter: what somebody else can read.
    only_shared = "Shared", "Compartido";
    /// Filter: what nobody else can read.
    only_private = "Private", "Privado";
    /// What a line is.
    agenda = "For a session", "Para una sesión";
    /// Mark.
    draft = "not finished", "sin terminar";
    /// Mark.
    shared = "shared", "compartido";
    /// Mark.
    private = "private", "privado";
    /// To reading like a book.
    read = "Read it like a book", "Leerlo como un libro";
}

/// How many things fit.
#[must_use]
pub fn found(many: usize) -> String {
    match many {
        1 => say("One thing here", "Una cosa aquí").into(),
        _ => say(format!("{many} things here"), format!("{many} cosas aquí")),
    }
}

/// A dosing session in the timeline.
#[must_use]
pub fn session(number: usize) -> String {
    let place = ordinal(number);
    say(format!("Your {place} session"), format!("Tu {place} sesión"))
}

/// Where a day stands after a dosing session.
#[must_use]
pub fn stand(number: usize, days: i64) -> String {
    let place = ordinal(number);
    match days {
        0 => say(format!("the day of your {place} session"), format!("el día de tu {place} sesión")),
        1 => {
            say(format!("the day after your {place} session"), format!("el día después de tu {place} sesión"))
        }
        2..60 => say(
            format!("{days} days after your {place} session"),
            format!("{days} días después de tu {place} sesión"),
        ),
        _ => say(
            format!("{} months after your {place} session", days / 30),
            format!("{} meses después de tu {place} sesión", days / 30),
        ),
    }
}

/// Reading like a book.
pub mod read {
    use crate::text::say;

    words! {
        /// The way back.
        back = "Journal", "Diario";
        /// Button.
        earlier = "Earlier", "Antes";
        /// Button.
        later = "Later", "Después";
        /// Choice.
        beginning = "from the beginning", "desde el principio";
        /// Choice.
        last_session = "from your last session", "desde tu última sesión";
        /// There is nothing.
        empty = "There is nothing to read yet.", "Todavía no hay nada que leer.";
        /// After the last day.
        end = "This is where you are now.", "Hasta aquí has llegado.";
        /// Buttons, for people who hear the screen.
        turn = "Turn the page", "Pasar la página";
        /// To one entry.
        open = "open this page", "abrir esta página";
    }

    /// "Day 3 of 24".
    #[must_use]
    pub fn place(at: usize, of: usize) -> String {
        say(format!("Day {at} of {of}"), format!("Día {at} de {of}"))
    }

    /// Time between two days with something on them.
    #[must_use]
    pub fn days_later(days: i64) -> String {
        match days {
            1 => say("The next day", "Al día siguiente").into(),
            _ => say(format!("{days} days later"), format!("{days} días después")),
        }
    }
}
