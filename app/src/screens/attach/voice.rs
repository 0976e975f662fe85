//! A voice note: record, pause, done. Each half second is kept before the next one comes.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use chrono::{DateTime, Duration, FixedOffset};
use leptos::{html::Dialog, prelude::*, task::spawn_local};
use wire::ids::RecordId;

use crate::{
    device::{
        clock, media,
        microphone::{MicrophoneError, Recorder},
        presence,
    },
    screens::{
        client::NotLive,
        parts::{Busy, Icon, Shape, Troubled},
    },
    text::{
        attach::{speak, voice as words},
        client::today::not_now,
    },
    vault::{Growing, Trouble, Vault, use_vault},
};

/// The longest voice note.
const LONGEST: Duration = Duration::minutes(5);
/// Room that must be there before a recording begins, bytes: the longest one, twice.
const ROOM: f64 = 6e6;
/// How often the screen looks at the time and the loudness, milliseconds.
const TICK: u32 = 100;

/// A button that opens the recorder.
#[component]
pub fn Voice(
    /// The entry it belongs to.
    entry: RecordId,
    /// Called before anything is kept, so that the entry itself is there.
    on_begin: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="chip" on:click=move |_| open.set(true)>
            <Icon shape=Shape::Voice />
            {speak()}
        </button>
        {move || open.get().then(|| view! { <Over entry on_begin open /> })}
    }
}

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Ready,
    Recording,
    Paused,
    Ending,
    /// It was as long as one may be, ended by itself, and is kept.
    Full,
}

impl Stage {
    /// Whether nothing more is taken.
    const fn is_over(self) -> bool {
        matches!(self, Self::Ready | Self::Full)
    }
}

/// What came from the microphone and is not kept yet, in order.
enum Heard {
    Piece(web_sys::Blob, u32),
    End,
}

/// The recorder behind the screen.
#[derive(Clone, Copy)]
struct Taking {
    vault: Vault,
    stage: RwSignal<Stage>,
    /// How long it is so far.
    length: RwSignal<Duration>,
    level: RwSignal<f32>,
    trouble: RwSignal<Option<Trouble>>,
    microphone: RwSignal<Option<MicrophoneError>>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
    /// Called before anything is kept.
    on_begin: Callback<()>,
    /// Called when everything is kept and nobody needs to be told.
    on_kept: Callback<()>,
}

#[derive(Default)]
struct Inner {
    recorder: Option<Recorder>,
    growing: Option<Growing>,
    heard: VecDeque<Heard>,
    pumping: bool,
    pieces: u32,
    before: Duration,
    since: Option<DateTime<FixedOffset>>,
    /// Whether it was as long as one may be.
    full: bool,
}

impl Inner {
    fn length(&self) -> Duration {
        self.before + self.since.map_or(Duration::zero(), |since| clock::now() - since)
    }
}

impl Taking {
    fn new(vault: Vault, on_begin: Callback<()>, on_kept: Callback<()>) -> Self {
        let taking = Self {
            vault,
            stage: RwSignal::new(Stage::Ready),
            length: RwSignal::new(Duration::zero()),
            level: RwSignal::new(0.0),
            trouble: RwSignal::new(None),
            microphone: RwSignal::new(None),
            inner: StoredValue::new_local(Rc::default()),
            on_begin,
            on_kept,
        };
        // However the screen goes, what was said is kept.
        on_cleanup(move || taking.stop());
        taking
    }

    fn handle(self) -> Rc<RefCell<Inner>> {
        self.inner.get_value()
    }

    fn is_gone(self) -> bool {
        self.stage.try_get_untracked().is_none()
    }

