use std::net::IpAddr;

use url::Url;

use super::{Endpoint, is_public};

#[test]
fn a_push_service_is_a_name_on_the_public_net() {
    for fits in [
        "https://fcm.googleapis.com/fcm/send/dXz:APA91b",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QGuQ",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYA",
        "https://push.example:443/a",
    ] {
        assert!(Endpoint::parse(fits, None).is_some(), "{fits}");
    }
    for unfit in [
        "",
        "push.example",
        "http://push.example/a",
        "ftp://push.example/a",
        "file:///etc/passwd",
        "https://push.example:8443/a",
        "https://somebody@push.example/a",
        "https://:secret@push.example/a",
        "https://127.0.0.1/a",
        "https://2130706433/a",
        "https://0x7f.1/a",
        "https://8.8.8.8/a",
        "https://[::1]/a",
        "https://[2606:4700::1]/a",
        "https://localhost/a",
        "https://localhost./a",
        "https://database/a",
        "http://127.0.0.1:9000/a",
    ] {
        assert!(Endpoint::parse(unfit, None).is_none(), "{unfit}");
    }
    let long = |path: usize| format!("https://push.example/{}", "a".repeat(path));
    assert!(Endpoint::parse(&long(1024 - 21), None).is_some());
    assert!(Endpoint::parse(&long(1025 - 21), None).is_none());
}

#[test]
fn one_further_service_may_be_named_and_no_other() {
    let also = Url::parse("http://127.0.0.1:9000").unwrap().origin();
    let named = Endpoint::parse("http://127.0.0.1:9000/a?b=c#d", Some(&also)).unwrap();
    assert!(named.is_plain() && named.may_be_at("127.0.0.1".parse().unwrap()));
    assert_eq!((named.path(), named.authority()), ("/a?b=c", "127.0.0.1:9000"));
    assert_eq!(named.origin(), "http://127.0.0.1:9000");
    for other in [
        "http://127.0.0.1:9001/a",
        "https://127.0.0.1:9000/a",
        "http://localhost:9000/a",
        "http://somebody@127.0.0.1:9000/a",
    ] {
        assert!(Endpoint::parse(other, Some(&also)).is_none(), "{other}");
    }
    let public = Endpoint::parse("https://push.example/a", Some(&also)).unwrap();
    assert!(!public.may_be_at("127.0.0.1".parse().unwrap()));
    assert_eq!((public.origin().as_str(), public.authority()), ("https://push.example", "push.example"));
}

#[test]
fn a_name_leads_to_no_house_of_ours() {
    let address = |text: &str| text.parse::<IpAddr>().unwrap();
    for ours in [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert!(!is_public(address(ours)), "{ours}");
    }
    for anybodys in
        ["1.1.1.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1"]
    {
        assert!(is_public(address(anybodys)), "{anybodys}");
    }
}
