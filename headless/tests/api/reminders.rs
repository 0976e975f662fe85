//! Moments that come, once, and those that do not.

use chrono::{DateTime, Duration, Utc};
use headless::http::Http;
use wire::{
    limits::REMINDER_DAYS,
    problem::Code,
    push::{PushKey, Reminders},
};

use crate::{
    accounts::assert_code,
    on_both,
    push::{Nudged, subscribed},
    support::{app, push::Browser},
};

on_both!(
    a_moment_that_has_come_reaches_each_device_once,
    a_moment_outlives_a_restart_and_comes_no_second_time,
    a_moment_that_was_missed_by_hours_is_dropped,
    moments_are_few_ahead_and_replaced_as_a_whole,
    two_moments_of_two_people_go_to_each_their_own,
);

async fn remind(http: &Http, at: &[DateTime<Utc>]) {
    http.put_empty("/reminders", &Reminders { at: at.to_vec() }).await.unwrap();
}

async fn a_moment_that_has_come_reaches_each_device_once(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mira, _) = world.therapist("mira").await;
    let tablet = world.token_of(mira.keyring().account(), "tablet").await;
    let tablet = world.http.clone().with_token(Some(tablet));
    let (phones, tablets) = (Browser::new(&service.origin, "phone"), Browser::new(&service.origin, "tablet"));
    subscribed(mira.http(), &phones).await;
    subscribed(&tablet, &tablets).await;
    let hour = Duration::hours(1);
    remind(mira.http(), &[clock.now() + hour, clock.now() + hour * 2]).await;
    clock.forward(hour - Duration::seconds(1));
    world.nudge().await;
    assert!(service.heard().is_empty(), "a nudge before its moment");

    clock.forward(Duration::seconds(1));
    world.nudge().await;
    let heard = service.heard();
    let [phone, there] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!((phone.path.as_str(), there.path.as_str()), ("/phone", "/tablet"));
    for (browser, heard) in [(&phones, phone), (&tablets, there)] {
        assert_eq!(browser.open(heard), r#"{"kind":"moment"}"#);
        assert_eq!((heard.header("ttl"), heard.header("urgency")), ("10800", "normal"));
        assert!(heard.headers.contains_key("topic") && heard.header("host") == &service.origin[7..]);
        let key: PushKey = mira.http().get("/push/key").await.unwrap();
        assert_eq!(heard.checked(&service, clock.now()), key.key);
    }
    assert_eq!(mira.http().get::<Reminders>("/reminders").await.unwrap().at, [clock.now() + hour]);

    for _ in 0..2 {
        world.nudge().await;
        assert!(service.heard().is_empty(), "the same moment twice");
        clock.forward(Duration::minutes(10));
    }
    // Late, but not too late; what is left of it is said.
    clock.forward(Duration::minutes(100));
    world.nudge().await;
    assert_eq!(service.heard()[0].header("ttl"), "7200");
    assert_eq!(mira.http().get::<Reminders>("/reminders").await.unwrap(), Reminders::default());
}

async fn a_moment_outlives_a_restart_and_comes_no_second_time(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mira, _) = world.therapist("mira").await;
    subscribed(mira.http(), &Browser::new(&service.origin, "phone")).await;
    let hour = Duration::hours(1);
    // Two that came while the server was away are one nudge.
    remind(mira.http(), &[clock.now() + hour, clock.now() + hour * 2]).await;
    clock.forward(hour * 2);
    for expected in [&["/phone"][..], &[]] {
        let again =
            app(&world.store, world.folder.path(), clock.reader()).await.with_push(service.settings());
        again.remind().await.unwrap();
        again.nudged().await;
        assert_eq!(service.paths(), expected);
    }
}

async fn a_moment_that_was_missed_by_hours_is_dropped(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mira, _) = world.therapist("mira").await;
    subscribed(mira.http(), &Browser::new(&service.origin, "phone")).await;
    let hour = Duration::hours(1);
    remind(mira.http(), &[clock.now() + hour]).await;
    clock.forward(hour * 4);
    world.nudge().await;
    clock.forward(-hour);
    world.nudge().await;
    assert!(service.heard().is_empty());
}

async fn moments_are_few_ahead_and_replaced_as_a_whole(engine: &str) {
    let Nudged { world, clock, .. } = Nudged::on(engine).await;
    let (mira, _) = world.therapist("mira").await;
    let at = |hours: i64| clock.now() + Duration::hours(hours);
    let put = async |at: &[DateTime<Utc>]| {
        mira.http().put_empty("/reminders", &Reminders { at: at.to_vec() }).await
    };
    let kept = async || mira.http().get::<Reminders>("/reminders").await.unwrap().at;
    put(&[at(3), at(1), at(3)]).await.unwrap();
    assert_eq!(kept().await, [at(1), at(3)]);
    put(&[at(2), at(REMINDER_DAYS * 24)]).await.unwrap();
    assert_eq!(kept().await, [at(2), at(REMINDER_DAYS * 24)]);
    // What is refused changes nothing.
    assert_code(put(&[at(1), at(2), at(3), at(4)]).await, Code::TooLarge);
    assert_code(put(&[at(1), at(0)]).await, Code::MomentUnfit);
    assert_code(put(&[at(-1)]).await, Code::MomentUnfit);
    assert_code(put(&[at(REMINDER_DAYS * 24 + 1)]).await, Code::MomentUnfit);
    assert_eq!(kept().await, [at(2), at(REMINDER_DAYS * 24)]);
    put(&[]).await.unwrap();
    assert!(kept().await.is_empty());
}

async fn two_moments_of_two_people_go_to_each_their_own(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mira, _) = world.therapist("mira").await;
    let (ben, _) = world.therapist("ben").await;
    subscribed(mira.http(), &Browser::new(&service.origin, "miras")).await;
    subscribed(ben.http(), &Browser::new(&service.origin, "bens")).await;
    remind(mira.http(), &[clock.now() + Duration::hours(1)]).await;
    remind(ben.http(), &[clock.now() + Duration::hours(2)]).await;
    clock.forward(Duration::hours(1));
    world.nudge().await;
    assert_eq!(service.paths(), ["/miras"]);
    clock.forward(Duration::hours(1));
    world.nudge().await;
    assert_eq!(service.paths(), ["/bens"]);
}
