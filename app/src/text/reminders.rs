//! Words of reminders: on the lock screen, on Today, and where they are chosen.

use super::say;

words! {
    /// On the lock screen: it tells nobody what the app is about.
    moment = "A moment for yourself", "Un momento para ti";
    /// On a therapist's lock screen.
    waiting = "Something is waiting for you", "Algo te espera";
    /// Heading, and the way there.
    title = "Reminders", "Recordatorios";
    /// Under it.
    lead = "A quiet word at a time you choose. One a day at most. If you leave three unanswered, no more come until you open your journal again.", "Una palabra discreta a la hora que elijas. Una al día como mucho. Si dejas tres sin respuesta, no llegan más hasta que abras tu diario de nuevo.";
    /// Choice.
    on = "Remind me", "Recuérdamelo";
    /// Under it.
    on_help = "None comes on a day when you have already written or checked in, and none before the evening on the day of a dosing session.", "No llega ninguno el día en que ya escribiste o te registraste, ni antes de la tarde el día de una sesión con dosis.";
    /// Group.
    when = "When", "Cuándo";
    /// Field.
    at = "Time", "Hora";
    /// Group of days.
    days = "On these days", "En estos días";
    /// While no day is chosen.
    each_day = "None chosen: every day.", "Sin elegir ninguno: todos los días.";
    /// Under a time.
    in_quiet = "This is in your quiet hours, so nothing comes then.", "Está en tus horas de silencio, así que a esa hora no llega nada.";
    /// Button.
    add = "Add a time", "Añadir una hora";
    /// Where there is no time.
    no_times = "No time is chosen.", "No hay ninguna hora elegida.";
    /// Choice.
    before = "Before an appointment when something is due", "Antes de una cita, si hay algo pendiente";
    /// Under it.
    before_help = "The evening before, if a questionnaire waits for you.", "La tarde anterior, si te espera un cuestionario.";
    /// Group.
    quiet = "Quiet hours", "Horas de silencio";
    /// Field.
    from = "From", "Desde";
    /// Field.
    until = "Until", "Hasta";
    /// Under them.
    quiet_help = "Nothing comes in these hours.", "En estas horas no llega nada.";
    /// Group.
    here = "On this device", "En este dispositivo";
    /// State.
    is_on = "They appear on this device.", "Aparecen en este dispositivo.";
    /// State.
    is_off = "They do not appear on this device yet. You find them in the app, on Today.", "Aún no aparecen en este dispositivo. Los encuentras en la aplicación, en Hoy.";
    /// Above the button.
    asks = "Your browser asks you next whether this app may show notifications.", "Ahora tu navegador te pregunta si esta aplicación puede mostrar notificaciones.";
    /// Button.
    show = "Show them on this device", "Mostrarlos en este dispositivo";
    /// Button, while it happens.
    showing = "One moment…", "Un momento…";
    /// Button.
    stop = "Stop on this device", "Dejar de mostrarlos aquí";
    /// State.
    refused = "Your browser does not let this app show notifications. You can allow them in the browser: tap the sign beside the address, then Notifications. Until then you find your reminder in the app, on Today.", "Tu navegador no deja que esta aplicación muestre notificaciones. Puedes permitirlas en el navegador: toca el símbolo junto a la dirección y luego Notificaciones. Hasta entonces encuentras tu recordatorio en la aplicación, en Hoy.";
    /// State.
    missing = "This browser cannot show notifications. You find your reminder in the app, on Today.", "Este navegador no puede mostrar notificaciones. Encuentras tu recordatorio en la aplicación, en Hoy.";
    /// State.
    home_screen = "On an iPhone or iPad this works once the app is on your home screen.", "En un iPhone o iPad funciona cuando la aplicación está en tu pantalla de inicio.";
    /// State.
    shared = "This is not set up as your own device, so nothing appears on it.", "Este dispositivo no está configurado como tuyo, así que aquí no aparece nada.";
    /// State.
    offline = "You are offline. This can be switched on or off here once you are connected again.", "No tienes conexión. Podrás activarlo o desactivarlo aquí cuando la recuperes.";
    /// Group.
    lock_screen = "On your lock screen", "En tu pantalla de bloqueo";
    /// Field.
    own = "Your own words", "Tus propias palabras";
    /// Under it.
    own_help = "Anybody who sees your phone can read them. They stay on this device, and they are the only words of yours here that are not locked.", "Quien vea tu teléfono puede leerlas. Se quedan en este dispositivo y son las únicas palabras tuyas aquí que no están cerradas.";
    /// Above the picture of it.
    preview = "This is how it looks:", "Así se ve:";
    /// Heading, for a therapist.
    urgent = "When something cannot wait", "Cuando algo no puede esperar";
    /// Under it.
    urgent_lead = "This device can tell you when a client sends something that cannot wait. It names nobody and says nothing of what it is.", "Este dispositivo puede avisarte cuando un cliente envía algo que no puede esperar. No nombra a nadie ni dice de qué se trata.";
    /// State.
    urgent_on = "This device tells you.", "Este dispositivo te avisa.";
    /// State.
    urgent_off = "This device does not tell you yet.", "Este dispositivo aún no te avisa.";
    /// State.
    urgent_refused = "Your browser does not let this app show notifications. You can allow them in the browser: click the sign beside the address, then Notifications.", "Tu navegador no deja que esta aplicación muestre notificaciones. Puedes permitirlas en el navegador: haz clic en el símbolo junto a la dirección y luego en Notificaciones.";
    /// State.
    urgent_missing = "This browser cannot show notifications.", "Este navegador no puede mostrar notificaciones.";
    /// Button.
    urgent_show = "Tell me on this device", "Avisarme en este dispositivo";
    /// Way there, in the settings.
    line = "When, and what stands on your lock screen", "Cuándo, y qué aparece en tu pantalla de bloqueo";
}

/// On Today, from the time that was chosen on.
#[must_use]
pub fn wanted(time: &str) -> String {
    say(
        format!("You wanted a moment for yourself at {time}."),
        format!("Querías un momento para ti a las {time}."),
    )
}

/// Button: takes this time away.
#[must_use]
pub fn remove(time: &str) -> String {
    say(format!("Remove {time}"), format!("Quitar {time}"))
}
