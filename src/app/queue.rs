//! How many instances are asked at once: with two hundred of them the list must neither hammer the network and the
//! keyring nor keep the person waiting for their own.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// Questions at once.
const AT_ONCE: usize = 4;

/// A queue in which at most [`AT_ONCE`] wait for an answer; the rest wait their turn.
#[derive(Debug, Clone)]
pub(super) struct Queue {
    seats: Arc<Semaphore>,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            seats: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Queue {
    /// Does it when it is its turn.
    pub(super) async fn turn<T>(&self, work: impl Future<Output = T>) -> T {
        // The semaphore is never closed; if it were, asking at once would be better than never.
        let _seat = self.seats.acquire().await.ok();

        work.await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn r_44_of_two_hundred_questions_four_are_under_way_and_all_are_answered() {
        let queue = Queue::default();
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let asked = (0..200).map(|_| {
            queue.turn(async {
                let under_way = now.fetch_add(1, Ordering::SeqCst) + 1;
                let _ = most.fetch_max(under_way, Ordering::SeqCst);
                tokio::task::yield_now().await;
                let _ = now.fetch_sub(1, Ordering::SeqCst);
            })
        });
        let answered = iced::futures::future::join_all(asked).await;

        assert_eq!(answered.len(), 200);
        assert_eq!(most.load(Ordering::SeqCst), AT_ONCE);
    }
}
