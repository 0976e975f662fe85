//! Words of a colleague who reads for a while, or from now on.

use super::say;

words! {
    /// Heading and link of the therapist's screen.
    title = "Cover or hand over", "Suplencia o traspaso";
    /// Where the link comes from.
    where_from =
        "First your colleague makes a link: in this app, under Invite. They give it to you in a way you both trust. Then you put it in here.",
        "Primero tu colega crea un enlace: en esta aplicación, en Invitar. Te lo da de una manera en la que ambos confían. Después lo pones aquí.";
    /// Field.
    link = "Your colleague’s link", "El enlace de tu colega";
    /// Under it.
    link_help =
        "Paste the whole link, with the part after #. You see whose it is before anything is asked.",
        "Pega el enlace completo, con la parte que va después de #. Verás de quién es antes de preguntar nada.";
    /// Button.
    look = "See whose link it is", "Ver de quién es el enlace";
    /// Button, meanwhile.
    looking = "Looking…", "Mirando…";
    /// Choices.
    what = "What is it for?", "¿Para qué es?";
    /// Choice.
    cover = "Cover: they read beside you, for some days", "Suplencia: lee junto a ti, unos días";
    /// Choice.
    hand_over = "Hand over: they read instead of you, from now on", "Traspaso: lee en tu lugar, desde ahora";
    /// Field.
    first_day = "First day", "Primer día";
    /// Field.
    last_day = "Last day", "Último día";
    /// The days make no sense.
    days_missing = "Choose the first and the last day, the last one not before today.", "Elige el primer y el último día; el último no antes de hoy.";
    /// Field.
    words = "A line in your own words", "Unas palabras tuyas";
    /// Under it.
    words_help = "Your client reads it beside the question.", "Tu cliente las lee junto a la pregunta.";
    /// Button.
    ask = "Ask my client", "Preguntar a mi cliente";
    /// After it, with the way back.
    asking = "Asking your client.", "Preguntando a tu cliente.";
    /// What handing over means for the therapist.
    hand_over_means =
        "When your colleague has everything, you lose what was shared with you. Your own notes stay yours. Your plan goes along.",
        "Cuando tu colega lo tenga todo, pierdes lo que se compartió contigo. Tus notas siguen siendo tuyas. Tu plan pasa también.";
    /// Heading of what was asked.
    asked_before = "What you asked", "Lo que preguntaste";
    /// State.
    waits = "No answer yet.", "Aún sin respuesta.";
    /// State.
    lapsed = "Agreed, but the link did not work any more. Ask again with a new one.", "Aceptado, pero el enlace ya no funcionaba. Pregunta otra vez con uno nuevo.";
    /// Button.
    withdraw = "Withdraw", "Retirar";
    /// On the invite screen.
    for_colleague =
        "A colleague asks you to cover for them or take over? Make a link here, too, and give it to your colleague. They paste it under “Cover or hand over” and ask their client.",
        "¿Un colega te pide suplirlo o seguir en su lugar? Crea aquí también un enlace y dáselo a tu colega. Lo pega en «Suplencia o traspaso» y pregunta a su cliente.";
    /// Beside a link that was made.
    for_colleague_link =
        "If it is for a colleague’s client, give it to your colleague.",
        "Si es para el cliente de un colega, dáselo a tu colega.";

    /// Client: what was asked is not there.
    gone = "This question is not here any more", "Esta pregunta ya no está aquí";
    /// Why.
    gone_why = "It was taken back. Nothing of yours was given to anybody.", "Se retiró. No se dio nada tuyo a nadie.";
    /// Heading.
    sees = "What they would see", "Qué vería";
    /// Nothing is shared.
    sees_nothing = "Nothing yet: you share nothing right now.", "Nada aún: ahora no compartes nada.";
    /// Link to the list.
    sees_list = "See the list", "Ver la lista";
    /// Along with it.
    sees_plan = "Your appointments and what is planned", "Tus citas y lo que está planeado";
    /// Heading.
    sees_not = "What they would not see", "Qué no vería";
    /// Heading.
    how_long = "For how long", "Por cuánto tiempo";
    /// Of handing over.
    for_good = "From now on.", "Desde ahora.";
    /// At any time.
    take_back =
        "You can end it any time, in the privacy centre. What was read cannot be unread.",
        "Puedes terminarlo cuando quieras, en el centro de privacidad. Lo leído no se puede borrar de la memoria.";
    /// Their keys fit.
    checked = "Checked: the link is theirs.", "Comprobado: el enlace es suyo.";
    /// Button.
    agree = "Agree", "Aceptar";
    /// Button, meanwhile.
    agreeing = "One moment…", "Un momento…";
    /// Button.
    decline = "No", "No, gracias";
    /// After it.
    declined = "You said no. Nothing was given.", "Dijiste que no. No se dio nada.";
    /// Agreed, and no network since.
    unpaired = "You agreed. It goes on when there is a connection.", "Aceptaste. Sigue cuando haya conexión.";
    /// It is over.
    ended = "This is over.", "Esto ya terminó.";
    /// To Today.
    back = "Today", "Hoy";
    /// On Today: the line.
    today_line = "Nothing is given until you say so.", "No se da nada hasta que tú lo digas.";
    /// On Today: the way.
    today_go = "Look at it", "Verlo";
}

