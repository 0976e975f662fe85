//! Crisis lines by country. One file, so that a wrong number is one line to mend; each row says when it was
//! last checked, because well-known products still print a number that was retired in 2022.

/// How to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// What the service is called.
    pub name: &'static str,
    /// As it is shown, e.g. "Call 988".
    pub label: &'static str,
    /// A `tel:`, `sms:` or `https:` link.
    pub link: &'static str,
}

/// The lines of one country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code; `None` for everywhere else.
    pub code: Option<&'static str>,
    /// Its name.
    pub name: &'static str,
    /// In the order to try.
    pub ways: &'static [Way],
    /// The emergency number.
    pub emergency: &'static str,
    /// When the row was last checked, ISO date.
    pub checked: &'static str,
}

const fn way(name: &'static str, label: &'static str, link: &'static str) -> Way {
    Way { name, label, link }
}

const fn country(
    code: &'static str,
    name: &'static str,
    ways: &'static [Way],
    emergency: &'static str,
) -> Country {
    Country { code: Some(code), name, ways, emergency, checked: "2026-11-01" }
}

/// All of them, alphabetically; everywhere else last.
pub const COUNTRIES: [Country; 12] = [
    country(
        "AU",
        "Australia",
        &[
            way("Lifeline", "Call 13 11 14", "tel:131114"),
            way("Lifeline", "Text 0477 13 11 14", "sms:+61477131114"),
            way("13YARN", "Call 13 92 76", "tel:139276"),
        ],
        "000",
    ),
    country(
        "CA",
        "Canada",
        &[
            way("Suicide Crisis Helpline", "Call 988", "tel:988"),
            way("Suicide Crisis Helpline", "Text 988", "sms:988"),
        ],
        "911",
    ),
    country("FR", "France", &[way("3114", "Call 3114", "tel:3114")], "112"),
    country("DE", "Germany", &[way("TelefonSeelsorge", "Call 0800 111 0 111", "tel:+498001110111")], "112"),
    country("IN", "India", &[way("Tele-MANAS", "Call 14416", "tel:14416")], "112"),
    country("IE", "Ireland", &[way("Samaritans", "Call 116 123", "tel:116123")], "112"),
    country("MX", "Mexico", &[way("Línea de la Vida", "Call 800 911 2000", "tel:+528009112000")], "911"),
    country(
        "NZ",
        "New Zealand",
        &[way("1737", "Call 1737", "tel:1737"), way("1737", "Text 1737", "sms:1737")],
        "111",
    ),
    country("ES", "Spain", &[way("Línea 024", "Call 024", "tel:024")], "112"),
    country("GB", "United Kingdom", &[way("Samaritans", "Call 116 123", "tel:116123")], "999"),
    country(
        "US",
        "United States",
        &[
            way("988 Lifeline", "Call 988", "tel:988"),
            way("988 Lifeline", "Text 988", "sms:988"),
            way("Crisis Text Line", "Text HOME to 741741", "sms:741741?body=HOME"),
        ],
        "911",
    ),
    Country {
        code: None,
        name: "Anywhere else",
        ways: &[way("Find a helpline", "findahelpline.com", "https://findahelpline.com")],
        emergency: "112",
        checked: "2026-11-01",
    },
];

/// The row of `region`, where there is one, and all others.
#[must_use]
pub fn for_region(region: Option<&str>) -> (Option<&'static Country>, Vec<&'static Country>) {
    let is_own = |country: &&Country| {
        region.is_some_and(|region| country.code.is_some_and(|code| code.eq_ignore_ascii_case(region)))
    };
    let (own, others): (Vec<_>, Vec<_>) = COUNTRIES.iter().partition(is_own);
    (own.into_iter().next(), others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_country_comes_first_and_nobody_is_left_out() {
        let (own, others) = for_region(Some("nz"));
        assert_eq!((own.unwrap().name, others.len()), ("New Zealand", COUNTRIES.len() - 1));
        assert_eq!(for_region(Some("XX")).0, None);
        assert_eq!(for_region(None).1.len(), COUNTRIES.len());
    }

    #[test]
    fn the_digits_that_are_shown_are_the_digits_that_are_dialled() {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        for way in COUNTRIES.iter().flat_map(|country| country.ways) {
            if way.link.starts_with("http") {
                continue;
            }
            let shown = digits(way.label);
            let national = shown.trim_start_matches('0');
            assert!(digits(way.link).ends_with(national), "{} dials {}", way.label, way.link);
        }
    }
}