    async fn begin(self, entry: RecordId) -> Result<(), Trouble> {
        self.microphone.set(None);
        if !media::has_room(ROOM).await {
            return Err(Trouble::Full);
        }
        let inner = self.handle();
        let (heard, ended) = (inner.clone(), inner.clone());
        let started = Recorder::start(
            move |piece| {
                let millis = heard.borrow().length().num_milliseconds();
                let millis = u32::try_from(millis).unwrap_or(u32::MAX);
                heard.borrow_mut().heard.push_back(Heard::Piece(piece, millis));
                self.pump(&heard);
            },
            move || {
                ended.borrow_mut().heard.push_back(Heard::End);
                self.pump(&ended);
            },
        )
        .await;
        let recorder = match started {
            Ok(recorder) => recorder,
            Err(error) => {
                self.microphone.set(Some(error));
                return Ok(());
            }
        };
        // Whoever left while the browser asked wants nothing to be heard: what goes out of reach is silent.
        if self.is_gone() {
            return Ok(());
        }
        self.on_begin.run(());
        let growing = self.vault.begin_recording(entry, recorder.media()).await?;
        {
            let mut inner = inner.borrow_mut();
            inner.recorder = Some(recorder);
            inner.growing = Some(growing);
            inner.since = Some(clock::now());
        }
        self.pump(&inner);
        if self.stage.try_set(Stage::Recording).is_some() {
            // The screen went in between: the few sounds that were kept become whole, and nothing more is taken.
            if let Some(recorder) = &inner.borrow().recorder {
                recorder.stop();
            }
            return Ok(());
        }
        spawn_local(async move {
            loop {
                clock::sleep(TICK).await;
                if self.stage.try_get_untracked().is_none_or(Stage::is_over) {
                    break;
                }
                self.tick(&inner);
            }
        });
        Ok(())
    }

    fn tick(self, inner: &Rc<RefCell<Inner>>) {
        // The microphone hears on in a pause; nothing of it is taken, and the ring shows that.
        let is_taken = self.stage.try_get_untracked() == Some(Stage::Recording);
        if is_taken {
            presence::is_here();
        }
        let (length, level) = {
            let inner = inner.borrow();
            let recorder = inner.recorder.as_ref().filter(|_| is_taken);
            (inner.length(), recorder.map_or(0.0, Recorder::level))
        };
        // The screen may be gone.
        let _gone = self.length.try_set(length);
        let _gone = self.level.try_set(level);
        if length >= LONGEST && self.stage.try_get_untracked() != Some(Stage::Ending) {
            inner.borrow_mut().full = true;
            self.stop();
        }
    }

    fn pause(self) {
        let inner = self.handle();
        let mut inner = inner.borrow_mut();
        inner.before = inner.length();
        inner.since = None;
        if let Some(recorder) = &inner.recorder {
            recorder.pause();
        }
        self.stage.set(Stage::Paused);
    }

    fn go_on(self) {
        let inner = self.handle();
        let mut inner = inner.borrow_mut();
        inner.since = Some(clock::now());
        if let Some(recorder) = &inner.recorder {
            recorder.go_on();
        }
        self.stage.set(Stage::Recording);
    }

    fn stop(self) {
        let Some(inner) = self.inner.try_get_value() else { return };
        let mut inner = inner.borrow_mut();
        inner.before = inner.length();
        inner.since = None;
        if let Some(recorder) = &inner.recorder {
            recorder.stop();
            let _gone = self.stage.try_set(Stage::Ending);
        }
    }

    /// Keeps what was heard, one after the other; it goes on when the screen is gone.
    fn pump(self, inner: &Rc<RefCell<Inner>>) {
        let ready = inner.borrow().growing.is_some();
        if !ready || std::mem::replace(&mut inner.borrow_mut().pumping, true) {
            return;
        }
        let inner = inner.clone();
        spawn_local(async move {
            loop {
                let next = inner.borrow_mut().heard.pop_front();
                let (Some(next), Some(growing)) = (next, inner.borrow().growing.clone()) else { break };
                if let Err(trouble) = self.keep(&inner, &growing, next).await {
                    let _gone = self.trouble.try_set(Some(trouble));
                }
            }
            inner.borrow_mut().pumping = false;
        });
    }

