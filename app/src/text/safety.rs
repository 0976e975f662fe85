//! Words of the safety plan. Its headings are our own.

use super::say;

words! {
    /// Heading.
    title = "My safety plan", "Mi plan de seguridad";
    /// Lead.
    lead = "What helps when it gets hard, in your own words. Write it alone or with your therapist, a line at a time. It is here without a connection, too.",
        "Lo que ayuda cuando se pone difícil, con tus palabras. Escríbelo a solas o con tu terapeuta, línea a línea. Está aquí también sin conexión.";
    /// Button.
    done = "Done", "Listo";
    /// Button.
    change = "Change it", "Cambiarlo";
    /// Button.
    print = "Print", "Imprimir";
    /// A link to it.
    own = "My safety plan", "Mi plan de seguridad";
    /// Under the link.
    own_line = "What helps, and whom to call", "Lo que ayuda y a quién llamar";
    /// For the therapist.
    theirs = "Safety plan", "Plan de seguridad";
}

/// When it last changed, for the therapist.
#[must_use]
pub fn changed(day: &str) -> String {
    say(format!("changed {day}"), format!("último cambio: {day}"))
}

/// The six headings.
pub mod heading {
    words! {
        /// First.
        signs = "Warning signs", "Señales de aviso";
        /// Second.
        alone = "What helps me alone", "Lo que me ayuda a solas";
        /// Third.
        places = "People and places that take my mind off it", "Personas y lugares que me distraen";
        /// Fourth.
        people = "People I can ask for help", "Personas a las que puedo pedir ayuda";
        /// Fifth.
        services = "Professionals and services", "Profesionales y servicios";
        /// Sixth.
        safer = "Making my surroundings safer", "Hacer más seguro lo que me rodea";
    }
}

/// One quiet line under each.
pub mod help {
    words! {
        /// First.
        signs = "How do you notice that it begins? A thought, a mood, something you do.",
            "¿En qué notas que empieza? Un pensamiento, un ánimo, algo que haces.";
        /// Second.
        alone = "Things you can do without anybody: a walk, music, a shower, your breath.",
            "Cosas que puedes hacer sin nadie: un paseo, música, una ducha, tu respiración.";
        /// Third.
        places = "You need not tell them why. A café, a friend, a park.",
            "No hace falta decirles por qué. Un café, una amistad, un parque.";
        /// Fourth.
        people = "A name and a number. You can call them from here.",
            "Un nombre y un número. Puedes llamar desde aquí.";
        /// Fifth.
        services = "Your therapist, a crisis line, the nearest emergency room.",
            "Tu terapeuta, una línea de crisis, las urgencias más cercanas.";
        /// Sixth.
        safer = "What could hurt you, and who can keep it for you meanwhile.",
            "Lo que podría hacerte daño y quién puede guardártelo mientras tanto.";
    }
}
