//! What an honest server would not have done, and what does not open.

use journal::sync::Alarm;
use leptos::prelude::*;

use crate::{
    screens::parts::{Notice, Unopened},
    text::frame::alarm,
    vault::use_vault,
};

/// Nothing on every good day.
#[component]
pub fn Alarms() -> impl IntoView {
    let vault = use_vault();
    let is_refused = |alarm: &Alarm| matches!(alarm, Alarm::Refused(..));
    let refused = Memo::new(move |_| vault.alarms.with(|alarms| alarms.iter().any(is_refused)));
    let wrong = Memo::new(move |_| vault.alarms.with(|alarms| alarms.iter().any(|alarm| !is_refused(alarm))));
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
            {move || refused.get().then(|| view! { <Notice urges=true><p>{alarm::refused()}</p></Notice> })}
        </div>
        {move || (too_long.get() > 0).then(|| view! { <Notice urges=true><p>{alarm::too_long(too_long.get())}</p></Notice> })}
        <Unopened />
    }
}
