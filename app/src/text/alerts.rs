//! Words around an answer that asks for care: whether the therapist is told, and what became of it.

use super::say;

words! {
    /// Under the lines in place.
    more_lines = "Other countries, and what helps while you wait", "Otros países, y qué ayuda mientras esperas";
    /// Heading of the question, when nobody is known by name.
    your_therapist = "your therapist", "tu terapeuta";
    /// What goes.
    what_goes = "Only this goes, sealed. No other answer, and no page of your journal:", "Solo va esto, cerrado con llave. Ninguna otra respuesta ni página de tu diario:";
    /// Under the question, where the plan says so.
    as_agreed = "As agreed, you are asked each time. Nothing goes unless you say so.", "Como está acordado, se te pregunta cada vez. No va nada si no lo dices.";
    /// The same, where there is no plan.
    each_time = "You are asked each time. Nothing goes unless you say so.", "Se te pregunta cada vez. No va nada si no lo dices.";
    /// Button, where telling was agreed.
    not_this_time = "Not this time", "Esta vez no";
    /// What was chosen.
    not_told = "Nobody was told. You can still do it here at any time.", "No se le dijo a nadie. Puedes hacerlo aquí cuando quieras.";
    /// What was chosen, where a questionnaire that was shared waited for it.
    not_read = "Only you can read this questionnaire now. You can share it again beside the score.", "Ahora solo tú puedes leer este cuestionario. Puedes volver a compartirlo junto a la puntuación.";
    /// Nobody to tell.
    nobody = "You are not connected with a therapist, so nobody is told. The lines above are there for you.",
        "No tienes conexión con ningún terapeuta, así que no se le dice a nadie. Las líneas de arriba están para ti.";
    /// Whether they are who they are is not checked.
    unverified = "Your connection is not verified yet, so this cannot be told from here. Please call them.",
        "La conexión todavía no está verificada, así que no se puede decir desde aquí. Por favor, llama.";
    /// Sent, but no network.
    waits = "Saved on this phone. It goes by itself as soon as there is a connection.",
        "Guardado en este teléfono. Se envía solo en cuanto haya conexión.";
    /// Button while it has not gone.
    undo = "Do not send it", "No enviarlo";
    /// Sent and not opened.
    unopened = "Not opened yet.", "Todavía sin abrir.";
    /// On Today: a question that was left open.
    open = "A question was left open", "Quedó una pregunta abierta";
    /// On Today, under it.
    open_line = "Shall somebody know?", "¿Debe saberlo alguien?";
    /// Link on the page of a measure.
    tell_later = "Let somebody know about this", "Contarle esto a alguien";
}

/// "Would you like Dr. Okafor to know?"
#[must_use]
pub fn ask(names: &str) -> String {
    say(format!("Would you like {names} to know?"), format!("¿Quieres que {names} lo sepa?"))
}

/// It was agreed.
#[must_use]
pub fn agreed(names: &str) -> String {
    say(format!("{names} will be told"), format!("Se lo diremos a {names}"))
}

/// It was agreed: what that means, and the way out.
#[must_use]
pub fn agreed_line(names: &str) -> String {
    say(
        format!(
            "You and {names} agreed on this in your plan. It goes when you leave this page, unless you say no."
        ),
        format!(
            "Lo acordaste con {names} en tu plan. Se envía cuando salgas de esta página, si no dices que no."
        ),
    )
}

/// It was shared before a correction brought this answer into it.
#[must_use]
pub fn held(names: &str) -> String {
    say(
        format!(
            "You had shared this questionnaire with {names}. Since your correction only you can read it."
        ),
        format!(
            "Habías compartido este cuestionario con {names}. Desde tu corrección solo tú puedes leerlo."
        ),
    )
}

/// What goes, where that is so.
#[must_use]
pub fn goes_again(names: &str) -> String {
    say(
        format!("This goes, sealed, and {names} can read the whole questionnaire again:"),
        format!("Va esto, cerrado con llave, y {names} puede volver a leer el cuestionario entero:"),
    )
}

/// What goes, where they can read the questionnaire as it is.
#[must_use]
pub fn goes_besides(names: &str) -> String {
    say(
        format!(
            "{names} can read this questionnaire already. This goes besides, sealed, so that it is seen first:"
        ),
        format!(
            "{names} ya puede leer este cuestionario. Además va esto, cerrado con llave, para que se vea primero:"
        ),
    )
}

