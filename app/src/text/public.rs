//! Words of the pages that need no script, and of the whole product.

words! {
    /// The product's name.
    name = "Interleaf" in every language;
    /// The link that is on every page.
    help_now = "Help now", "Ayuda ya";
    /// For people who move by keyboard.
    skip = "Skip to the text", "Ir al texto";
    /// The foot, for people who hear the page.
    foot = "Foot", "Pie de página";
    /// At the foot of every page.
    privacy = "What we can and cannot see", "Lo que podemos ver y lo que no";
}

/// The app itself broke.
pub mod broken {
    use crate::text::{say, this_device};

    words! {
        /// Heading.
        title = "Something in the app broke", "Algo se rompió en la aplicación";
        /// Link.
        again = "Open again", "Abrir de nuevo";
    }

    /// What of the words.
    #[must_use]
    pub fn lead() -> String {
        let here = this_device();
        say(
            format!("What you wrote is kept on {here}. Open the app again to go on."),
            format!("Lo que escribiste está guardado en {here}. Abre la aplicación de nuevo para seguir."),
        )
    }
}

/// A heading and its paragraphs.
pub struct Part {
    /// The heading.
    pub heading: &'static str,
    /// What follows it.
    pub paragraphs: &'static [&'static str],
}

/// The first page.
pub mod welcome {
    use super::Part;
    use crate::text::say;

    words! {
        /// Its heading.
        title = "A page of your own between two sessions", "Una página tuya entre dos sesiones";
        /// What it is, in two sentences.
        lead =
            "Interleaf is a journal for the days after a session, when things are still moving. You write; \
         your therapist reads only what you choose to share, shortly before you meet again.",
            "Interleaf es un diario para los días después de una sesión, cuando las cosas aún se mueven. Tú escribes; tu terapeuta lee solo lo que eliges compartir, poco antes de que se vuelvan a ver.";
        /// For whoever has an account.
        open = "Open my journal", "Abrir mi diario";
        /// Under it.
        open_line = "Therapists sign in here, too.", "Los terapeutas también entran por aquí.";
    }
    /// For whom.
    #[must_use]
    pub fn parts() -> &'static [Part] {
        say(&ENGLISH, &SPANISH)
    }

    const ENGLISH: [Part; 3] = [
        Part {
            heading: "Yours first",
            paragraphs: &[
                "Everything you write is locked on your own device before it goes anywhere. What you do not share \
                 can be read by nobody else: not by your therapist, not by the people who run this server.",
            ],
        },
        Part {
            heading: "Nobody watches it live",
            paragraphs: &[
                "A journal cannot answer, and nobody is reading along. If something cannot wait, call somebody: \
                 Help now is at the top of every page, with or without an account.",
            ],
        },
        Part {
            heading: "How to begin",
            paragraphs: &[
                "Clients begin with a link or a code from their therapist. Therapists begin with a setup link from \
                 whoever runs this server.",
            ],
        },
    ];
    const SPANISH: [Part; 3] = [
        Part {
            heading: "Primero, tuyo",
            paragraphs: &[
                "Todo lo que escribes se cierra con llave en tu dispositivo antes de ir a ninguna parte. Lo que no \
                 compartes no lo puede leer nadie más: ni tu terapeuta ni quienes llevan este servidor.",
            ],
        },
        Part {
            heading: "Nadie lo mira en directo",
            paragraphs: &[
                "Un diario no puede responder, y nadie va leyendo contigo. Si algo no puede esperar, llama a alguien: \
                 «Ayuda ya» está arriba en cada página, con cuenta o sin ella.",
            ],
        },
        Part {
            heading: "Cómo empezar",
            paragraphs: &[
                "Los clientes empiezan con un enlace o un código de su terapeuta. Los terapeutas, con un enlace de \
                 preparación de quien lleva este servidor.",
            ],
        },
    ];
}