/// Under the heading of the therapist's screen.
#[must_use]
pub fn lead(client: &str) -> String {
    say(
        format!("A colleague can read what {client} shares with you. {client} decides, on their own phone."),
        format!(
            "Un colega puede leer lo que {client} comparte contigo. {client} decide, en su propio teléfono."
        ),
    )
}

/// Whose link it is.
#[must_use]
pub fn whose(name: &str) -> String {
    say(
        format!("This is the link of {name}. The keys behind it are those it was made with."),
        format!("Este es el enlace de {name}. Las llaves detrás son las mismas con las que se creó."),
    )
}

/// What was asked, in a list.
#[must_use]
pub fn covers(name: &str, from: &str, until: &str) -> String {
    say(format!("{name}, cover from {from} to {until}"), format!("{name}, suplencia del {from} al {until}"))
}

/// What was asked, in a list.
#[must_use]
pub fn takes_over(name: &str) -> String {
    say(format!("{name}, from now on"), format!("{name}, desde ahora"))
}

/// State.
#[must_use]
pub fn agreed_on(day: &str) -> String {
    say(format!("Agreed on {day}."), format!("Aceptado el {day}."))
}

/// State.
#[must_use]
pub fn declined_on(day: &str) -> String {
    say(format!("Your client said no on {day}."), format!("Tu cliente dijo que no el {day}."))
}

/// In the colleague's brief.
#[must_use]
pub fn for_whom(by: &str, until: Option<&str>) -> String {
    match until {
        Some(until) => {
            say(format!("You cover for {by} until {until}."), format!("Suples a {by} hasta el {until}."))
        }
        None => say(format!("{by} handed over to you."), format!("{by} te hizo el traspaso.")),
    }
}

/// Heading of the client's screen, and on Today.
#[must_use]
pub fn question(by: &str, peer: &str, hands_over: bool) -> String {
    if hands_over {
        say(
            format!("{by} asks: may {peer} take over?"),
            format!("{by} pregunta: ¿puede seguir {peer} en su lugar?"),
        )
    } else {
        say(
            format!("{by} asks: may {peer} read, too, for a while?"),
            format!("{by} pregunta: ¿puede leer también {peer}, por un tiempo?"),
        )
    }
}

/// What they would see.
#[must_use]
pub fn all_that(by: &str) -> String {
    say(
        format!("All that {by} can read at this moment, and what you share from then on:"),
        format!("Todo lo que {by} puede leer en este momento, y lo que compartas desde entonces:"),
    )
}

/// What they would not.
#[must_use]
pub fn not_this(by: &str) -> String {
    say(
        format!("What only you can read. The private notes of {by}."),
        format!("Lo que solo tú puedes leer. Las notas privadas de {by}."),
    )
}

/// How long it lasts, and what that hangs on.
#[must_use]
pub fn lasts(from: &str, until: &str) -> String {
    say(
        format!("From {from} to {until}. It ends when your journal is next opened after {until}."),
        format!("Del {from} al {until}. Termina cuando se abra tu diario después del {until}."),
    )
}

/// What becomes of the one who hands over.
#[must_use]
pub fn lets_go(by: &str, peer: &str) -> String {
    say(
        format!("When {peer} has everything, {by} can no longer read what you shared."),
        format!("Cuando {peer} lo tenga todo, {by} ya no podrá leer lo que compartiste."),
    )
}

/// Running.
#[must_use]
pub fn runs(peer: &str) -> String {
    say(
        format!("You agreed. {peer} reads what you share."),
        format!("Aceptaste. {peer} lee lo que compartes."),
    )
}

/// Agreed, and not begun.
#[must_use]
pub fn begins(peer: &str, from: &str) -> String {
    say(
        format!("You agreed. {peer} reads from {from} on, once your journal is opened then."),
        format!("Aceptaste. {peer} lee desde el {from}, cuando se abra tu diario."),
    )
}

/// How many of a kind.
#[must_use]
pub fn count(kind: Kind, many: usize) -> String {
    let (one, more, uno, varios) = match kind {
        Kind::Pages => ("page", "pages", "página", "páginas"),
        Kind::Passages => ("passage", "passages", "pasaje", "pasajes"),
        Kind::CheckIns => ("check-in", "check-ins", "registro", "registros"),
        Kind::Measures => ("questionnaire", "questionnaires", "cuestionario", "cuestionarios"),
        Kind::Attachments => (
            "drawing, recording or photo",
            "drawings, recordings or photos",
            "dibujo, grabación o foto",
            "dibujos, grabaciones o fotos",
        ),
        Kind::Threads => (
            "intention, insight or step",
            "intentions, insights or steps",
            "intención, descubrimiento o paso",
            "intenciones, descubrimientos o pasos",
        ),
        Kind::Rest => (
            "list, plan or message",
            "lists, plans or messages",
            "lista, plan o mensaje",
            "listas, planes o mensajes",
        ),
    };
    say(
        format!("{many} {}", if many == 1 { one } else { more }),
        format!("{many} {}", if many == 1 { uno } else { varios }),
    )
}

/// What is counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Whole pages.
    Pages,
    /// Passages of pages.
    Passages,
    /// Check-ins, whole or their numbers.
    CheckIns,
    /// Questionnaires.
    Measures,
    /// What is attached to pages.
    Attachments,
    /// Intentions, insights, steps.
    Threads,
    /// The list for the session, the safety plan, alerts.
    Rest,
}
