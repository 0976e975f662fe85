//! Questions to the sign-in worker. One worker for one errand: it is ended with it, and what it knew is gone.

use std::{cell::RefCell, rc::Rc};

use futures_channel::oneshot;
use signin::ask::{Answer, Ask};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// The worker did not come up or broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sign-in worker did not answer")]
pub struct WorkerError;

type Reply = Rc<RefCell<Option<oneshot::Sender<Option<String>>>>>;

/// A running worker.
pub struct SignInWorker {
    worker: Worker,
    reply: Reply,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl SignInWorker {
    /// Starts one and waits until it listens.
    pub async fn start() -> Result<Self, WorkerError> {
        let document = web_sys::window().and_then(|window| window.document()).ok_or(WorkerError)?;
        let meta = document.query_selector("meta[name=signin-worker]").ok().flatten().ok_or(WorkerError)?;
        let address = meta.get_attribute("content").ok_or(WorkerError)?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address, &options).map_err(|_| WorkerError)?;
        let reply: Reply = Rc::default();
        let heard = reply.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(waiting) = heard.borrow_mut().take() {
                drop(waiting.send(event.data().as_string()));
            }
        });
        let broken = reply.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| drop(broken.borrow_mut().take()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let started = Self { worker, reply, _on_message: on_message, _on_error: on_error };
        started.next_message().await?;
        Ok(started)
    }

    /// One question at a time.
    pub async fn ask(&self, ask: &Ask) -> Result<Answer, WorkerError> {
        let text = serde_json::to_string(ask).map_err(|_| WorkerError)?;
        self.worker.post_message(&text.into()).map_err(|_| WorkerError)?;
        let answer = self.next_message().await?;
        serde_json::from_str(&answer).map_err(|_| WorkerError)
    }

    async fn next_message(&self) -> Result<String, WorkerError> {
        let (send, heard) = oneshot::channel();
        self.reply.replace(Some(send));
        heard.await.ok().flatten().ok_or(WorkerError)
    }
}

impl Drop for SignInWorker {
    fn drop(&mut self) {
        // An event that is on its way must not find the closures gone.
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
