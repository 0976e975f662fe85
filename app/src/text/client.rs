//! Words of the client's screens.

use super::say;

/// Today.
pub mod today {
    use crate::text::say;

    words! {
        /// The first of a course.
        before = "before your first session", "antes de tu primera sesión";
        /// Button.
        write = "Write", "Escribir";
        /// Button.
        go_on = "Go on", "Seguir";
        /// Button.
        not_now = "not now", "ahora no";
        /// Button.
        check_in = "Check in", "Anotar cómo estoy";
        /// How long it takes.
        check_in_time = "30 seconds", "30 segundos";
        /// Button.
        freely = "Write freely", "Escribir sin guion";
        /// Under it.
        freely_line = "an empty page", "una página en blanco";
        /// A draft.
        draft = "Go on where you stopped", "Sigue donde lo dejaste";
        /// Two versions.
        two = "One page was written on two devices", "Una página se escribió en dos dispositivos";
        /// Two versions.
        two_line =
            "Both versions are kept. Have a look and keep what you want.",
            "Las dos versiones están guardadas. Míralas y quédate con lo que quieras.";
        /// Button.
        look = "Have a look", "Mirar";
        /// Soft landing.
        soft = "What is here?", "¿Qué hay aquí?";
        /// Soft landing.
        soft_line =
            "One word is enough. Everything else can wait until tomorrow.",
            "Basta una palabra. Todo lo demás puede esperar a mañana.";
        /// Check-in.
        check_in_ask = "How are you today?", "¿Cómo estás hoy?";
        /// Check-in.
        check_in_line =
            "Five taps. You can add words if there are any.",
            "Cinco toques. Puedes añadir palabras, si las hay.";
        /// Appointment.
        bring = "What do you want to bring?", "¿Qué quieres llevar?";
        /// Button.
        bring_go = "Look at what is shared", "Ver lo que compartes";
        /// The list.
        list = "Your list for the session", "Tu lista para la sesión";
        /// The list.
        list_line =
            "So far only you can read it. Look it over, and share it if you want it read before you meet.",
            "Por ahora solo tú puedes leerla. Repásala y compártela si quieres que se lea antes de la sesión.";
        /// Button.
        list_go = "Look at the list", "Ver la lista";
        /// Nothing.
        nothing = "Nothing is asked of you today.", "Hoy no se te pide nada.";
        /// Nothing.
        nothing_line = "The page is open if you want it.", "La página está abierta, si la quieres.";
        /// Small print under everything.
        under = "Also here", "También aquí";
        /// Next appointment.
        next = "Next", "Próxima cita";
    }

    /// Where somebody stands: "34 hours after your second session".
    #[must_use]
    pub fn after(since: &str, number: usize) -> String {
        let ordinal = super::ordinal(number);
        say(
            format!("{since} after your {ordinal} session"),
            format!("{since} después de tu {ordinal} sesión"),
        )
    }
}

/// Writing.
pub mod write {
    use crate::text::say;

    words! {
        /// The way back.
        back = "Today", "Hoy";
        /// Button.
        next = "Next", "Siguiente";
        /// Button.
        skip = "skip", "saltar";
        /// Button.
        before = "back", "atrás";
        /// Button on the last page.
        done = "Done", "Listo";
        /// Free writing.
        free = "Anything else?", "¿Algo más?";
        /// Free writing, alone.
        free_alone = "Write freely", "Escribe sin guion";
        /// Under it.
        free_line = "Whatever is there. Or nothing.", "Lo que haya. O nada.";
        /// To get there at once.
        to_free = "write freely instead", "mejor escribir sin guion";
        /// Feelings.
        feelings = "Words that fit", "Palabras que encajan";
        /// More of them.
        more = "more words", "más palabras";
        /// Fewer of them.
        fewer = "fewer words", "menos palabras";
        /// When it is too much.
        ground = "stop here and ground", "parar aquí y volver a tierra";
        /// What is private.
        private =
            "Only you can read this, until you share it.",
            "Solo tú puedes leer esto, hasta que lo compartas.";
        /// What is shared.
        shared =
            "This page is shared: changes go to your therapist, too.",
            "Esta página está compartida: los cambios también llegan a tu terapeuta.";
        /// What a rule is going to share.
        by_rule =
            "A rule of yours shares this when you are done.",
            "Una regla tuya comparte esto cuando termines.";
        /// Box beside it.
        keep_private = "Keep this one private", "Dejar esta página privada";
        /// Soft landing.
        enough = "Enough for now", "Basta por ahora";
    }
    /// "2 of 5 · the day after".
    #[must_use]
    pub fn place(at: usize, of: usize, moment: &str) -> String {
        if of < 2 {
            moment.into()
        } else {
            say(format!("{at} of {of} · {moment}"), format!("{at} de {of} · {moment}"))
        }
    }
}