/// Help now.
pub mod help {
    use super::Part;
    use crate::text::say;

    words! {
        /// Its heading.
        title = "Help now", "Ayuda ya";
        /// Before the list.
        lead =
            "You can talk to somebody right now, by day and by night. It is free, and you need not know what to say.",
            "Puedes hablar con alguien ahora mismo, de día y de noche. Es gratis, y no hace falta que sepas qué decir.";
        /// Danger to life.
        emergency =
            "If your life, or somebody else’s, is in danger:",
            "Si tu vida, o la de otra persona, está en peligro:";
        /// Where the country is not known.
        emergency_elsewhere = "It works in most countries. If it does not, call the local emergency number.",
            "Funciona en la mayoría de los países. Si no, llama al número de emergencias del lugar.";
        /// To the list.
        another_country = "I am in another country", "Estoy en otro país";
        /// To the app, for somebody who has a plan there.
        own_plan = "My own safety plan, in my journal", "Mi propio plan de seguridad, en mi diario";
        /// Puts a country first from now on.
        choose = "Always show this first", "Mostrar siempre primero";
        /// Over the list of all countries.
        countries = "By country", "Por país";
        /// Before the number.
        emergency_short = "Emergency", "Emergencias";
        /// Before the date.
        checked = "Last checked", "Última comprobación";
    }
    /// After the list.
    #[must_use]
    pub fn parts() -> &'static [Part] {
        say(&ENGLISH, &SPANISH)
    }

    const ENGLISH: [Part; 2] = [
        Part {
            heading: "While you wait, or if you do not want to call",
            paragraphs: &[
                "Put both feet on the floor. Breathe out slowly, longer than you breathe in. Do that five times.",
                "Look around and name five things you can see, four you can touch, three you can hear, two you can smell, \
                 one you can taste.",
                "Hold something cold, or something soft. Say today’s date and where you are. This will pass, and it need \
                 not pass alone.",
            ],
        },
        Part {
            heading: "If you are worried about somebody else",
            paragraphs: &[
                "Ask them plainly whether they are thinking of ending their life. Asking does not put the thought there.",
                "Stay with them, or stay on the phone. Move what could hurt them out of reach if you safely can. Call a line \
                 above together, or the emergency number.",
            ],
        },
    ];
    const SPANISH: [Part; 2] = [
        Part {
            heading: "Mientras esperas, o si no quieres llamar",
            paragraphs: &[
                "Pon los dos pies en el suelo. Suelta el aire despacio, más tiempo del que tardas en tomarlo. Hazlo \
                 cinco veces.",
                "Mira a tu alrededor y nombra cinco cosas que puedas ver, cuatro que puedas tocar, tres que puedas oír, \
                 dos que puedas oler y una que puedas saborear.",
                "Sostén algo frío o algo suave. Di la fecha de hoy y dónde estás. Esto va a pasar, y no tienes que \
                 pasarlo a solas.",
            ],
        },
        Part {
            heading: "Si te preocupa otra persona",
            paragraphs: &[
                "Pregúntale con claridad si piensa en quitarse la vida. Preguntar no le mete la idea en la cabeza.",
                "Quédate con ella o al teléfono. Aparta lo que pueda hacerle daño, si es seguro hacerlo. Llamen juntos a \
                 una línea de arriba o al número de emergencias.",
            ],
        },
    ];
}

/// What the server can and cannot see.
pub mod privacy {
    use super::Part;
    use crate::text::say;

