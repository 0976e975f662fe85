//! Words of the settings.

words! {
    /// Heading.
    title = "Settings", "Ajustes";
    /// Under it.
    lead = "They follow you to your other devices.", "Te acompañan en tus otros dispositivos.";
    /// Group.
    looks = "How it looks", "Cómo se ve";
    /// Choice.
    light = "Light", "Luz";
    /// Light.
    as_device = "as this device", "como el dispositivo";
    /// Light.
    bright = "light", "clara";
    /// Light.
    dark = "dark", "oscura";
    /// Light.
    dim = "dim", "tenue";
    /// Under it.
    dim_help = "Dim is for the night and for the hours after a session.", "La tenue es para la noche y para las horas después de una sesión.";
    /// Choice.
    size = "Text size", "Tamaño del texto";
    /// Size.
    usual = "usual", "normal";
    /// Size.
    large = "large", "grande";
    /// Size.
    larger = "larger", "más grande";
    /// Size.
    largest = "largest", "el más grande";
    /// Choice.
    still = "No movement", "Sin movimiento";
    /// Under it.
    still_help = "Pages change at once, and nothing slides or breathes.", "Las páginas cambian de golpe y nada se desliza ni respira.";
    /// Choice.
    left = "I hold the phone in my left hand", "Sostengo el teléfono con la mano izquierda";
    /// Under it.
    left_help = "The main buttons move to the left side.", "Los botones principales pasan al lado izquierdo.";
    /// Group.
    place = "Where you are", "Dónde estás";
    /// Choice.
    country = "Country for crisis lines", "País para las líneas de ayuda";
    /// Country.
    by_language = "As this device says", "Según este dispositivo";
    /// Under it.
    country_help = "Help now then opens at its numbers. This stays on your devices.", "«Ayuda ya» se abre entonces en sus números. Esto no sale de tus dispositivos.";
    /// Fact.
    zone = "Time zone", "Zona horaria";
    /// Group.
    locking = "Locking", "Bloqueo";
    /// Under it.
    locking_help = "A locked journal opens only with your password or passcode. What you were writing is kept first.", "Un diario bloqueado solo se abre con tu contraseña o tu código. Antes se guarda lo que estabas escribiendo.";
    /// Choice.
    hidden = "When it is out of sight", "Cuando no está a la vista";
    /// Choice.
    idle = "When nobody touches it", "Cuando nadie lo toca";
    /// Time.
    at_once = "at once", "enseguida";
    /// Group.
    leaving = "Leaving quickly", "Salir deprisa";
    /// Choice.
    exit = "Show a button to leave at once", "Mostrar un botón para salir al instante";
    /// Under it.
    exit_help = "One tap, or Escape twice, keeps your words, locks the journal and opens Wikipedia instead. Your browser may still list this site in its history.", "Un toque, o dos veces Escape, guarda tus palabras, bloquea el diario y abre Wikipedia en su lugar. Tu navegador quizá aún muestre este sitio en su historial.";
    /// Button, on every screen.
    leave_now = "Leave now", "Salir ya";
}

/// Countries that have crisis lines of their own in the file that comes with the server, by ISO 3166 code, and everywhere
/// else: until the help page has said which ones it has.
#[must_use]
pub fn countries() -> [(&'static str, &'static str); 12] {
    super::say(
        [
            ("AU", "Australia"),
            ("CA", "Canada"),
            ("FR", "France"),
            ("DE", "Germany"),
            ("IN", "India"),
            ("IE", "Ireland"),
            ("MX", "Mexico"),
            ("NZ", "New Zealand"),
            ("ES", "Spain"),
            ("GB", "United Kingdom"),
            ("US", "United States"),
            ("ZZ", "Anywhere else"),
        ],
        [
            ("DE", "Alemania"),
            ("AU", "Australia"),
            ("CA", "Canadá"),
            ("ES", "España"),
            ("US", "Estados Unidos"),
            ("FR", "Francia"),
            ("IN", "India"),
            ("IE", "Irlanda"),
            ("MX", "México"),
            ("NZ", "Nueva Zelanda"),
            ("GB", "Reino Unido"),
            ("ZZ", "En cualquier otro lugar"),
        ],
    )
}

/// So many minutes.
#[must_use]
pub fn after(minutes: u16) -> String {
    use super::{Language, language};
    match (language(), minutes) {
        (_, 0) => at_once().into(),
        (Language::English, 1) => "after 1 minute".into(),
        (Language::English, minutes) => format!("after {minutes} minutes"),
        (Language::Spanish, 1) => "después de 1 minuto".into(),
        (Language::Spanish, minutes) => format!("después de {minutes} minutos"),
    }
}
