//! Words of writing: Today's errands, what can be undone, what to write about.

/// What needs somebody, on Today.
pub mod needs {
    words! {
        /// Nothing is kept on this device.
        unsaved = "Your words are not being kept on this phone", "Tus palabras no se están guardando en este teléfono";
        /// What to do.
        unsaved_line =
            "What you typed is still on the page. Keep it open and free some space; it is tried again every few seconds.",
            "Lo que escribiste sigue en la página. Déjala abierta y libera espacio; se vuelve a intentar cada pocos segundos.";
        /// Words wait for days.
        unsent = "Some of your words are only on this phone", "Algunas de tus palabras están solo en este teléfono";
        /// What to do without a network.
        unsent_line =
            "They have been waiting for days. Connect to the internet once, and they are safe.",
            "Llevan días esperando. Conéctate a internet una vez y estarán a salvo.";
        /// What to do without a session.
        unsent_signed_out =
            "They have been waiting for days. Sign in once, and they are safe.",
            "Llevan días esperando. Inicia sesión una vez y estarán a salvo.";
        /// Button.
        sign_in = "Sign in", "Iniciar sesión";
        /// Button.
        write_on = "Write on", "Seguir escribiendo";
    }
}

/// A little time to change one's mind.
pub mod undo {
    words! {
        /// Button.
        back = "Undo", "Deshacer";
        /// What was done.
        page_deleted = "Page deleted", "Página borrada";
    }
}

/// What to write about.
pub mod choose {
    words! {
        /// The way there, beside "Write freely".
        way = "or about something", "o sobre algo";
        /// Heading.
        title = "What would you like to write about?", "¿Sobre qué te gustaría escribir?";
        /// What the course is at.
        now = "questions for these days, one at a time", "preguntas para estos días, una a una";
        /// What was.
        earlier = "questions for an earlier time, one at a time", "preguntas para un momento anterior, una a una";
        /// What comes.
        ahead = "questions for the time before a session", "preguntas para el tiempo antes de una sesión";
        /// Just after.
        soft_landing = "dim and large; one word is enough", "en penumbra y en grande; basta una palabra";
        /// Reading back.
        looking_back = "with your earlier pages beside it", "con tus páginas anteriores al lado";
        /// Hard.
        hard = "first the ground, then words if you want", "primero el suelo, luego palabras si quieres";
        /// Good.
        good = "to find again later", "para encontrarlo más adelante";
        /// A dream.
        dream = "before it fades", "antes de que se borre";
        /// A letter.
        letter = "to anybody; it stays here", "a quien sea; se queda aquí";
        /// Nothing asked.
        free = "empty, nothing is asked", "en blanco, sin preguntas";
    }
}

/// One page that was written on two devices.
pub mod versions {
    words! {
        /// Heading.
        title = "This page has two versions", "Esta página tiene dos versiones";
        /// How it came and what to do.
        lead =
            "It was written on two devices before they met. Nothing is lost. Here is where they differ; choose what stays.",
            "Se escribió en dos dispositivos antes de que se encontraran. No se ha perdido nada. Aquí ves en qué se diferencian; elige qué se queda.";
        /// The one that stands in the page.
        first = "The first", "La primera";
        /// The other one.
        second = "The second", "La segunda";
        /// Nothing there.
        empty = "(nothing)", "(nada)";
        /// Button.
        both = "Keep both", "Quedarme con las dos";
        /// Button.
        first_only = "only the first", "solo la primera";
        /// Button.
        second_only = "only the second", "solo la segunda";
        /// What was done.
        chosen = "Your choice is kept", "Tu elección queda guardada";
    }
}