    words! {
        /// Its heading.
        title = "What we can and cannot see", "Lo que podemos ver y lo que no";
        /// In short.
        lead =
            "Your words are locked on your device with keys that only you hold. Here is what that covers, and \
         what it does not.",
            "Tus palabras se cierran en tu dispositivo con llaves que solo tienes tú. Aquí está lo que eso abarca y lo que no.";
    }
    /// In full.
    #[must_use]
    pub fn parts() -> &'static [Part] {
        say(&ENGLISH, &SPANISH)
    }

    const ENGLISH: [Part; 5] = [
        Part {
            heading: "What this server sees",
            paragraphs: &[
                "Your sign-in name, whether you are a client or a therapist, who is connected with whom, and how many \
                 locked pages you have, with their rough size, when they were stored and whom you let read them.",
                "The public half of your keys, which others lock with; whether a locked answer waits as urgent for those \
                 you told; and, if you ever came back with your recovery code, when you last did.",
                "The devices you are signed in on, and, while you are connected, your internet address.",
                "If you switch on reminders: when the next three are to come, and an address at your browser's push \
                 service. That service sees when one comes, never what it is about.",
            ],
        },
        Part {
            heading: "What it cannot see",
            paragraphs: &[
                "What you write, your moods, your appointments, your name as your therapist knows it, what kind of page \
                 it is, or the day it is about. It never gets your password.",
            ],
        },
        Part {
            heading: "What your therapist sees",
            paragraphs: &[
                "Only what you shared, while it is shared. Not how much else there is. You can take a page back; what was \
                 read cannot be unread.",
            ],
        },
        Part {
            heading: "What no lock can promise",
            paragraphs: &[
                "This server also hands out the program that does the locking. Somebody who could change that program \
                 could read what you type from then on. If your therapist runs this server, your pages cannot be read by \
                 them as long as the program they run is unmodified.",
                "Somebody who has your unlocked phone can read what you can read.",
            ],
        },
        Part {
            heading: "If you lose your password",
            paragraphs: &[
                "Nobody can reset it for you, because nobody else has a key. The recovery code that you keep on paper is \
                 the only other way in.",
            ],
        },
    ];
    const SPANISH: [Part; 5] = [
        Part {
            heading: "Lo que ve este servidor",
            paragraphs: &[
                "Tu nombre de acceso, si eres cliente o terapeuta, quién está en conexión con quién, y cuántas páginas \
                 cerradas tienes, con su tamaño aproximado, cuándo se guardaron y a quién dejas leerlas.",
                "La parte pública de tus llaves, con la que otros cierran; si una respuesta cerrada espera como urgente a \
                 quienes avisaste; y, si alguna vez volviste con tu código de recuperación, cuándo fue la última.",
                "Los dispositivos en los que entraste y, mientras tienes conexión, tu dirección de internet.",
                "Si activas los recordatorios: cuándo han de llegar los tres siguientes y una dirección en el servicio \
                 de notificaciones de tu navegador. Ese servicio ve cuándo llega uno, nunca de qué trata.",
            ],
        },
        Part {
            heading: "Lo que no puede ver",
            paragraphs: &[
                "Lo que escribes, tu ánimo, tus citas, tu nombre como lo conoce tu terapeuta, qué clase de página es o \
                 de qué día trata. Nunca recibe tu contraseña.",
            ],
        },
        Part {
            heading: "Lo que ve tu terapeuta",
            paragraphs: &[
                "Solo lo que compartiste, mientras está compartido. No cuánto más hay. Puedes retirar una página; lo \
                 leído no puede dejar de haberse leído.",
            ],
        },
        Part {
            heading: "Lo que ninguna llave puede prometer",
            paragraphs: &[
                "Este servidor también entrega el programa que cierra con llave. Quien pudiera cambiar ese programa \
                 podría leer lo que escribieras desde entonces. Si tu terapeuta lleva este servidor, no puede leer tus \
                 páginas mientras el programa no se haya modificado.",
                "Quien tenga tu teléfono abierto puede leer lo que tú puedes leer.",
            ],
        },
        Part {
            heading: "Si pierdes tu contraseña",
            paragraphs: &[
                "Nadie puede cambiarla por ti, porque nadie más tiene una llave. El código de recuperación que guardas \
                 en papel es el único otro camino.",
            ],
        },
    ];
}
