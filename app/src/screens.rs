//! The app behind sign-in: one address a screen.

mod account;
mod attach;
mod client;
mod draft;
mod gate;
mod languages;
mod later;
mod panic;
mod parts;
mod therapist;

use leptos::prelude::*;
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use wire::login::Role;

use self::{
    client::provide_sought,
    gate::{Gate, Only},
    languages::provide_spoken,
    later::{
        Answering, BriefPage, Caseload, CheckIn, Checked, Choose, Compare, CoverPage, Delete, Devices,
        EntryPage, Export, ForSession, Grounding, History, InsightPage, IntentionPage, IntroductionPage,
        InvitePage, Join, Journal, KeepPassage, Measured, Measures, NewCheckIn, NewKit, NotePage, Notes,
        Part, PasscodePage, Password, PlanPage, Privacy, Read, Recover, Reminders, Reread, RulesPage, Safety,
        Settings, Setup, SeveralPage, SharePage, SharedList, SignIn, StepPage, TakeOut, Threads, Today,
        Write, You, sign_in_is_here, warm,
    },
    parts::{Moved, Still, UndoBar, Unremembered},
};
use crate::{
    device::{early, focus, language},
    text::frame,
    vault::{provide_vault, use_vault},
};

/// Mounts into the shell, over its painted skeleton.
pub fn start() {
    panic::watch();
    language::start();
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    focus::look_after(&root);
    // Leptos has its own only once something is mounted.
    spawn_local(async move {
        if let Some(painted) = early::painted(&root) {
            // In between there would be a line that asks to wait.
            sign_in_is_here().await;
            early::hand_over(&root, painted);
        } else {
            root.replace_children_with_node_0();
        }
        leptos::mount::mount_to(root, App).forget();
    });
}

#[component]
fn App() -> impl IntoView {
    warm(provide_vault());
    provide_sought();
    let spoken = provide_spoken().0;
    move || {
        spoken.track();
        view! { <Screens /> }
    }
}