/// Grounding.
pub mod ground {
    words! {
        /// Heading.
        title = "Stop here for a moment", "Detente aquí un momento";
        /// Under it.
        lead =
            "What you wrote is kept. Nothing has to be done right now. Feel both feet on the floor.",
            "Lo que escribiste está guardado. Ahora no hay que hacer nada. Siente los dos pies en el suelo.";
        /// Way.
        breathe = "Breathe slowly", "Respirar despacio";
        /// Under it.
        breathe_line = "one minute, or as long as you like", "un minuto, o lo que quieras";
        /// Way.
        senses = "Look around you", "Mirar a tu alrededor";
        /// Under it.
        senses_line = "five small steps", "cinco pasos pequeños";
        /// Heading.
        breathe_title = "Breathe out longer than in", "Suelta el aire más despacio de lo que entra";
        /// How.
        breathe_how =
            "In for four, out for six. Or at your own pace.",
            "Cuatro al tomar aire, seis al soltarlo. O a tu ritmo.";
        /// In the circle.
        inward = "in", "toma aire";
        /// In the circle.
        outward = "out", "suéltalo";
        /// Switch.
        without_movement = "without movement", "sin movimiento";
        /// Button.
        next = "Next", "Siguiente";
        /// Button.
        enough = "that is enough", "ya es suficiente";
        /// The main button.
        enough_main = "That is enough", "Ya es suficiente";
        /// Heading, after it.
        how_now = "How is it now?", "¿Cómo estás ahora?";
        /// Button.
        go_on = "Go on writing", "Seguir escribiendo";
        /// Button.
        leave = "leave it for today", "dejarlo por hoy";
        /// Button, from nowhere in particular.
        to_today = "to Today", "a Hoy";
        /// When it does not pass.
        help = "If it does not ease, talk to somebody:", "Si no se calma, habla con alguien:";
    }

    /// One of the five: what to look for, and a line under it.
    #[must_use]
    pub fn sense(things: usize) -> (&'static str, &'static str) {
        match things {
            5 => crate::text::say(
                ("Find five things that you can see", "Any five. Say them out loud if you can."),
                ("Busca cinco cosas que puedas ver", "Las que sean. Dilas en voz alta si puedes."),
            ),
            4 => crate::text::say(
                ("Four things that you can touch", "The floor, your sleeve, something warm."),
                ("Cuatro cosas que puedas tocar", "El suelo, tu manga, algo tibio."),
            ),
            3 => crate::text::say(
                ("Three things that you can hear", "Near ones and far ones."),
                ("Tres cosas que puedas oír", "Cerca y lejos."),
            ),
            2 => crate::text::say(
                ("Two things that you can smell", "Or two smells that you like."),
                ("Dos cosas que puedas oler", "O dos olores que te gusten."),
            ),
            _ => crate::text::say(
                ("One thing that you can taste", "Or one slow breath."),
                ("Una cosa que puedas saborear", "O una respiración lenta."),
            ),
        }
    }
}

/// Other ways to look at the same thing.
pub mod lens {
    words! {
        /// Before them.
        offer = "Stay with it a little longer, if you like", "Quédate un poco más con ello, si quieres";
        /// Button.
        back = "Back to the last page", "Volver a la última página";
    }

    /// One that was written to, for who cannot see it.
    #[must_use]
    pub fn written(name: &str) -> String {
        crate::text::say(format!("{name}, written"), format!("{name}, escrito"))
    }
}

/// The hours after a session.
pub mod soft {
    words! {
        /// The ways, for who cannot see them.
        ways = "Ways to say it", "Maneras de decirlo";
        /// Way.
        words = "a word", "una palabra";
        /// Way.
        colour = "a colour", "un color";
        /// Way.
        line = "a line", "una línea";
        /// To the normal page.
        to_whole = "the whole page", "la página entera";
        /// From the normal page.
        to_dim = "the dim page", "la página en penumbra";
        /// When it is enough.
        rest = "That is enough.", "Ya es suficiente.";
        /// Something was written.
        kept = "It is kept for you. You can go on tomorrow, or not.", "Queda guardado para ti. Puedes seguir mañana, o no.";
        /// Nothing was written.
        nothing_kept = "Nothing needs to be written today.", "Hoy no hace falta escribir nada.";
        /// Button.
        light = "Bring back the light", "Volver a la luz";
    }
}

/// Reading back.
pub mod earlier {
    words! {
        /// Heading.
        title = "Your pages so far", "Tus páginas hasta ahora";
        /// Empty.
        none = "There are no earlier pages on this device.", "No hay páginas anteriores en este dispositivo.";
    }
}
