//! What an honest server would not have done, what it does not take, and what does not open.

use journal::sync::Alarm;
use leptos::prelude::*;

use super::{Notice, Refused, Unopened};
use crate::{text::frame::alarm, vault::use_vault};

/// Nothing on every good day.
#[component]
pub fn Alarms() -> impl IntoView {
    let vault = use_vault();
    let put_back = Memo::new(move |_| vault.alarms.with(|alarms| alarms.contains(&Alarm::FeedWentBack)));
    let is_wrong = |alarm: &Alarm| *alarm != Alarm::FeedWentBack;
    let wrong = Memo::new(move |_| vault.alarms.with(|alarms| alarms.iter().any(is_wrong)));
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
        {move || (too_long.get() > 0).then(|| view! { <Notice urges=true><p>{alarm::too_long(too_long.get())}</p></Notice> })}
        <Unopened />
    }
}
