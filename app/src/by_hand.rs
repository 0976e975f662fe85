//! Which devices put an app on their home screen by hand, from the menu of Safari.

/// Whether this is a phone or tablet of Apple. An iPad says that it is a Mac; no Mac can be touched.
#[must_use]
pub fn is_by_hand(agent: &str, touches: i32) -> bool {
    ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
        || (agent.contains("Macintosh") && touches > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipad_is_told_from_a_mac_by_its_touches() {
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";
        let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15";
        let other = "Mozilla/5.0 (Linux; Android 15; Tablet) AppleWebKit/537.36";
        assert!(is_by_hand(phone, 5) && is_by_hand(mac, 5));
        assert!(!is_by_hand(mac, 0) && !is_by_hand(mac, 1) && !is_by_hand(other, 10));
    }
}
