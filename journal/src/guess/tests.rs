use proptest::prelude::*;

use super::*;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

#[test]
fn a_few_slips_cost_nothing_then_it_gets_slow_and_then_it_is_over() {
    let (mut tries, mut now, mut waits) = (Tries::default(), 0, Vec::new());
    while tries.may(at(now)) != May::Never {
        if let May::Wait(wait) = tries.may(at(now)) {
            waits.push(wait.num_seconds());
            now += wait.num_seconds();
        }
        assert_eq!(tries.may(at(now)), May::Try);
        tries = tries.counted(at(now));
    }
    assert_eq!(waits, [15, 30, 60, 120, 240, 480]);
}

#[test]
fn a_clock_that_was_set_back_gives_no_free_try() {
    let tries = (0..6).fold(Tries::default(), |tries, _| tries.counted(at(0)));
    assert_eq!(tries.may(at(-1_000_000)), May::Wait(Duration::seconds(60)));
    assert_eq!(tries.may(at(60)), May::Try);
}

#[test]
fn a_code_that_everybody_tries_first_is_none() {
    for bad in ["", "12345", "123456", "654321", "000000", "aaaaaaa", "abcdefg", "héron", "890123", "210987"]
    {
        assert!(!is_fit(bad), "{bad}");
    }
    for good in ["719304", "112233", "heron7", "garça7"] {
        assert!(is_fit(good), "{good}");
    }
}

#[test]
fn a_password_that_everybody_tries_first_is_easy() {
    for easy in [
        "aaaaaaaaaaaa",
        "123456789012",
        "0987654321098",
        "abcdefghijkl",
        "121212121212",
        "abcdabcdabcd",
        "password1234",
        "PasswordPassword",
        "P@ssw0rd!2024",
        "1q2w3e4r5t6y",
        "1qaz2wsx3edc",
        "qwertyuiop[]\\",
        "I love you 2024",
        "correct horse battery staple",
        "contraseña 123",
        "tequieromucho",
    ] {
        assert!(is_easy(easy), "{easy}");
    }
    for good in [
        "four plain words here",
        "río piedra lámpara",
        "719304882613",
        "sunshine-teapot",
        "ñandú ñandú ñandu",
    ] {
        assert!(!is_easy(good), "{good}");
    }
}

proptest! {
    #[test]
    fn whatever_the_clock_says_there_are_ten_tries(times in proptest::collection::vec(-1_000_000..1_000_000_i64, 0..60)) {
        let mut tries = Tries::default();
        let mut made = 0;
        for time in times {
            if tries.may(at(time)) == May::Try {
                tries = tries.counted(at(time));
                made += 1;
            }
        }
        prop_assert!(made <= 10);
    }
}