    async fn keep(self, inner: &Rc<RefCell<Inner>>, growing: &Growing, heard: Heard) -> Result<(), Trouble> {
        match heard {
            Heard::Piece(blob, millis) => {
                let Some(piece) = media::read(&blob).await else { return Ok(()) };
                let index = inner.borrow().pieces;
                let kept = self.vault.keep_piece(growing, index, millis, &piece).await;
                if let Err(trouble) = kept {
                    // Nothing more is taken that cannot be kept; this piece waits for room.
                    if let Some(recorder) = &inner.borrow().recorder {
                        recorder.stop();
                    }
                    let _gone = self.trouble.try_set(Some(trouble));
                    while self.vault.keep_piece(growing, index, millis, &piece).await.is_err() {
                        clock::sleep(4_000).await;
                    }
                    let _gone = self.trouble.try_set(None);
                }
                inner.borrow_mut().pieces += 1;
            }
            Heard::End => {
                self.vault.end_recording(growing).await?;
                let done = std::mem::take(&mut *inner.borrow_mut());
                let is_full = done.full;
                // Its closures called this: it goes when they have returned.
                spawn_local(async move { drop(done) });
                let _gone = self.stage.try_set(if is_full { Stage::Full } else { Stage::Ready });
                let _gone = self.level.try_set(0.0);
                if !is_full && self.stage.try_get_untracked().is_some() {
                    self.on_kept.run(());
                }
            }
        }
        Ok(())
    }
}

#[component]
fn Over(entry: RecordId, on_begin: Callback<()>, open: RwSignal<bool>) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let taking = Taking::new(use_vault(), on_begin, Callback::new(move |()| open.set(false)));
    let busy = Busy::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            drop(dialog.show_modal());
        }
    });
    let begin = move |_| busy.start(async move { taking.begin(entry).await });
    let closed = move |_| {
        if taking.stage.get_untracked().is_over() {
            open.set(false);
        } else {
            taking.stop();
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get() {
            dialog.close();
        }
    };
    let size = move || format!("{:.1}", 6.0 + 34.0 * taking.level.get().sqrt());
    let actions = move || {
        match taking.stage.get() {
        Stage::Ready => view! {
            <button type="button" class="main" aria-busy=move || busy.now.get().then_some("true") on:click=begin>
                {words::begin()}
            </button>
            <button type="button" class="text" on:click=close>{not_now()}</button>
        }
        .into_any(),
        Stage::Recording => view! {
            <button type="button" class="main" on:click=move |_| taking.stop()>{words::done()}</button>
            <button type="button" class="text" on:click=move |_| taking.pause()>{words::pause()}</button>
        }
        .into_any(),
        Stage::Paused => view! {
            <button type="button" class="main" on:click=move |_| taking.stop()>{words::done()}</button>
            <button type="button" class="text" on:click=move |_| taking.go_on()>{words::go_on()}</button>
        }
        .into_any(),
        Stage::Ending => view! { <p role="status">{words::ending()}</p> }.into_any(),
        Stage::Full => {
            view! { <button type="button" class="main" on:click=close>{words::done()}</button> }.into_any()
        }
    }
    };
    view! {
        <dialog node_ref=dialog class="voice" aria-labelledby="voice-title" on:close=closed>
            <h2 id="voice-title">{words::title()}</h2>
            <p class="quiet">{words::lead()}</p>
            <p class="voice-time">
                <svg viewBox="0 0 80 80" aria-hidden="true">
                    <circle class="voice-ring" cx="40" cy="40" r="39" />
                    <circle class="voice-level" cx="40" cy="40" r=size />
                </svg>
                <span>{move || minutes(taking.length.get().num_milliseconds())}</span>
            </p>
            <p role="status" class="quiet">
                {move || match taking.stage.get() {
                    Stage::Recording => words::recording(),
                    Stage::Paused => words::paused(),
                    Stage::Full => words::longest(),
                    Stage::Ready | Stage::Ending => "",
                }}
            </p>
            <div role="alert" class="trouble">
                {move || taking.microphone.get().map(|error| view! { <p>{why(error)}</p> })}
            </div>
            <Troubled trouble=taking.trouble />
            <Troubled trouble=busy.trouble />
            <div class="actions">{actions}</div>
            <NotLive />
        </dialog>
    }
}

fn why(error: MicrophoneError) -> &'static str {
    match error {
        MicrophoneError::Refused => words::refused(),
        MicrophoneError::Missing => words::missing(),
        MicrophoneError::Unable => words::unable(),
    }
}

/// "1:05".
pub fn minutes(millis: i64) -> String {
    let seconds = millis.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
