//! `cargo xtask build`: everything the phone loads, named by its content, squeezed and weighed, in `dist/`.
//! `cargo xtask watch`: the same, unsqueezed, whenever something of it changes.
//! `cargo xtask vectors`: what sealing and signing in make in WASM is what they make natively.

mod assets;
mod budget;
mod build;
mod entry;
mod error;
mod list;
mod module;
mod pack;
mod say;
mod split;
mod styles;
mod tools;
mod vectors;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "The builder")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build what the phone loads into `dist/`.
    Build {
        /// Optimised, minified and compressed, and refused when it is over the byte budget.
        #[arg(long)]
        release: bool,
    },
    /// Build without optimising whenever something changes, until it is stopped.
    Watch,
    /// Hold the frozen vectors of the formats and the published ones of the ciphers in WASM.
    Vectors,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build { release } => build::build(release),
        Command::Watch => watch::watch(),
        Command::Vectors => vectors::hold(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::step(&format!("stopped: {error}"));
            ExitCode::FAILURE
        }
    }
}
