//! What is on its way: no session gets the same thing twice at once, and whoever stops can wait for the rest.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;
use wire::{ids::SessionId, push::Nudge};

type What = (SessionId, Nudge);

/// All that is on its way.
#[derive(Clone)]
pub struct UnderWay {
    nudges: Arc<Mutex<HashSet<What>>>,
    many: watch::Sender<usize>,
}

impl Default for UnderWay {
    fn default() -> Self {
        Self { nudges: Arc::default(), many: watch::channel(0).0 }
    }
}

impl UnderWay {
    /// Something begins; it has ended when this is dropped.
    pub fn begin(&self) -> Begun {
        self.count(None)
    }

    /// A nudge begins, unless the same one is on its way to this session.
    pub fn take(&self, session: SessionId, nudge: Nudge) -> Option<Begun> {
        let what = (session, nudge);
        let first = self.nudges.lock().unwrap_or_else(PoisonError::into_inner).insert(what);
        first.then(|| self.count(Some(what)))
    }

    fn count(&self, what: Option<What>) -> Begun {
        self.many.send_modify(|many| *many += 1);
        Begun { all: self.clone(), what }
    }

    /// Waits until nothing is on its way.
    pub async fn settled(&self) {
        // The sender is here, so it cannot be gone.
        drop(self.many.subscribe().wait_for(|many| *many == 0).await);
    }
}

/// Something that is on its way.
pub struct Begun {
    all: UnderWay,
    what: Option<What>,
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some(what) = self.what {
            self.all.nudges.lock().unwrap_or_else(PoisonError::into_inner).remove(&what);
        }
        self.all.many.send_modify(|many| *many -= 1);
    }
}
