//! A link for somebody, and the links that wait.

mod colleagues;
mod link;
mod list;

use leptos::prelude::*;

use self::{colleagues::Colleagues, link::LinkLeaf, list::List};
use super::invitations::use_invitations;
use crate::{
    device::focus,
    screens::parts::{Action, Busy, Field, Frame, SyncLine, Troubled},
    text::{cover, therapist::invite as text},
    vault::use_vault,
};

/// A link that is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    called: String,
    link: String,
}

impl Shown {
    /// Puts it on the screen, and the reader there.
    fn show(self, shown: RwSignal<Option<Self>>) {
        shown.set(Some(self));
        focus::on(link::TITLE_ID);
    }
}

/// Making, showing and withdrawing invitations.
#[component]
pub fn InvitePage() -> impl IntoView {
    let invitations = use_invitations();
    let shown = RwSignal::new(None::<Shown>);
    view! {
        <Frame>
            <h1>{text::title()}</h1>
            {move || match shown.get() {
                Some(Shown { called, link }) => {
                    let done = Callback::new(move |()| {
                        shown.set(None);
                        focus::on("called");
                    });
                    let lines = vec![
                        format!("{} {}", text::what(), text::how_long()),
                        text::whole().into(),
                        text::how().into(),
                        cover::for_colleague_link().into(),
                    ];
                    view! { <LinkLeaf title=text::link_for(&called) lines link done /> }.into_any()
                }
                None => view! { <Make shown /> }.into_any(),
            }}
            <List invitations shown />
            <Colleagues />
            <SyncLine />
        </Frame>
    }
}

#[component]
fn Make(shown: RwSignal<Option<Shown>>) -> impl IntoView {
    let vault = use_vault();
    let called = RwSignal::new(String::new());
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = called.get_untracked().trim().to_owned();
        if typed.is_empty() {
            focus::on("called");
            return;
        }
        busy.start(async move {
            let link = vault.invite(&typed).await?;
            Shown { called: typed, link }.show(shown);
            Ok(())
        });
    };
    view! {
        <form on:submit=submit>
            <Field id="called" label=text::for_whom() value=called help=text::for_whom_help() />
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <Action label=text::make() waiting=text::making() busy=busy.now />
            </div>
            <p class="quiet">{cover::for_colleague()}</p>
        </form>
    }
}
