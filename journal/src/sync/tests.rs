use chrono::DateTime;
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    limits,
    problem::Code,
    sealed::{Sealed, Wrap},
    sync::{Answer, Change, Item, Key, Operation, Outcome, Page, Pushed, State},
};

use super::*;

mod left;
mod merges;
mod slow;

fn me() -> AccountId {
    AccountId::from_random([1; 16])
}

fn record() -> RecordId {
    RecordId::from_random([2; 16])
}

fn operation(number: u8, base: u32) -> Operation {
    Operation {
        op: OpId::from_random([number; 16]),
        record: record(),
        base: Rev(base),
        over: None,
        change: Change::Put {
            epoch: Epoch(0),
            content: Sealed(vec![number]),
            own_wrap: Wrap(Vec::new()),
            grants: Vec::new(),
            urgent: false,
        },
    }
}

fn item(rev: u32, epoch: u32, content: u8) -> Item {
    Item {
        seq: Seq(rev.into()),
        record: record(),
        owner: me(),
        rev: Rev(rev),
        state: State::Present {
            epoch: Epoch(epoch),
            content: Sealed(vec![content]),
            key: Key::Own { wrap: Wrap(Vec::new()), recipients: Vec::new() },
            urgent: false,
            written: DateTime::UNIX_EPOCH,
        },
    }
}

fn page(item: Item) -> Event {
    Event::Pulled(Page { next: Seq(9), more: false, items: vec![item] })
}

fn online() -> Machine {
    let mut machine = Machine::restore(me(), Saved::default());
    machine.on_event(Event::SignedIn);
    machine.on_event(Event::Online);
    machine
}

fn pushed(actions: &[Action]) -> Vec<OpId> {
    actions
        .iter()
        .filter_map(|action| if let Action::Push(push) = action { Some(push) } else { None })
        .flat_map(|push| push.operations.iter().map(|operation| operation.op))
        .collect()
}

fn alarms(actions: &[Action]) -> Vec<Alarm> {
    actions
        .iter()
        .filter_map(|action| if let Action::Alarm(alarm) = action { Some(*alarm) } else { None })
        .collect()
}

fn answer(number: u8, outcome: Outcome) -> Event {
    Event::Answered(Pushed { answers: vec![Answer { op: OpId::from_random([number; 16]), outcome }] })
}

#[test]
fn only_a_feed_read_to_its_end_counts_as_current() {
    let mut machine = online();
    assert!(!machine.is_current(), "the first page is still asked for");
    machine.on_event(Event::Pulled(Page { next: Seq(4), more: true, items: vec![item(1, 0, 1)] }));
    assert!(!machine.is_current(), "there is more");
    machine.on_event(Event::Pulled(Page { next: Seq(9), more: false, items: Vec::new() }));
    assert!(machine.is_current());
    machine.on_event(Event::Poked);
    assert!(!machine.is_current(), "something changed that was not read yet");
    machine.on_event(Event::PullFailed(Trouble::SignedOut));
    machine.on_event(Event::SignedIn);
    machine.on_event(Event::PullFailed(Trouble::Network));
    assert!(!machine.is_current(), "much may have happened while signed out");
}

#[test]
fn after_each_gap_in_the_line_it_has_caught_up_only_once_the_feed_was_read_to_its_end() {
    let to_the_end = || Event::Pulled(Page { next: Seq(9), more: false, items: Vec::new() });
    let mut machine = online();
    assert!(!machine.has_caught_up(), "a first sign-in has everything before it");
    machine.on_event(to_the_end());
    machine.on_event(Event::Poked);
    assert!(machine.has_caught_up(), "asking again is no gap");
    machine.on_event(Event::Offline);
    machine.on_event(Event::Online);
    machine.on_event(Event::PullFailed(Trouble::Network));
    assert!(!machine.has_caught_up(), "back in the network, and the answer did not come");
    machine.on_event(to_the_end());
    assert!(machine.has_caught_up());
}

#[test]
fn what_is_queued_is_saved_before_it_is_sent() {
    let mut machine = online();
    let queued = machine.on_event(Event::Queued(operation(1, 0)));
    assert!(matches!(&queued[..], [Action::Save(rows)] if matches!(&rows[..], [Row::Waiting(_)])));
    let flushed = machine.on_event(Event::Flush);
    assert!(matches!(&flushed[..], [Action::Save(_), Action::Push(_)]));
}

