//! `interleaf`: serve, make a setup link, migrate, print the crisis lines.

mod open_files;

use std::{fs, net::IpAddr, path::PathBuf, process::ExitCode};

use chrono::{DateTime, Duration, Utc};
use clap::{Args, Parser, Subcommand};
use server::{
    crisis,
    http::{self, App},
    push,
    serve::{self, Settings},
    setup_key,
    store::Store,
};
use sha2::{Digest, Sha256};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

/// Where to listen unless told otherwise.
const LISTEN: &str = "127.0.0.1:8080";
/// How long a setup link works.
const SETUP_LINK: Duration = Duration::days(wire::limits::SETUP_LINK_DAYS);
/// How often accounts are looked for whose time has come.
const SWEEP: std::time::Duration = std::time::Duration::from_mins(10);
/// How often moments are looked for that have come.
const REMIND: std::time::Duration = std::time::Duration::from_secs(5);
/// How long nudges that are under way may take when the server stops.
const LAST_NUDGES: std::time::Duration = std::time::Duration::from_secs(2);

#[derive(Parser)]
#[command(version, about = "The journal for the time between sessions: the server")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API; on an empty data folder, make it and print a setup link.
    Serve {
        #[command(flatten)]
        place: Place,
        /// Where to listen.
        #[arg(long, env = "INTERLEAF_LISTEN", default_value = LISTEN)]
        listen: String,
        /// Offer the demo's sign-ins to everybody. Never where real journals are.
        #[arg(long, env = "INTERLEAF_DEMO")]
        demo: bool,
        /// Whom Help now names, instead of what `interleaf crisis-lines` prints.
        #[arg(long, env = "INTERLEAF_CRISIS_LINES")]
        crisis_lines: Option<PathBuf>,
        #[command(flatten)]
        callers: Callers,
        #[command(flatten)]
        nudges: Nudges,
    },
    /// Print the crisis lines that come with this binary, to edit them or to add the practice's own.
    CrisisLines,
    /// Print a one-time link with which a therapist makes an account.
    SetupLink {
        #[command(flatten)]
        place: Place,
    },
    /// Bring the database up to date and stop.
    Migrate {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
struct Place {
    /// The folder for the database and the setup key.
    #[arg(long, env = "INTERLEAF_DATA", default_value = "data")]
    data: PathBuf,
    /// `postgres://…`; without it, an SQLite file in the data folder.
    #[arg(long, env = "INTERLEAF_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// The address people open; without it, the local one.
    #[arg(long, env = "INTERLEAF_ORIGIN")]
    origin: Option<String>,
}

#[derive(Args)]
struct Callers {
    /// Most open connections.
    #[arg(long, env = "INTERLEAF_CONNECTIONS", default_value_t = Settings::default().connections)]
    connections: usize,
    /// Most open connections from one address.
    #[arg(long, env = "INTERLEAF_CONNECTIONS_PER_ADDRESS", default_value_t = Settings::default().per_address)]
    connections_per_address: usize,
    /// Addresses of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed, with commas between; without
    /// it, this machine's own.
    #[arg(long, env = "INTERLEAF_PROXIES", value_delimiter = ',')]
    proxies: Vec<IpAddr>,
}

impl Callers {
    fn settings(self, place: &Place) -> Settings {
        let usual = Settings::default().opened_at(place.origin.as_deref());
        Settings {
            connections: open_files::room_for(self.connections),
            per_address: self.connections_per_address,
            proxies: if self.proxies.is_empty() { usual.proxies } else { self.proxies },
            ..usual
        }
    }
}

#[derive(Args)]
struct Nudges {
    /// Whom push services may ask about this server, `mailto:` or `https:`; without it, the journal's own address.
    #[arg(long, env = "INTERLEAF_PUSH_CONTACT")]
    push_contact: Option<String>,
    /// The origin of one more push service, wherever it stands, also without TLS: of one's own, or to try it out.
    #[arg(long, env = "INTERLEAF_PUSH_ALSO")]
    push_also: Option<String>,
}

impl Nudges {
    fn settings(&self, place: &Place) -> Result<push::Settings, push::SettingsError> {
        let (contact, also) = (self.push_contact.as_deref(), self.push_also.as_deref());
        push::Settings::told(contact, place.origin.as_deref(), also)
    }
}

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let level = std::env::var("INTERLEAF_LOG").unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().json().with_env_filter(serve::log_filter(&level)).init();
    match run(Cli::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "stopped");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve { place, listen, demo, crisis_lines, callers, nudges } => {
            let lines = crisis::load(crisis_lines.as_deref())?;
            let nudges = nudges.settings(&place)?;
            let store = open(&place).await?;
            let setup = setup_key::load(&place.data.join("opaque-setup.key"), &store).await?;
            let key = push::Key::load(&place.data.join("push.key"), &store).await?;
            let listener = TcpListener::bind(&listen).await?;
            let address = listener.local_addr()?;
            if !store.has_accounts().await? {
                // Port 0 means any: the link must say which it became.
                let shown = if listen.ends_with(":0") { address.to_string() } else { listen };
                print_setup_link(&store, &place, &shown).await?;
            }
            tracing::info!(%address, "listening");
            let app =
                App::new(store.clone(), setup, key, now).with_demo(demo).with_lines(lines).with_push(nudges);
            tokio::spawn(sweep(app.clone()));
            let reminding = tokio::spawn(remind(app.clone()));
            serve::serve(http::router(app.clone()), listener, callers.settings(&place), stop()?).await?;
            reminding.abort();
            // What is not sent by then is lost: it is never sent twice.
            drop(tokio::time::timeout(LAST_NUDGES, app.nudged()).await);
            store.close().await;
            Ok(())
        }
        Command::CrisisLines => {
            print(crisis::EMBEDDED);
            Ok(())
        }
        Command::SetupLink { place } => print_setup_link(&open(&place).await?, &place, LISTEN).await,
        Command::Migrate { place } => {
            open(&place).await?.close().await;
            Ok(())
        }
    }
}

