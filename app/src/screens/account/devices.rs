//! Signed-in devices, and how to end one.

use leptos::{prelude::*, task::spawn_local};
use wire::devices::Device;

use crate::{
    screens::parts::{Busy, Rows, Still, Troubled, day_and_time},
    text::{account::you, keeping::privacy},
    vault::use_vault,
};

/// The list.
#[component]
pub fn Devices() -> impl IntoView {
    let vault = use_vault();
    let list = RwSignal::new(None::<Vec<Device>>);
    let asked = RwSignal::new(false);
    let busy = Busy::new();
    let load = move || {
        spawn_local(async move {
            if let Ok(found) = vault.devices().await {
                drop(list.try_set(Some(found)));
            }
            let _gone = asked.try_set(true);
        });
    };
    load();
    let row = move |device: Device| {
        let (session, this) = (device.session, device.this);
        let end = move |_| {
            busy.start(async move {
                vault.end_device(session).await?;
                load();
                Ok(())
            });
        };
        let seen =
            if this { you::this().to_owned() } else { you::seen(&day_and_time(device.seen.fixed_offset())) };
        view! {
            <li class="row-plain">
                <span class="row-title">{device.device}</span>
                <span class="quiet">{seen}</span>
                <span class="quiet">{you::since(&day_and_time(device.since.fixed_offset()))}</span>
                {(!this).then(|| view! { <button type="button" class="text" on:click=end>{you::end()}</button> })}
            </li>
        }
        .into_any()
    };
    let is_known = Memo::new(move |_| list.with(Option::is_some));
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            <h1>{you::devices()}</h1>
            <p>{you::devices_lead()}</p>
            <Troubled trouble=busy.trouble />
            {move || {
                if is_known.get() {
                    view! {
                        <ul class="rows">
                            <Rows each=move || list.get().unwrap_or_default() key=|device| device.session row />
                        </ul>
                    }
                        .into_any()
                } else {
                    let line = if asked.get() { you::devices_offline() } else { you::devices_asking() };
                    view! { <p class="quiet" role="status">{line}</p> }.into_any()
                }
            }}
        </Still>
    }
}
