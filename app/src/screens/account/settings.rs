//! The settings, in a few groups.

mod home;
pub mod pick;
mod version;

use journal::record::{Light, Settings as Body, TextSize};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::A;
use wire::login::Role;

use self::{
    pick::{Choice, Pick, Select},
    version::Version,
};
use crate::{
    device::{clock, help},
    screens::parts::{Still, Troubled},
    text::{frame, keeping::passcode, offer, reminders, settings as text},
    vault::{Trouble, Vault, use_vault},
};

/// Minutes out of sight.
const HIDDEN: [u16; 4] = [0, 1, 5, 15];
/// Minutes untouched.
const IDLE: [u16; 4] = [5, 15, 30, 60];

/// The settings as they are, and how to change them.
#[derive(Clone, Copy)]
struct Now {
    vault: Vault,
    body: Memo<Body>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Now {
    fn is<T: Send + Sync + 'static>(self, of: impl Fn(&Body) -> T + Send + Sync + 'static) -> Signal<T> {
        Signal::derive(move || self.body.with(&of))
    }

    fn set(self, change: impl FnOnce(&mut Body)) {
        self.trouble.set(self.vault.set(change).err());
    }
}

/// The screen.
#[component]
pub fn Settings() -> impl IntoView {
    let vault = use_vault();
    let now = Now { vault, body: Memo::new(move |_| vault.settings()), trouble: RwSignal::new(None) };
    view! {
        <Still back="/app/you".to_owned() back_label=frame::you()>
            <h1>{text::title()}</h1>
            <p>{text::lead()}</p>
            <Troubled trouble=now.trouble />
            {looks(now).into_any()}
            {place(now).into_any()}
            {reminders(now).into_any()}
            {writing(now)}
            {locking(now).into_any()}
            {leaving(now).into_any()}
            <Version />
        </Still>
    }
}

fn looks(now: Now) -> impl IntoView {
    let lights = vec![
        (Light::Device, text::as_device()),
        (Light::Light, text::bright()),
        (Light::Dark, text::dark()),
        (Light::Dim, text::dim()),
    ];
    let sizes = vec![
        (TextSize::Usual, text::usual()),
        (TextSize::Large, text::large()),
        (TextSize::Larger, text::larger()),
        (TextSize::Largest, text::largest()),
    ];
    view! {
        <section class="settings">
            <h2>{text::looks()}</h2>
            <Pick
                name="light"
                label=text::light()
                options=lights
                chosen=now.is(|body| body.light)
                on_pick=Callback::new(move |light| now.set(|body| body.light = light))
                help=text::dim_help()
            />
            <Pick
                name="size"
                label=text::size()
                options=sizes
                chosen=now.is(|body| body.text)
                on_pick=Callback::new(move |size| now.set(|body| body.text = size))
            />
            <Choice
                label=text::still()
                help=text::still_help()
                on=now.is(|body| body.still)
                on_change=Callback::new(move |on| now.set(|body| body.still = on))
            />
            <Choice
                label=text::left()
                help=text::left_help()
                on=now.is(|body| body.left_hand)
                on_change=Callback::new(move |on| now.set(|body| body.left_hand = on))
            />
        </section>
    }
}

fn place(now: Now) -> impl IntoView {
    let usual = text::countries().map(|(code, name)| (code.to_owned(), name.to_owned()));
    let known = RwSignal::new(usual.to_vec());
    spawn_local(async move {
        let Some(found) = help::countries().await else { return };
        // The operator may have added some. Where nothing differs, nobody's list is taken from under their finger.
        if known.try_with_untracked(|shown| *shown != found).unwrap_or_default() {
            let _gone = known.try_set(found);
        }
    });
    let options = move || {
        let by_language = (String::new(), text::by_language().to_owned());
        std::iter::once(by_language).chain(known.get()).collect::<Vec<_>>()
    };
    let pick = Callback::new(move |code: String| {
        now.set(|body| body.country = Some(code).filter(|code| !code.is_empty()));
    });
    view! {
        <section class="settings">
            <h2>{text::place()}</h2>
            {move || {
                view! {
                    <Select
                        id="country"
                        label=text::country()
                        options=options()
                        chosen=now.is(|body| body.country.clone().unwrap_or_default())
                        on_pick=pick
                        help=text::country_help()
                    />
                }
            }}
            <p>{text::zone()} ": " <strong>{clock::zone()}</strong></p>
        </section>
    }
}

fn reminders(now: Now) -> impl IntoView {
    let is_client = now.vault.who_now().is_some_and(|who| who.role == Role::Client);
    let title = if is_client { reminders::title() } else { reminders::urgent() };
    view! {
        <section class="settings">
            <h2>{title}</h2>
            <p>
                <A href="/app/settings/reminders">{if is_client { reminders::line() } else { reminders::urgent_show() }}</A>
            </p>
        </section>
    }
}

/// A client's alone: a therapist writes no pages.
fn writing(now: Now) -> AnyView {
    if now.vault.who_now().is_none_or(|who| who.role != Role::Client) {
        return ().into_any();
    }
    view! {
        <section class="settings">
            <h2>{offer::writing()}</h2>
            <Choice
                label=offer::setting()
                help=offer::setting_help()
                on=now.is(|body| body.offers_help)
                on_change=Callback::new(move |on| now.set(|body| body.offers_help = on))
            />
        </section>
    }
    .into_any()
}

fn locking(now: Now) -> impl IntoView {
    let minutes = |list: [u16; 4]| list.map(|minutes| (minutes.to_string(), text::after(minutes))).to_vec();
    let typed = |minutes: String, set: fn(&mut Body, u16), now: Now| {
        if let Ok(minutes) = minutes.parse() {
            now.set(|body| set(body, minutes));
        }
    };
    view! {
        <section class="settings">
            <h2>{text::locking()}</h2>
            <p class="quiet">{text::locking_help()}</p>
            <Select
                id="hidden"
                label=text::hidden()
                options=minutes(HIDDEN)
                chosen=now.is(|body| body.hidden_minutes.to_string())
                on_pick=Callback::new(move |value| typed(value, |body, minutes| body.hidden_minutes = minutes, now))
            />
            <Select
                id="idle"
                label=text::idle()
                options=minutes(IDLE)
                chosen=now.is(|body| body.idle_minutes.to_string())
                on_pick=Callback::new(move |value| typed(value, |body, minutes| body.idle_minutes = minutes, now))
            />
            <p>
                <A href="/app/privacy/passcode">{passcode::title()}</A>
            </p>
        </section>
    }
}

fn leaving(now: Now) -> impl IntoView {
    view! {
        <section class="settings">
            <h2>{text::leaving()}</h2>
            <Choice
                label=text::exit()
                help=text::exit_help()
                on=now.is(|body| body.quick_exit)
                on_change=Callback::new(move |on| now.set(|body| body.quick_exit = on))
            />
        </section>
    }
}
