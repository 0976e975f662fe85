//! `cargo xtask build`: everything the phone loads, named by its content, squeezed and weighed, in `dist/`.

mod assets;
mod budget;
mod build;
mod entry;
mod error;
mod list;
mod module;
mod say;
mod split;
mod styles;
mod tools;

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
}

fn main() -> ExitCode {
    let Cli { command: Command::Build { release } } = Cli::parse();
    match build::build(release) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::step(&format!("stopped: {error}"));
            ExitCode::FAILURE
        }
    }
}