/// What was chosen, where they can read the questionnaire as it is.
#[must_use]
pub fn nothing_besides(names: &str) -> String {
    say(
        format!(
            "Nothing more was sent. {names} can read this questionnaire all the same. You can still tell them here at any time."
        ),
        format!(
            "No se envió nada más. {names} puede leer este cuestionario de todos modos. Puedes decírselo aquí cuando quieras."
        ),
    )
}

/// Button.
#[must_use]
pub fn tell(names: &str) -> String {
    say(format!("Tell {names}"), format!("Decírselo a {names}"))
}

/// What goes: "PHQ-9, question 9: Several days, answered Wed 14 Oct, 21:04".
#[must_use]
pub fn told_answer(title: &str, item: u8, answer: &str, when: &str) -> String {
    say(
        format!("{title}, question {item}: {answer}. Answered {when}."),
        format!("{title}, pregunta {item}: {answer}. Respondido {when}."),
    )
}

/// Heading of the state.
#[must_use]
pub fn told(names: &str) -> String {
    say(format!("You let {names} know"), format!("Se lo dijiste a {names}"))
}

/// State.
#[must_use]
pub fn sent(when: &str) -> String {
    say(format!("Sent {when}."), format!("Enviado {when}."))
}

/// State.
#[must_use]
pub fn opened(when: &str) -> String {
    say(format!("Opened {when}."), format!("Abierto {when}."))
}

/// State: "Dr. Okafor answered Wed 14 Oct, 22:10."
#[must_use]
pub fn answered(name: &str, when: &str) -> String {
    say(format!("{name} answered {when}."), format!("{name} respondió {when}."))
}

/// On Today, what became of it.
pub mod today {
    use crate::text::say;

    words! {
        /// It waits for a network.
        waits = "not sent yet", "aún sin enviar";
        /// It was sent.
        sent = "sent, not opened yet", "enviado, aún sin abrir";
        /// It was opened.
        opened = "opened, not answered yet", "abierto, aún sin respuesta";
        /// It was answered.
        answered = "answered", "con respuesta";
    }

    /// A line on Today: "What you told Dr. Okafor".
    #[must_use]
    pub fn title(names: &str) -> String {
        say(format!("What you told {names}"), format!("Lo que le dijiste a {names}"))
    }
}

/// What was done, as the client reads it and as the therapist chooses it.
pub mod done {
    words! {
        /// They talked.
        talked = "We talked", "Hablamos";
        /// They will meet sooner.
        sooner = "We meet sooner", "Nos vemos antes";
        /// It waits for the appointment.
        next_time = "We talk about it next time", "Lo hablamos la próxima vez";
        /// Not reached.
        tried = "I tried to reach you", "Intenté hablar contigo";
        /// Somebody else.
        called_in = "I asked somebody else to help", "Pedí ayuda a otra persona";
    }
}

/// The therapist's side.
pub mod desk {
    use crate::text::say;

    words! {
        /// Group at the top of the caseload.
        waiting = "Waiting for you", "Te esperan";
        /// Over the choices.
        what = "What did you do?", "¿Qué hiciste?";
        /// Label of the line.
        note = "A line of your own", "Unas palabras tuyas";
        /// Button.
        acknowledge = "Acknowledge", "Confirmar";
        /// Nothing was said.
        say_something = "Choose what you did, or write a line.", "Elige qué hiciste o escribe unas palabras.";
        /// In the undo bar.
        acknowledged = "Acknowledged", "Confirmado";
        /// Not yet.
        unacknowledged = "not acknowledged yet", "aún sin confirmar";
    }

    /// Under the line: who reads it.
    #[must_use]
    pub fn read_by(name: &str) -> String {
        say(
            format!("{name} sees what you choose and reads this line."),
            format!("{name} ve lo que eliges y lee estas palabras."),
        )
    }

    /// "told you Wed 14 Oct, 21:06".
    #[must_use]
    pub fn told(when: &str) -> String {
        say(format!("told you {when}"), format!("te lo dijo {when}"))
    }

    /// "acknowledged Wed 14 Oct, 22:10".
    #[must_use]
    pub fn acknowledged_at(when: &str) -> String {
        say(format!("acknowledged {when}"), format!("confirmado {when}"))
    }

    /// By somebody else.
    #[must_use]
    pub fn acknowledged_by(name: &str, when: &str) -> String {
        say(format!("acknowledged by {name} {when}"), format!("confirmado por {name} {when}"))
    }
}
