//! Work on all cores: what comes is worked on side by side and handed on in the order in which it came.

use std::io;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many items for each core may be under way or done and not handed on: so much is held in memory.
const AHEAD: usize = 4;

/// Works on each item that `produce` gives, at most `most` of them, and hands the results to `take` in the items'
/// order, each as soon as it is there. `produce` runs beside `take`, so that a result does not wait for the next item;
/// it is told no more items are wanted where `take` has failed.
pub fn in_order<T: Send, R: Send>(
    most: usize,
    produce: impl FnOnce(&mut dyn FnMut(T) -> bool) + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(most);
    if cores < 2 {
        let mut taken = Ok(());
        produce(&mut |item| {
            taken = take(work(item));
            taken.is_ok()
        });
        return taken;
    }
    let (order, ordered) = sync_channel::<Receiver<R>>(cores * AHEAD);
    let (jobs, waiting) = channel();
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((item, done)) = next(&waiting) {
                    // Nobody waits for it any more where `take` has failed.
                    let _ = done.send(work(item));
                }
            });
        }
        scope.spawn(move || {
            produce(&mut |item| {
                let (done, result) = channel();
                jobs.send((item, done)).is_ok() && order.send(result).is_ok()
            });
        });
        ordered.into_iter().filter_map(|result| result.recv().ok()).try_for_each(&mut take)
    })
}

/// The next item and where its result goes; nothing where no more come.
fn next<T, R>(waiting: &Mutex<Receiver<(T, Sender<R>)>>) -> Option<(T, Sender<R>)> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut found = Vec::new();
        let produce = |give: &mut dyn FnMut(u64) -> bool| (0..200).for_each(|item| assert!(give(item)));
        // The earlier of two neighbours takes longer.
        let work = |item: u64| (0..(item % 2) * 20_000).fold(item, |sum, one| std::hint::black_box(sum + one - one));
        in_order(usize::MAX, produce, work, |item| {
            found.push(item);
            Ok(())
        })
        .expect("all are taken");
        assert_eq!(found, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_more_is_asked_for_where_a_result_is_refused() {
        let produce = |give: &mut dyn FnMut(u64) -> bool| assert!((0..).any(|item| !give(item)));
        let refused = in_order(
            usize::MAX,
            produce,
            |item| item,
            |item| match item {
                0..5 => Ok(()),
                _ => Err(io::ErrorKind::BrokenPipe.into()),
            },
        );
        assert_eq!(refused.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe));
    }
}
