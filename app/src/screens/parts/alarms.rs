//! What an honest server would not have done, what it does not take, what does not open, and a way back that is missing.

use journal::sync::Alarm;
use leptos::prelude::*;
use leptos_router::components::A;

use super::{Notice, Refused, Unopened};
use crate::{text::frame::alarm, vault::use_vault};

/// Nothing on every good day.
#[component]
pub fn Alarms() -> impl IntoView {
    let vault = use_vault();
    let put_back = Memo::new(move |_| vault.alarms.with(|alarms| alarms.contains(&Alarm::FeedWentBack)));
    let is_wrong = |alarm: &Alarm| *alarm != Alarm::FeedWentBack;
    let wrong = Memo::new(move |_| vault.alarms.with(|alarms| alarms.iter().any(is_wrong)));
    let is_kit_unkept = Memo::new(move |_| vault.is_kit_unkept());
    let too_long = Memo::new(move |_| vault.too_long());
    view! {
        <div role="alert">
            {move || {
                wrong
                    .get()
                    .then(|| {
                        view! {
                            <Notice urges=true>
                                <p>
                                    <strong>{alarm::title()}</strong>
                                    ". "
                                    {alarm::lead()}
                                </p>
                            </Notice>
                        }
                    })
            }}
            {move || put_back.get().then(|| view! { <Notice urges=true><p>{alarm::put_back()}</p></Notice> })}
            <Refused />
        </div>
        {move || {
            is_kit_unkept
                .get()
                .then(|| {
                    view! {
                        <Notice urges=true>
                            <p>{alarm::kit()}</p>
                            <p>
                                <A href="/app/privacy/kit">{alarm::kit_go()}</A>
                            </p>
                        </Notice>
                    }
                })
        }}
        {move || (too_long.get() > 0).then(|| view! { <Notice urges=true><p>{alarm::too_long(too_long.get())}</p></Notice> })}
        <Unopened />
    }
}
