//! Words of sharing: what goes, what it looks like to its reader, and what became of it.

use super::say;

pub mod list;
pub mod passage;
pub mod rules;
pub mod several;

words! {
    /// Heading of a shared passage.
    passage_title = "A passage", "Un pasaje";
    /// Heading of a shared check-in.
    check_in_title = "Check-in", "Registro";
    /// Beside a page: what is attached to it.
    along = "Share along with it", "Compartir junto con ella";
    /// A part of a page is shared; said while it is written on.
    part_while_writing = "A passage of this page is shared. What you change stays with you until you update it. Nobody watches it live.", "Un pasaje de esta página está compartido. Lo que cambies se queda contigo hasta que lo actualices. Nadie lo mira en directo.";
    /// Mark in a list: only a part is shared.
    partly = "a part is shared", "una parte compartida";
    /// What nobody else can read, when it is not a page.
    private = "Only you can read this.", "Solo tú puedes leer esto.";
    /// A page that nobody else can read.
    private_page = "Only you can read this page.", "Solo tú puedes leer esta página.";
    /// It was taken back although a rule would share it.
    kept = "Your rule leaves this one alone, because you took it back.", "Tu regla deja esto fuera, porque lo retiraste.";
    /// A rule shared it.
    by_rule = "Shared by a rule of yours.", "Compartido por una regla tuya.";
    /// Link to the rules.
    rules_go = "Look at your rules", "Ver tus reglas";
    /// Choices: how much goes.
    how_much = "How much of it?", "¿Cuánto?";
    /// Choice.
    all = "All of it", "Todo";
    /// Choice.
    passage_only = "One passage", "Un pasaje";
    /// Choice.
    numbers_only = "Only the numbers, no words", "Solo los números, sin palabras";
    /// Where the preview will be.
    mark_first = "Nothing goes yet. What you mark appears here, exactly as it goes.", "Todavía no se comparte nada. Lo que marques aparece aquí, tal como se verá.";
    /// The button waits for a passage.
    mark_needed = "Mark a passage first.", "Primero marca un pasaje.";
    /// Button.
    keep = "keep private", "dejarlo privado";
    /// Link: another passage, or all of it.
    more = "Share more of it…", "Compartir más…";
    /// Not read yet.
    unread = "not opened yet", "todavía sin abrir";
    /// Button.
    take_back = "Take back", "Retirar";
    /// Beside it.
    take_back_line = "What was read cannot be unread. What is shared goes from their side.", "Lo leído no se puede borrar de la memoria. Lo compartido desaparece de su lado.";
    /// After it.
    taken_back = "Taken back.", "Retirado.";
    /// Button.
    undo = "Undo", "Deshacer";
    /// The source of a shared part was edited.
    edited = "You changed this after you shared it.", "Cambiaste esto después de compartirlo.";
    /// What an update would share.
    would_be = "With your change it would read:", "Con tu cambio se leería así:";
    /// The passage cannot be found again.
    lost = "The shared words are not on the page as they were.", "Las palabras compartidas ya no están en la página como estaban.";
    /// Button.
    update = "Update what is shared", "Actualizar lo compartido";
    /// Link.
    choose_again = "Choose the passage again", "Elegir el pasaje otra vez";
    /// Button.
    leave = "Leave it as it is", "Dejarlo como está";
    /// It is not there.
    gone = "This is not here any more.", "Esto ya no está aquí.";
    /// Way back to what is shared, where it is a page.
    to_page = "Your page", "Tu página";
}

/// What kind of thing is shared; what is said about it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A whole page.
    Page,
    /// Something else, whole.
    Whole,
    /// A passage.
    Passage,
    /// The numbers of a check-in.
    Numbers,
}

/// Who can read it.
#[must_use]
pub fn shared_with(name: &str, what: What) -> String {
    match what {
        What::Page => say(
            format!("{name} can read this page. Changes you make go along."),
            format!("{name} puede leer esta página. Tus cambios también le llegan."),
        ),
        What::Whole => say(
            format!("{name} can read this. Changes you make go along."),
            format!("{name} puede leer esto. Tus cambios también le llegan."),
        ),
        What::Passage => {
            say(format!("{name} can read this passage."), format!("{name} puede leer este pasaje."))
        }
        What::Numbers => {
            say(format!("{name} can see these numbers."), format!("{name} puede ver estos números."))
        }
    }
}

/// Preview heading.
#[must_use]
pub fn preview(name: &str) -> String {
    say(format!("What {name} will see"), format!("Lo que verá {name}"))
}

/// Button.
#[must_use]
pub fn share(name: &str) -> String {
    say(format!("Share with {name}"), format!("Compartir con {name}"))
}

/// When it was read.
#[must_use]
pub fn read_at(when: &str) -> String {
    say(format!("opened {when}"), format!("abierto {when}"))
}

/// When it was read, before the last change.
#[must_use]
pub fn read_before_change(when: &str) -> String {
    say(
        format!("opened {when}, before your last change"),
        format!("abierto {when}, antes de tu último cambio"),
    )
}
