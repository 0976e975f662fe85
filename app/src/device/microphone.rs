//! The microphone, recorded piece by piece.

use journal::record::Media;
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AnalyserNode, AudioContext, Blob, BlobEvent, MediaRecorder, MediaRecorderOptions, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

/// How often a piece comes, milliseconds: what is promised of words holds for sound.
const PIECE: i32 = 500;
/// Enough for a voice, and small on a phone's plan.
const BITS: u32 = 32_000;
/// What browsers record, the best first.
const TYPES: [&str; 4] = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"];

/// Why nothing can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MicrophoneError {
    /// The person, or the phone, said no.
    #[error("not allowed")]
    Refused,
    /// There is none, or another app has it.
    #[error("no microphone")]
    Missing,
    /// This browser does not record.
    #[error("cannot record")]
    Unable,
}

/// A recording that is going on. Dropped, the microphone is off.
pub struct Recorder {
    machine: MediaRecorder,
    stream: MediaStream,
    media: Media,
    level: Option<(AudioContext, AnalyserNode)>,
    _on_piece: Closure<dyn FnMut(BlobEvent)>,
    _on_end: Closure<dyn FnMut()>,
}

impl Recorder {
    /// Asks for the microphone and begins. `on_end` comes after the last piece, however it ends.
    pub async fn start(
        mut on_piece: impl FnMut(Blob) + 'static,
        on_end: impl FnMut() + 'static,
    ) -> Result<Self, MicrophoneError> {
        let navigator = web_sys::window().ok_or(MicrophoneError::Unable)?.navigator();
        // Absent outside of a secure context, whatever the type says.
        let devices = navigator.media_devices().map_err(|_| MicrophoneError::Unable)?;
        if devices.is_undefined() {
            return Err(MicrophoneError::Unable);
        }
        let constraints = MediaStreamConstraints::new();
        constraints.set_audio_bool(true);
        let asked =
            devices.get_user_media_with_constraints(&constraints).map_err(|_| MicrophoneError::Unable)?;
        let stream: MediaStream = JsFuture::from(asked).await.map_err(|error| why(&error))?.unchecked_into();
        let wanted = TYPES.into_iter().find(|kind| MediaRecorder::is_type_supported(kind));
        let options = MediaRecorderOptions::new();
        options.set_audio_bits_per_second(BITS);
        if let Some(wanted) = wanted {
            options.set_mime_type(wanted);
        }
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options);
        let Ok(recorder) = recorder else {
            silence(&stream);
            return Err(MicrophoneError::Unable);
        };
        let on_piece = Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
            if let Some(blob) = event.data().filter(|blob| blob.size() > 0.0) {
                on_piece(blob);
            }
        });
        let on_end = Closure::<dyn FnMut()>::new(on_end);
        recorder.set_ondataavailable(Some(on_piece.as_ref().unchecked_ref()));
        recorder.set_onstop(Some(on_end.as_ref().unchecked_ref()));
        if recorder.start_with_time_slice(PIECE).is_err() {
            silence(&stream);
            return Err(MicrophoneError::Unable);
        }
        let media = Media::from_mime(&recorder.mime_type()).or_else(|| Media::from_mime(wanted?));
        let media = media.ok_or(MicrophoneError::Unable)?;
        let level = listen(&stream);
        Ok(Self { machine: recorder, stream, media, level, _on_piece: on_piece, _on_end: on_end })
    }

    /// What it is recorded as.
    pub const fn media(&self) -> Media {
        self.media
    }

    /// Stops for a while.
    pub fn pause(&self) {
        // One that has ended cannot be paused, and need not.
        drop(self.machine.pause());
    }

    /// Goes on.
    pub fn go_on(&self) {
        drop(self.machine.resume());
    }

    /// Ends it: the last piece comes, then the end.
    pub fn stop(&self) {
        drop(self.machine.stop());
        silence(&self.stream);
    }

    /// How loud it is just now, 0 to 1.
    pub fn level(&self) -> f32 {
        let Some((_, analyser)) = &self.level else { return 0.0 };
        let mut samples = [0_f32; 512];
        analyser.get_float_time_domain_data(&mut samples);
        let loudest = samples.iter().fold(0_f32, |loudest, sample| loudest.max(sample.abs()));
        loudest.min(1.0)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.machine.set_ondataavailable(None);
        self.machine.set_onstop(None);
        silence(&self.stream);
        if let Some((context, _)) = &self.level {
            // One that is closed already is closed.
            drop(context.close());
        }
    }
}

/// The phone shows that nobody listens any more.
fn silence(stream: &MediaStream) {
    let tracks: Array = stream.get_tracks();
    for track in tracks.iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

fn listen(stream: &MediaStream) -> Option<(AudioContext, AnalyserNode)> {
    let context = AudioContext::new().ok()?;
    let source = context.create_media_stream_source(stream).ok()?;
    let analyser = context.create_analyser().ok()?;
    source.connect_with_audio_node(&analyser).ok()?;
    Some((context, analyser))
}

fn why(error: &wasm_bindgen::JsValue) -> MicrophoneError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => MicrophoneError::Refused,
        Some("NotFoundError" | "NotReadableError") => MicrophoneError::Missing,
        _ => MicrophoneError::Unable,
    }
}