/// When words are read, and what to do if that is too late.
pub mod live {
    use crate::text::say;

    words! {
        /// Before the link to help.
        cannot_wait = "If it cannot wait:", "Si no puede esperar:";
    }

    /// The practice's own sentence, or else before which session, and when that is.
    #[must_use]
    pub fn line(own: Option<&str>, session: Option<(&str, &str)>) -> String {
        match (own, session) {
            (Some(own), _) => {
                say(format!("{own} Nobody watches it live."), format!("{own} Nadie lo mira en directo."))
            }
            (None, Some((session, when))) => say(
                format!("What you share is read before {session} on {when}. Nobody watches it live."),
                format!("Lo que compartes se lee antes de {session} ({when}). Nadie lo mira en directo."),
            ),
            (None, None) => say(
                "What you share is read before your next session. Nobody watches it live.",
                "Lo que compartes se lee antes de tu próxima sesión. Nadie lo mira en directo.",
            )
            .into(),
        }
    }
}

/// Check-in.
pub mod check_in {
    use crate::text::say;

    words! {
        /// Heading.
        title = "Check in", "Cómo estoy";
        /// Button.
        skip = "skip", "saltar";
        /// Words and note.
        more = "Any words for it?", "¿Alguna palabra para ello?";
        /// Field.
        note = "A line, if you like", "Una línea, si quieres";
        /// Button.
        done = "Done", "Listo";
        /// After midnight.
        for_ = "This counts for", "Esto cuenta para";
        /// Today.
        today = "today", "hoy";
        /// Yesterday.
        yesterday = "yesterday", "ayer";
        /// The step before.
        before = "back", "atrás";
    }

    /// Share with somebody.
    #[must_use]
    pub fn share(name: &str) -> String {
        say(format!("Share this check-in with {name}"), format!("Compartir este registro con {name}"))
    }
    /// "1 of 5".
    #[must_use]
    pub fn place(at: usize, of: usize) -> String {
        say(format!("{at} of {of}"), format!("{at} de {of}"))
    }
}

/// Journal.
pub mod journal {
    use crate::text::say;

    words! {
        /// Heading.
        title = "Journal", "Diario";
        /// Empty.
        empty =
            "Nothing here yet. The first page is a word long, if you like.",
            "Aquí todavía no hay nada. La primera página puede ser una sola palabra.";
        /// Mark.
        draft = "not finished", "sin terminar";
        /// Mark.
        shared = "shared", "compartida";
        /// Mark.
        private = "private", "privada";
        /// A check-in.
        check_in = "Check-in", "Registro";
    }
    /// A dosing session in the timeline.
    #[must_use]
    pub fn session(number: usize) -> String {
        let ordinal = super::ordinal(number);
        say(format!("Your {ordinal} session"), format!("Tu {ordinal} sesión"))
    }
    words! {
        /// Filter.
        search = "Search", "Buscar";
        /// Nothing found.
        none = "No page has these words.", "Ninguna página tiene estas palabras.";
    }
}

