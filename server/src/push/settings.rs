//! Whom a push service may ask, whom nudges may go to beside those on the public net, and how often it is tried.

use std::time::Duration;

use url::{Origin, Url};

/// Whom a push service may ask where nobody said so.
const CONTACT: &str = "mailto:admin@example.com";

/// Why a setting is none.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Push services take nothing else.
    #[error("the contact for push services must begin with mailto: or https:")]
    Contact,
    /// It is to be told by scheme, name and port.
    #[error("the further push service must be an origin, such as http://127.0.0.1:9000")]
    Also,
}

/// How nudges are sent.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whom a push service may ask about this server: `mailto:` or `https:` (RFC 8292, section 2.1).
    pub contact: String,
    /// One more push service, wherever it stands.
    pub also: Option<Origin>,
    /// What is waited before each further try.
    pub pauses: Vec<Duration>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { contact: CONTACT.into(), also: None, pauses: [5, 30, 300].map(Duration::from_secs).into() }
    }
}

impl Settings {
    /// As told when starting. Who gives no contact is asked at the journal's own address, if that is https.
    ///
    /// # Errors
    /// As the variants say.
    pub fn told(contact: Option<&str>, own: Option<&str>, also: Option<&str>) -> Result<Self, SettingsError> {
        let usual = Self::default();
        let own = own.filter(|own| own.starts_with("https:"));
        let contact = contact.or(own).unwrap_or(&usual.contact).to_owned();
        if !["mailto:", "https:"].iter().any(|scheme| contact.starts_with(scheme)) {
            return Err(SettingsError::Contact);
        }
        let also = also.map(|also| origin(also).ok_or(SettingsError::Also)).transpose()?;
        Ok(Self { contact, also, ..usual })
    }
}

fn origin(text: &str) -> Option<Origin> {
    let url = Url::parse(text).ok()?;
    let bare =
        url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    (bare && ["http", "https"].contains(&url.scheme())).then(|| url.origin())
}
