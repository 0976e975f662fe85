//! The people of the demo, and `GET /demo`: their sign-in names and passwords, for everybody to try.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::login::Role;

/// Somebody of the demo. The password is public by design.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// What the others call them.
    pub called: Cow<'static, str>,
    /// Client or therapist.
    pub role: Role,
    /// The sign-in name.
    pub name: Cow<'static, str>,
    /// The password.
    pub password: Cow<'static, str>,
}

/// The therapist of most of them.
pub const OKAFOR: Person = person("Dr. Adaeze Okafor", Role::Therapist, "okafor", "demo-password-for-okafor");
/// Her client a day and a half after a second session.
pub const MAYA: Person = person("Maya Lindqvist", Role::Client, "maya", "demo-password-for-maya");
/// Her client nine days after a first session.
pub const JONAS: Person = person("Jonas Reyes", Role::Client, "jonas", "demo-password-for-jonas");
/// Her client half a year on, in remission.
pub const INES: Person = person("Ines Caldeira", Role::Client, "ines", "demo-password-for-ines");
/// Her client who is worse than at the beginning, and let her know.
pub const TOMAS: Person = person("Tomas Reed", Role::Client, "tomas", "demo-password-for-tomas");
/// The other therapist.
pub const SOLBERG: Person =
    person("Dr. Ingrid Solberg", Role::Therapist, "solberg", "demo-password-for-solberg");
/// Her client who has been silent for weeks.
pub const SANA: Person = person("Sana Qureshi", Role::Client, "sana", "demo-password-for-sana");
/// Her client who shares only numbers.
pub const WALTER: Person = person("Walter Brandt", Role::Client, "walter", "demo-password-for-walter");

const fn person(called: &'static str, role: Role, name: &'static str, password: &'static str) -> Person {
    Person {
        called: Cow::Borrowed(called),
        role,
        name: Cow::Borrowed(name),
        password: Cow::Borrowed(password),
    }
}

/// `GET /demo`; nobody, unless the server was started to show the demo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Demo {
    /// Each therapist before her clients.
    pub people: Vec<Person>,
}

impl Demo {
    /// All of them.
    #[must_use]
    pub fn everybody() -> Self {
        Self { people: vec![OKAFOR, MAYA, JONAS, INES, TOMAS, SOLBERG, SANA, WALTER] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{NAME_CHARS, PASSWORD_CHARS};

    #[test]
    fn everybody_fits_the_rules_for_names_and_passwords_and_survives_the_way() {
        for person in Demo::everybody().people {
            assert!((NAME_CHARS.0..=NAME_CHARS.1).contains(&person.name.len()));
            assert!((PASSWORD_CHARS.0..=PASSWORD_CHARS.1).contains(&person.password.len()));
            assert!(person.password.starts_with("demo"));
            let json = serde_json::to_string(&person).unwrap();
            assert_eq!(serde_json::from_str::<Person>(&json).unwrap(), person);
        }
    }
}
