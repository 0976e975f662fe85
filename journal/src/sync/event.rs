//! What happens to the machine, and what it asks for.

use wire::{
    ids::{OpId, RecordId, Rev, Seq},
    problem::Code,
    sync::{Item, Operation, Page, Push, Pushed},
};

use super::outbox::Waiting;

/// Why a request did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer arrived. The request may have been carried out.
    Network,
    /// The session ended.
    SignedOut,
    /// The server asked to wait.
    Busy {
        /// Milliseconds.
        wait: u64,
    },
    /// The request was larger than the server takes.
    TooLarge,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The device has a network again, or may have.
    Online,
    /// The device has none.
    Offline,
    /// There is a session again.
    SignedIn,
    /// The server said that something changed.
    Poked,
    /// The person changed a record. Made from [`super::Machine::base_for`], with no other event in between.
    Queued(Operation),
    /// The person paused: send what has queued up.
    Flush,
    /// The person wants what was refused to be tried once more.
    TryRefused,
    /// A page arrived.
    Pulled(Page),
    /// No page arrived.
    PullFailed(Trouble),
    /// A push was answered.
    Answered(Pushed),
    /// A push was not answered.
    PushFailed(Trouble),
    /// The two versions of a [`Action::Resolve`] were merged and sealed upon the server's.
    Resolved {
        /// The operation that was asked about.
        mine: OpId,
        /// Both, upon what was asked. Not to be shown before it is saved as waiting: if something newer came
        /// meanwhile, it is dropped and the question is put again.
        operation: Operation,
    },
    /// A [`Action::Restore`] was sealed.
    Restored {
        /// Which record.
        record: RecordId,
        /// As it was asked.
        over: Rev,
        /// Nothing where ours does not open here: it stays as it is.
        operation: Option<Operation>,
    },
    /// The time asked for with [`Action::WakeIn`] has passed.
    Woke,
}

/// What is to be done, in this order.
#[derive(Clone, Debug)]
pub enum Action {
    /// Write these in one transaction; what follows waits until they are durable.
    Save(Vec<Row>),
    /// Send this, then tell `Answered` or `PushFailed`.
    Push(Push),
    /// Ask for a page, then tell `Pulled` or `PullFailed`.
    Pull {
        /// The place to go on from.
        after: Seq,
        /// The farthest place that this device was told of: a server that has less was put back.
        seen: Seq,
        /// Most records to ask for.
        most: usize,
    },
    /// Show this: it is the newest that the server has and nothing of ours covers it.
    Changed(Item),
    /// Open both, merge, seal on `upon`, tell `Resolved` with the operation id of `mine`. One question a record is
    /// open at a time.
    Resolve {
        /// What the server has.
        current: Item,
        /// The newest of ours.
        mine: Operation,
        /// What ours was made from, where it is still known.
        base: Option<Item>,
        /// The revision of `current`, or a later one that readers may have seen of ours.
        upon: Rev,
    },
    /// The server was put back and lost this state of our own record. Seal it anew, merged with `theirs` where there
    /// is such, on [`super::Machine::base_for`] or on their revision where that is higher, in a higher epoch than both;
    /// of what is gone, a deletion. Then tell `Restored`.
    Restore {
        /// What was confirmed before.
        mine: Item,
        /// What another device wrote without knowing of it.
        theirs: Option<Item>,
        /// The revision that the server has; 0 for none.
        over: Rev,
    },
    /// Tell the person; their words are kept.
    Alarm(Alarm),
    /// Tell `Woke` after so many milliseconds.
    WakeIn(u64),
}

/// Something that an honest server does not do, or cannot accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// An older state of a record than this device has seen; ours is kept.
    OlderRevision(RecordId),
    /// The same revision with other content.
    Altered(RecordId),
    /// A newer revision under an older key.
    LowerEpoch(RecordId),
    /// The server was put back: something that it had is not there, and was handed in again where it is ours.
    FeedWentBack,
    /// The server will never take this operation; it stays on the device.
    Refused(RecordId, Code),
}

/// One line of what the device keeps.
#[derive(Clone, Debug)]
pub enum Row {
    /// How far the feed was read.
    Cursor(Seq),
    /// The last confirmed state of a record, replacing an older one.
    Known(Item),
    /// What waits for one record, replacing what waited.
    Waiting(Waiting),
    /// Nothing waits for this record any more.
    Settled(RecordId),
}

/// All lines, as read when the device starts.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// How far the feed was read.
    pub cursor: Seq,
    /// Confirmed states.
    pub known: Vec<Item>,
    /// The outbox.
    pub waiting: Vec<Waiting>,
}