#[component]
fn Screens() -> impl IntoView {
    view! {
        <Unremembered />
        <Router>
            <Routes fallback=NotHere>
                <Route path=path!("/setup") view=Setup />
                <Route path=path!("/join/:invite") view=Join />
                <Route path=path!("/signin") view=SignIn />
                <Route path=path!("/recover") view=Recover />
                <Route path=path!("/app") view=|| view! { <Gate><Home /></Gate> } />
                <Route path=path!("/app/you") view=|| view! { <Gate><You /></Gate> } />
                <Route path=path!("/app/you/plan") view=|| view! { <Gate><Only role=Role::Client><Safety /></Only></Gate> } />
                <Route path=path!("/app/write") view=|| view! { <Gate><Only role=Role::Client><Choose /></Only></Gate> } />
                <Route path=path!("/app/ground") view=|| view! { <Gate><Only role=Role::Client><Grounding /></Only></Gate> } />
                <Route path=path!("/app/settings") view=|| view! { <Gate><Settings /></Gate> } />
                <Route path=path!("/app/settings/reminders") view=|| view! { <Gate><Reminders /></Gate> } />
                <Route path=path!("/app/privacy") view=|| view! { <Gate><Privacy /></Gate> } />
                <Route path=path!("/app/privacy/shared") view=|| view! { <Gate><SharedList /></Gate> } />
                <Route path=path!("/app/privacy/devices") view=|| view! { <Gate><Devices /></Gate> } />
                <Route path=path!("/app/privacy/password") view=|| view! { <Gate><Password /></Gate> } />
                <Route path=path!("/app/privacy/passcode") view=|| view! { <Gate><PasscodePage /></Gate> } />
                <Route path=path!("/app/privacy/kit") view=|| view! { <Gate><NewKit /></Gate> } />
                <Route path=path!("/app/privacy/export") view=|| view! { <Gate><Only role=Role::Client><Export /></Only></Gate> } />
                <Route path=path!("/app/privacy/delete") view=|| view! { <Gate><Delete /></Gate> } />
                <Route path=path!("/app/compare/:account") view=|| view! { <Gate><Compare /></Gate> } />
                <Route path=path!("/app/part/:account") view=|| view! { <Gate><Part /></Gate> } />
                <Route path=path!("/app/write/:id") view=|| view! { <Gate><Only role=Role::Client><Write /></Only></Gate> } />
                <Route path=path!("/app/check-in") view=|| view! { <Gate><Only role=Role::Client><NewCheckIn /></Only></Gate> } />
                <Route path=path!("/app/check-in/:id") view=|| view! { <Gate><Only role=Role::Client><CheckIn /></Only></Gate> } />
                <Route path=path!("/app/checked/:id") view=|| view! { <Gate><Only role=Role::Client><Checked /></Only></Gate> } />
                <Route path=path!("/app/course") view=|| view! { <Gate><Only role=Role::Client><History /></Only></Gate> } />
                <Route path=path!("/app/measures") view=|| view! { <Gate><Only role=Role::Client><Measures /></Only></Gate> } />
                <Route path=path!("/app/measure/:id") view=|| view! { <Gate><Only role=Role::Client><Answering /></Only></Gate> } />
                <Route path=path!("/app/measured/:id") view=|| view! { <Gate><Only role=Role::Client><Measured /></Only></Gate> } />
                <Route path=path!("/app/threads") view=|| view! { <Gate><Only role=Role::Client><Threads /></Only></Gate> } />
                <Route path=path!("/app/intention/:id") view=|| view! { <Gate><Only role=Role::Client><IntentionPage /></Only></Gate> } />
                <Route path=path!("/app/insight/:id") view=|| view! { <Gate><Only role=Role::Client><InsightPage /></Only></Gate> } />
                <Route path=path!("/app/step/:id") view=|| view! { <Gate><Only role=Role::Client><StepPage /></Only></Gate> } />
                <Route path=path!("/app/keep/:id") view=|| view! { <Gate><Only role=Role::Client><KeepPassage /></Only></Gate> } />
                <Route path=path!("/app/journal") view=|| view! { <Gate><Only role=Role::Client><Journal /></Only></Gate> } />
                <Route path=path!("/app/journal/read") view=|| view! { <Gate><Only role=Role::Client><Reread /></Only></Gate> } />
                <Route path=path!("/app/entry/:id") view=|| view! { <Gate><Only role=Role::Client><EntryPage /></Only></Gate> } />
                <Route path=path!("/app/share/:id") view=|| view! { <Gate><Only role=Role::Client><SharePage /></Only></Gate> } />
                <Route path=path!("/app/introduction/:id") view=|| view! { <Gate><Only role=Role::Client><IntroductionPage /></Only></Gate> } />
                <Route path=path!("/app/sharing") view=|| view! { <Gate><Only role=Role::Client><RulesPage /></Only></Gate> } />
                <Route path=path!("/app/share") view=|| view! { <Gate><Only role=Role::Client><SeveralPage /></Only></Gate> } />
                <Route path=path!("/app/session") view=|| view! { <Gate><Only role=Role::Client><ForSession /></Only></Gate> } />
                <Route path=path!("/app/invite") view=|| view! { <Gate><Only role=Role::Therapist><InvitePage /></Only></Gate> } />
                <Route path=path!("/app/client/:account") view=|| view! { <Gate><Only role=Role::Therapist><BriefPage /></Only></Gate> } />
                <Route path=path!("/app/client/:account/plan") view=|| view! { <Gate><Only role=Role::Therapist><PlanPage /></Only></Gate> } />
                <Route path=path!("/app/client/:account/cover") view=|| view! { <Gate><Only role=Role::Therapist><CoverPage /></Only></Gate> } />
                <Route path=path!("/app/client/:account/take-out") view=|| view! { <Gate><Only role=Role::Therapist><TakeOut /></Only></Gate> } />
                <Route path=path!("/app/client/:account/notes") view=|| view! { <Gate><Only role=Role::Therapist><Notes /></Only></Gate> } />
                <Route path=path!("/app/client/:account/note/:id") view=|| view! { <Gate><Only role=Role::Therapist><NotePage /></Only></Gate> } />
                <Route path=path!("/app/client/:account/entry/:id") view=|| view! { <Gate><Only role=Role::Therapist><Read /></Only></Gate> } />
            </Routes>
            <Moved />
            <UndoBar />
        </Router>
    }
}

#[component]
fn Home() -> impl IntoView {
    let vault = use_vault();
    move || match vault.who().map(|who| who.role) {
        Some(Role::Client) => view! { <Today /> }.into_any(),
        Some(Role::Therapist) => view! { <Caseload /> }.into_any(),
        None => ().into_any(),
    }
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Still>
            <h1>{frame::not_here()}</h1>
            <p><a href="/app">{frame::not_here_go()}</a></p>
        </Still>
    }
}
