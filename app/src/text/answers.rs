//! Words of answers to what was shared, on both sides, and of the therapist's own notes.

use super::say;

words! {
    /// Heading on the client's page, when nobody is known by name.
    from_therapist = "From your therapist", "De tu terapeuta";
    /// Mark of an answer that got other words.
    edited = "edited", "editado";
    /// On Today, under it.
    new_line = "An answer to what you shared", "Una respuesta a lo que compartiste";
}

/// Heading on the client's page.
#[must_use]
pub fn from(name: &str) -> String {
    say(format!("From {name}"), format!("De {name}"))
}

/// On Today.
#[must_use]
pub fn wrote(name: &str) -> String {
    say(format!("{name} wrote to you"), format!("{name} te escribió"))
}

/// The therapist's side.
pub mod desk {
    use crate::text::say;

    words! {
        /// Heading.
        title = "Your answer", "Tu respuesta";
        /// Label of the field.
        words = "A few words back", "Unas palabras de vuelta";
        /// Group of ready ones.
        ready = "Ready to use", "Listas para usar";
        /// Ready to use.
        thanks = "Thank you for sharing this.", "Gracias por compartir esto.";
        /// Ready to use.
        talk = "I read it. Let us talk about it when we meet.", "Lo leí. Hablémoslo cuando nos veamos.";
        /// Ready to use.
        glad = "I am glad you wrote this down.", "Me alegra que lo hayas escrito.";
        /// Button.
        send = "Send", "Enviar";
        /// Button.
        save = "Save the change", "Guardar el cambio";
        /// Button.
        leave = "Leave it as it was", "Dejarlo como estaba";
        /// Button.
        edit = "Edit", "Editar";
        /// Button.
        delete = "Delete", "Borrar";
        /// Button.
        another = "Write another answer", "Escribir otra respuesta";
        /// In the undo bar.
        sent = "Answer sent", "Respuesta enviada";
        /// In the undo bar.
        changed = "Answer changed", "Respuesta cambiada";
        /// In the undo bar.
        deleted = "Answer deleted", "Respuesta borrada";
        /// Not yet seen by the client.
        unread = "not read yet", "aún sin leer";
    }

    /// Under the field.
    #[must_use]
    pub fn read_by(name: &str) -> String {
        say(
            format!("{name} reads it beside what they shared. Until you send it, only you have it."),
            format!("{name} lo lee junto a lo que compartió. Hasta que lo envíes, solo lo tienes tú."),
        )
    }

    /// "read Thu 15 Oct, 9:00".
    #[must_use]
    pub fn read(when: &str) -> String {
        say(format!("read {when}"), format!("leída {when}"))
    }
}

/// The therapist's own notes.
pub mod notes {
    words! {
        /// Heading, and the link to them.
        title = "Session notes", "Notas de sesión";
        /// Under the heading, and under the field.
        lead = "Only you can read your notes. Your client never sees them.",
            "Solo tú puedes leer tus notas. Tu cliente nunca las ve.";
        /// Under the heading, about a client of before.
        lead_before =
            "You two do not work together here any more. Nothing they shared is here. Your notes are yours, and only you can read them.",
            "Ya no trabajan juntos aquí. Nada de lo que compartió está aquí. Tus notas son tuyas y solo tú puedes leerlas.";
        /// Button: all notes on paper.
        print = "Print all notes", "Imprimir todas las notas";
        /// A note that is not about an appointment.
        free = "A note without an appointment", "Una nota sin cita";
        /// Beside an appointment without one.
        none = "no note yet", "aún sin nota";
        /// Button.
        delete = "Delete this note", "Borrar esta nota";
        /// In the undo bar.
        deleted = "Note deleted", "Nota borrada";
        /// Label of the field.
        field = "Your note", "Tu nota";
    }
}