async fn open(place: &Place) -> Result<Store, Failure> {
    fs::create_dir_all(&place.data)?;
    let file = place.data.join("interleaf.sqlite");
    Ok(Store::open(place.database.as_deref().unwrap_or(&file.to_string_lossy())).await?)
}

#[expect(clippy::print_stdout, reason = "the text is what the command is for")]
fn print(text: &str) {
    print!("{text}");
}

#[expect(clippy::print_stdout, reason = "the link is what the command is for, and must not go to a log")]
async fn print_setup_link(store: &Store, place: &Place, listen: &str) -> Result<(), Failure> {
    let mut secret = [0; 32];
    rand08::RngCore::fill_bytes(&mut rand08::rngs::OsRng, &mut secret);
    let token = wire::bytes::to_text(&secret);
    store.put_setup_link(&Sha256::digest(token.as_bytes()).into(), now() + SETUP_LINK).await?;
    let origin = place.origin.clone().unwrap_or_else(|| format!("http://{listen}"));
    println!("{}/setup#{token}", origin.trim_end_matches('/'));
    Ok(())
}

/// Removes what is due, for as long as the server runs.
async fn sweep(app: App) {
    let mut again = tokio::time::interval(SWEEP);
    loop {
        again.tick().await;
        match app.sweep(now()).await {
            Ok(0) => {}
            Ok(accounts) => tracing::info!(accounts, "removed accounts whose time had come"),
            Err(error) => tracing::error!(%error, "accounts whose time has come still stand"),
        }
    }
}

/// Nudges whose moment has come, for as long as the server runs.
async fn remind(app: App) {
    let mut again = tokio::time::interval(REMIND);
    loop {
        again.tick().await;
        if let Err(error) = app.remind().await {
            tracing::error!(%error, "moments that have come are still there");
        }
    }
}

fn stop() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    })
}

#[expect(clippy::disallowed_methods, reason = "the one clock of the server")]
fn now() -> DateTime<Utc> {
    Utc::now()
}
