//! Signed-in devices, and how to end one.

use leptos::{prelude::*, task::spawn_local};
use wire::devices::Device;

use crate::{
    screens::parts::{Busy, Troubled, day_and_time},
    text::account::you,
    vault::use_vault,
};

/// The list.
#[component]
pub fn Devices() -> impl IntoView {
    let vault = use_vault();
    let list = RwSignal::new(None::<Vec<Device>>);
    let busy = Busy::new();
    let load = move || {
        spawn_local(async move {
            if let Ok(found) = vault.devices().await {
                drop(list.try_set(Some(found)));
            }
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
        view! {
            <li class="row-plain">
                <span>{device.device}</span>
                <span class="quiet">
                    {if this { you::this().to_owned() } else { you::seen(&day_and_time(device.seen.fixed_offset())) }}
                </span>
                {(!this).then(|| view! { <button type="button" class="text" on:click=end>{you::end()}</button> })}
            </li>
        }
    };
    view! {
        <h2>{you::devices()}</h2>
        {move || match list.get() {
            Some(devices) => view! { <ul class="rows">{devices.into_iter().map(row).collect_view()}</ul> }.into_any(),
            None => view! { <p class="quiet">{you::devices_offline()}</p> }.into_any(),
        }}
        <Troubled trouble=busy.trouble />
    }
}