/// One entry.
pub mod entry {
    use crate::text::say;

    words! {
        /// The way back.
        back = "Journal", "Diario";
        /// Button.
        edit = "Change", "Cambiar";
        /// Button.
        delete = "Delete", "Borrar";
        /// Gone.
        gone = "This page is not here any more.", "Esta página ya no está aquí.";
        /// Nobody to share with.
        private = "Only you can read this page.", "Solo tú puedes leer esta página.";
        /// Preview.
        keep = "keep private", "dejarla privada";
        /// Button.
        take_back = "Take back", "Retirar";
        /// Beside it.
        take_back_line =
            "What was read cannot be unread. The page itself goes.",
            "Lo leído no puede dejar de haberse leído. La página sí se va.";
        /// Not read yet.
        unread = "not opened yet", "aún sin abrir";
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
    /// Shared with.
    #[must_use]
    pub fn shared_with(names: &str) -> String {
        say(
            format!("{names} can read this page. Changes you make go along."),
            format!("{names} puede leer esta página. Tus cambios también le llegan."),
        )
    }
    /// Read.
    #[must_use]
    pub fn read_at(when: &str) -> String {
        say(format!("opened {when}"), format!("abierta: {when}"))
    }
}

/// For session.
pub mod session {
    use crate::text::say;

    words! {
        /// Heading.
        title = "For your session", "Para tu sesión";
        /// Nothing planned.
        no_date =
            "No appointment is planned yet. Your therapist enters the dates.",
            "Todavía no hay ninguna cita prevista. Tu terapeuta anota las fechas.";
        /// List.
        shared = "What you share", "Lo que compartes";
        /// Empty.
        nothing =
            "Nothing is shared. Open a page in your journal to share it; you see exactly what goes before it goes.",
            "No hay nada compartido. Abre una página de tu diario para compartirla; ves exactamente lo que va antes de enviarlo.";
        /// Check-ins.
        check_ins_heading = "Check-ins", "Registros";
        /// Button.
        take_all = "Take these back", "Retirarlos";
        /// Dates.
        dates = "Appointments", "Citas";
        /// Not verified.
        unverified =
            "Sharing waits: the invitation link did not arrive whole. Compare eight words with your therapist, in the room or on a call. Writing works as always.",
            "Compartir tiene que esperar: el enlace de invitación no llegó completo. Compara ocho palabras con tu terapeuta, en persona o en una llamada. Escribir funciona como siempre.";
    }

    /// Check-ins shared.
    #[must_use]
    pub fn check_ins(count: usize) -> String {
        match count {
            1 => say("One check-in is shared.", "Hay un registro compartido.").into(),
            many => {
                say(format!("{many} check-ins are shared."), format!("Hay {many} registros compartidos."))
            }
        }
    }
}

words! {
    /// Whoever is not named yet.
    your_therapist = "your therapist", "tu terapeuta";
}

/// "first", "second", … "7th"; in Spanish as of a session: "primera", … "7.ª".
#[must_use]
pub fn ordinal(number: usize) -> String {
    let words = say(
        ["first", "second", "third", "fourth", "fifth", "sixth"],
        ["primera", "segunda", "tercera", "cuarta", "quinta", "sexta"],
    );
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let word = number.checked_sub(1).and_then(|place| words.get(place));
    word.map_or_else(|| say(format!("{number}{ending}"), format!("{number}.ª")), |word| (*word).into())
}

#[cfg(test)]
mod tests {
    use super::ordinal;
    use crate::text::{Language, speak};

    #[test]
    fn the_number_of_a_session_is_said_in_words_while_it_is_small() {
        for (number, english, spanish) in
            [(1, "first", "primera"), (6, "sixth", "sexta"), (11, "11th", "11.ª"), (22, "22nd", "22.ª")]
        {
            speak(Language::English);
            assert_eq!(ordinal(number), english);
            speak(Language::Spanish);
            assert_eq!(ordinal(number), spanish);
        }
    }
}
