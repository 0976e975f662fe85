//! Whole sign-ins, one after the other: who fails often is made to wait, who succeeds is not. Most of the time goes into
//! stretching the password, here and not at the server, so what the server takes is kept apart.

use std::time::{Duration, Instant};

use headless::{account::Credentials, error::Error, http::Http};
use rand08::rngs::OsRng;
use signin::LoggingIn;
use wire::login::{Carrier, LoginFinish, LoginStart, LoginStarted, SignedIn};

const MANY: usize = 20;

/// One of each for each sign-in.
#[derive(Default)]
pub struct Times {
    /// Waiting for the answers to both requests.
    pub asking: Vec<Duration>,
    /// With what the device does.
    pub whole: Vec<Duration>,
}

pub async fn repeat(http: &Http, who: Credentials<'_>) -> Result<Times, Error> {
    let mut times = Times::default();
    for _ in 0..MANY {
        let began = Instant::now();
        let (logging_in, request) = LoggingIn::start(who.password, &mut OsRng)?;
        let asked = Instant::now();
        let started: LoginStarted =
            http.post("/login/start", &LoginStart { name: who.name.into(), request }).await?;
        let answered = asked.elapsed();
        let (finalization, _) = logging_in.finish(&started.response, &mut OsRng)?;
        let finish = LoginFinish {
            login: started.login,
            finalization,
            carrier: Carrier::Bearer,
            device: "headless".into(),
        };
        let asked = Instant::now();
        http.post::<SignedIn>("/login/finish", &finish).await?;
        times.asking.push(answered + asked.elapsed());
        times.whole.push(began.elapsed());
    }
    Ok(times)
}
