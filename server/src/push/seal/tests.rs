use web_push_native::{Auth, decrypt, p256::SecretKey};
use wire::{
    bytes::from_text,
    push::{Nudge, Subscription},
};

use super::seal;

// RFC 8291, section 5.
const BROWSER_SECRET: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
const BROWSER_KEY: &str =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const MESSAGE: &str = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAm\
     S6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

fn browser() -> (SecretKey, Subscription) {
    let subscription = Subscription {
        endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV".into(),
        p256dh: from_text(BROWSER_KEY).unwrap().try_into().unwrap(),
        auth: from_text(AUTH).unwrap().try_into().unwrap(),
    };
    (SecretKey::from_slice(&from_text(BROWSER_SECRET).unwrap()).unwrap(), subscription)
}

#[test]
fn what_opens_here_is_the_standards() {
    let (secret, subscription) = browser();
    let opened = decrypt(from_text(MESSAGE).unwrap(), &secret, &Auth::from(subscription.auth)).unwrap();
    assert_eq!(opened, b"When I grow up, I want to be a watermelon");
}

#[test]
fn a_nudge_opens_with_the_browsers_key_and_every_one_is_as_long() {
    let (secret, subscription) = browser();
    let mut lengths = Vec::new();
    for (nudge, json) in [(Nudge::Moment, r#"{"kind":"moment"}"#), (Nudge::Waiting, r#"{"kind":"waiting"}"#)]
    {
        let sealed = seal(nudge, &subscription).unwrap();
        lengths.push(sealed.len());
        assert_ne!(seal(nudge, &subscription).unwrap(), sealed, "the same bytes twice");
        let opened = decrypt(sealed, &secret, &Auth::from(subscription.auth)).unwrap();
        assert_eq!(String::from_utf8(opened).unwrap().trim_end(), json);
    }
    assert_eq!(lengths[0], lengths[1]);
}

#[test]
fn nothing_is_sealed_for_what_is_no_key() {
    let (_, subscription) = browser();
    assert_eq!(seal(Nudge::Moment, &Subscription { p256dh: [4; 65], ..subscription }), None);
}
