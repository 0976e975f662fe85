//! Demo data on a running server: `demo ORIGIN SETUP_TOKEN SETUP_TOKEN`. "Now" is this machine's, in its time zone (`TZ`).

#![expect(clippy::print_stdout, reason = "it tells a person how to sign in")]

use std::{env, error::Error, process::ExitCode};

use headless::{
    demo::{Outcome, make},
    http::Http,
};
use wire::demo::Demo;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(origin), Some(here), Some(there)) = (args.next(), args.next(), args.next()) else {
        return Err(
            "demo ORIGIN SETUP_TOKEN SETUP_TOKEN, a token being what follows # in a setup link".into()
        );
    };
    match make(&Http::new(&origin), [&here, &there], now()).await? {
        Outcome::Made => println!("The demo data are there. Sign in at {origin} as"),
        Outcome::AlreadyThere => {
            println!("The demo data are already there; nothing was changed. Sign in at {origin} as");
        }
        Outcome::CutShort => {
            return Err("an earlier run was cut short: start again on an empty database".into());
        }
    }
    for person in Demo::everybody().people {
        println!("  {:<9}{:<28}{}", person.name, person.password, person.called);
    }
    println!("A server started with --demo offers these to everybody.");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the one clock of this program")]
fn now() -> chrono::DateTime<chrono::FixedOffset> {
    chrono::Local::now().fixed_offset()
}
