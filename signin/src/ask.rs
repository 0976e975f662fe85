//! What the screen asks of the worker, and what it answers. The password goes in and keys come out; nothing
//! of either stays when the worker ends.

use rand08::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use wire::{bytes, sealed::Message};
use zeroize::Zeroizing;

use crate::{LoggingIn, Registering, SignInError, stretch};

/// A question.
#[derive(Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Ask {
    /// The first message of a registration.
    RegisterStart {
        /// The new password.
        password: String,
    },
    /// The last message of the registration begun before.
    RegisterFinish {
        /// The server's answer.
        response: Message,
    },
    /// The first message of a sign-in.
    LoginStart {
        /// The password.
        password: String,
    },
    /// The last message of the sign-in begun before.
    LoginFinish {
        /// The server's answer.
        response: Message,
    },
    /// For unlocking on this device.
    Stretch {
        /// The password.
        password: String,
        /// Kept beside what it unlocks.
        #[serde(with = "bytes")]
        salt: [u8; 16],
    },
}

/// An answer.
#[derive(Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Send this to the server.
    Request {
        /// The message.
        message: Message,
    },
    /// Send this to the server, and open the account key with the other.
    Finished {
        /// The message.
        message: Message,
        /// Never leaves the device.
        #[serde(with = "bytes")]
        export_key: Vec<u8>,
    },
    /// The stretched password.
    Stretched {
        /// One half of what unlocks.
        #[serde(with = "bytes")]
        key: [u8; 32],
    },
    /// Name and password do not belong together.
    Wrong,
    /// A message is malformed, or a finish came without its start.
    Malformed,
}

/// What is between two questions.
#[derive(Default)]
pub enum Between {
    /// Nothing.
    #[default]
    Nothing,
    /// A registration.
    Registering(Box<Registering>),
    /// A sign-in.
    LoggingIn(Box<LoggingIn>),
}

/// Answers one question.
pub fn answer(between: &mut Between, ask: Ask, rng: &mut (impl RngCore + CryptoRng)) -> Answer {
    try_answer(between, ask, rng).unwrap_or_else(|error| match error {
        SignInError::Wrong => Answer::Wrong,
        SignInError::Malformed => Answer::Malformed,
    })
}

fn try_answer(
    between: &mut Between,
    ask: Ask,
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<Answer, SignInError> {
    let before = std::mem::take(between);
    match (ask, before) {
        (Ask::RegisterStart { password }, _) => {
            let (registering, message) = Registering::start(&Zeroizing::new(password), rng)?;
            *between = Between::Registering(Box::new(registering));
            Ok(Answer::Request { message })
        }
        (Ask::LoginStart { password }, _) => {
            let (logging_in, message) = LoggingIn::start(&Zeroizing::new(password), rng)?;
            *between = Between::LoggingIn(Box::new(logging_in));
            Ok(Answer::Request { message })
        }
        (Ask::RegisterFinish { response }, Between::Registering(registering)) => {
            let (message, export_key) = registering.finish(&response, rng)?;
            Ok(Answer::Finished { message, export_key: export_key.to_vec() })
        }
        (Ask::LoginFinish { response }, Between::LoggingIn(logging_in)) => {
            let (message, export_key) = logging_in.finish(&response, rng)?;
            Ok(Answer::Finished { message, export_key: export_key.to_vec() })
        }
        (Ask::Stretch { password, salt }, _) => {
            stretch(&Zeroizing::new(password), &salt).map(|key| Answer::Stretched { key: *key })
        }
        (Ask::RegisterFinish { .. } | Ask::LoginFinish { .. }, _) => Err(SignInError::Malformed),
    }
}