#[test]
fn what_may_have_been_sent_is_retried_as_it_was_and_newer_words_follow_it() {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    let first = machine.on_event(Event::Flush);
    assert_eq!(machine.base_for(record()).rev, Rev(1));
    machine.on_event(Event::Queued(operation(2, 1)));
    let failed = machine.on_event(Event::PushFailed(Trouble::Network));
    assert!(matches!(&failed[..], [Action::WakeIn(1000)]));
    let retried = machine.on_event(Event::Woke);
    assert_eq!(pushed(&retried), pushed(&first));
    let written = DateTime::UNIX_EPOCH;
    let next = machine.on_event(answer(1, Outcome::Applied { rev: Rev(1), seq: Seq(1), written }));
    assert_eq!(pushed(&next), [OpId::from_random([2; 16])]);
}

#[test]
fn waiting_doubles_up_to_a_minute_and_begins_anew_once_something_works() {
    let mut machine = online();
    let waits: Vec<_> = (0..8)
        .map(|_| match machine.on_event(Event::PullFailed(Trouble::Network))[..] {
            [Action::WakeIn(wait)] => wait,
            _ => 0,
        })
        .collect();
    assert_eq!(waits, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    machine.on_event(Event::Online);
    assert!(matches!(machine.on_event(Event::PullFailed(Trouble::Network))[..], [Action::WakeIn(1000)]));
}

#[test]
fn nothing_is_sent_without_a_session_and_nothing_is_dropped() {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    machine.on_event(Event::PushFailed(Trouble::SignedOut));
    assert!(machine.on_event(Event::Flush).is_empty());
    assert_eq!(machine.pending(), 1);
    assert_eq!(pushed(&machine.on_event(Event::SignedIn)).len(), 1);
}

#[test]
fn what_the_server_never_takes_stays_and_is_not_sent_again() {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    let refused = machine.on_event(answer(1, Outcome::Refused { code: Code::TooLarge }));
    assert_eq!(alarms(&refused), [Alarm::Refused(record(), Code::TooLarge)]);
    assert!(machine.is_pending(record()));
    assert!(machine.on_event(Event::Flush).is_empty());
    // Made from what the refused one was made from: one revision on, it could cover words nobody here has seen.
    assert_eq!(machine.base_for(record()).rev, Rev(0));
    machine.on_event(Event::Queued(operation(2, 0)));
    assert!(machine.refused().is_empty());
    assert_eq!(pushed(&machine.on_event(Event::Flush)), [OpId::from_random([2; 16])]);
}

#[test]
fn what_was_refused_can_be_tried_once_more_as_it_is() {
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    let refused = || answer(1, Outcome::Refused { code: Code::NotPaired });
    machine.on_event(refused());
    assert_eq!(machine.refused(), [record()]);
    // The same operation: whatever became of the first try, it is done once.
    assert_eq!(pushed(&machine.on_event(Event::TryRefused)), [OpId::from_random([1; 16])]);
    assert!(machine.refused().is_empty());
    machine.on_event(refused());
    assert_eq!((machine.refused(), machine.pending()), (vec![record()], 1));
}

#[test]
fn what_is_longer_than_the_server_takes_stays_here_until_it_is_shorter_and_holds_nothing_up() {
    let long = |number, bytes| {
        let mut operation = operation(number, 0);
        if let Change::Put { content, .. } = &mut operation.change {
            *content = Sealed(vec![number; bytes]);
        }
        operation
    };
    let mut machine = online();
    let kept = machine.on_event(Event::Queued(long(1, limits::RECORD_BYTES + 1)));
    let other = Operation { record: RecordId::from_random([3; 16]), ..operation(3, 0) };
    machine.on_event(Event::Queued(other));
    assert_eq!(pushed(&machine.on_event(Event::Flush)), [OpId::from_random([3; 16])]);
    assert!(machine.is_pending(record()) && machine.is_too_long(record()));
    assert_eq!((machine.too_long(), machine.is_too_long(RecordId::from_random([3; 16]))), (1, false));
    let outcome = Outcome::Applied { rev: Rev(1), seq: Seq(1), written: DateTime::UNIX_EPOCH };
    assert!(pushed(&machine.on_event(answer(3, outcome))).is_empty());

    // Another start changes nothing of it.
    let base = machine.base_for(record());
    let [Action::Save(rows)] = &kept[..] else { panic!("it is kept, and nothing else") };
    let [Row::Waiting(waiting)] = &rows[..] else { panic!("it waits") };
    let mut machine = Machine::restore(me(), Saved { waiting: vec![waiting.clone()], ..Saved::default() });
    machine.on_event(Event::SignedIn);
    assert!(pushed(&machine.on_event(Event::Online)).is_empty());
    assert_eq!((machine.too_long(), machine.base_for(record())), (1, base));

    machine.on_event(Event::Queued(long(2, limits::RECORD_BYTES)));
    assert_eq!(pushed(&machine.on_event(Event::Flush)), [OpId::from_random([2; 16])]);
    assert_eq!(machine.too_long(), 0);
}

#[test]
fn what_was_never_sent_is_deleted_without_asking_the_server() {
    let deletion = |base| Operation { change: Change::Delete, ..operation(2, base) };
    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    let deleted = machine.on_event(Event::Queued(deletion(0)));
    assert!(matches!(&deleted[..], [Action::Save(rows)] if matches!(&rows[..], [Row::Settled(_)])));
    assert!(machine.on_event(Event::Flush).is_empty() && !machine.is_pending(record()));

    let mut machine = online();
    machine.on_event(Event::Queued(operation(1, 0)));
    machine.on_event(Event::Flush);
    machine.on_event(Event::Queued(deletion(1)));
    assert!(machine.is_pending(record()), "it may have arrived");
}

#[test]
fn a_dishonest_server_is_noticed_and_the_newest_words_are_kept() {
    let table = [
        (item(2, 1, 5), Alarm::OlderRevision(record())),
        (item(3, 1, 6), Alarm::Altered(record())),
        (item(4, 0, 6), Alarm::LowerEpoch(record())),
        (Item { state: State::Gone, ..item(2, 1, 5) }, Alarm::OlderRevision(record())),
    ];
    for (dishonest, alarm) in table {
        // Where it once stood in the feed, and as if it were new.
        for seq in [dishonest.seq, Seq(10)] {
            let mut machine = online();
            machine.on_event(page(item(3, 1, 5)));
            let actions = machine.on_event(page(Item { seq, ..dishonest.clone() }));
            assert_eq!(alarms(&actions), [alarm]);
            assert!(!actions.iter().any(|action| matches!(action, Action::Changed(_))));
            assert_eq!(machine.known(record()), Some(&item(3, 1, 5)));
        }
    }
}

#[test]
fn a_page_that_was_overtaken_by_our_own_push_is_no_alarm() {
    let mut machine = online();
    for (number, base) in [(1, 0), (2, 1)] {
        machine.on_event(Event::Queued(operation(number, base)));
        machine.on_event(Event::Flush);
        let (rev, seq) = (Rev(base + 1), Seq((base + 1).into()));
        let outcome = Outcome::Applied { rev, seq, written: DateTime::UNIX_EPOCH };
        machine.on_event(answer(number, outcome));
    }
    let actions = machine.on_event(page(item(1, 0, 1)));
    assert_eq!(alarms(&actions), []);
    assert_eq!(machine.known(record()).map(|known| known.rev), Some(Rev(2)));
}

#[test]
fn a_tombstone_cannot_be_undone_by_showing_the_old_record() {
    let mut machine = online();
    machine.on_event(page(Item { state: State::Gone, ..item(3, 1, 5) }));
    assert_eq!(alarms(&machine.on_event(page(item(3, 1, 5)))), [Alarm::OlderRevision(record())]);
}

#[test]
fn a_feed_that_ends_before_where_we_were_is_noticed() {
    let mut machine = online();
    machine.on_event(page(item(3, 1, 5)));
    let short = || Event::Pulled(Page { items: Vec::new(), next: Seq(2), more: false });
    let anew = machine.on_event(short());
    assert!(matches!(&anew[..], [Action::Pull { after: Seq(0), seen: Seq(0), .. }]));
    assert_eq!(alarms(&machine.on_event(short())), [Alarm::FeedWentBack]);
}

#[test]
fn a_push_that_is_too_large_is_made_smaller() {
    let mut machine = online();
    for number in 1..=4 {
        let mut operation = operation(number, 0);
        operation.record = RecordId::from_random([number; 16]);
        machine.on_event(Event::Queued(operation));
    }
    let mut sizes = vec![pushed(&machine.on_event(Event::Flush)).len()];
    for _ in 0..8 {
        machine.on_event(Event::PushFailed(Trouble::TooLarge));
        sizes.push(pushed(&machine.on_event(Event::Woke)).len());
    }
    assert_eq!((sizes[0], *sizes.last().unwrap()), (4, 1));
}
