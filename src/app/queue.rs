//! How many instances are asked at once. With two hundred of them the list must neither flood the network and the keyring
//! nor keep the person waiting for their own (R-44: a long list stays quick).

use std::{sync::Arc, time::Duration};

use iced::futures::{
    Stream, StreamExt as _,
    stream::{self, FuturesUnordered},
};
use tokio::sync::Semaphore;

/// How many requests run at once.
const MAX_CONCURRENT: usize = 4;
/// How much longer answers are collected into one batch for each request. After every batch the window is laid out and
/// painted again, which takes the longer the more instances it shows: a thousand are shown twenty times a second, twenty
/// at once.
const BATCH_DELAY_PER_REQUEST: Duration = Duration::from_micros(50);

/// A queue in which at most [`MAX_CONCURRENT`] requests run; the rest wait for their turn.
#[derive(Debug, Clone)]
pub(super) struct RequestQueue {
    permits: Arc<Semaphore>,
}

impl Default for RequestQueue {
    fn default() -> Self {
        Self {
            permits: Arc::new(Semaphore::new(MAX_CONCURRENT)),
        }
    }
}

impl RequestQueue {
    /// Runs one request when it is its turn.
    pub(super) async fn run<T>(&self, work: impl Future<Output = T>) -> T {
        // The semaphore is never closed; if it were, asking at once would be better than never.
        let _permit = self.permits.acquire().await.ok();

        work.await
    }

    /// Runs a request for each question, each when it is its turn. The answers come in batches as they arrive.
    pub(super) fn run_all<Q, A, F, W>(
        &self,
        questions: Vec<Q>,
        ask: W,
    ) -> impl Stream<Item = Vec<A>> + use<Q, A, F, W>
    where
        F: Future<Output = A>,
        W: Fn(Q) -> F,
    {
        let gap = BATCH_DELAY_PER_REQUEST * u32::try_from(questions.len()).unwrap_or(u32::MAX);
        let answers = questions
            .into_iter()
            .map(|question| {
                let (queue, work) = (self.clone(), ask(question));
                async move { queue.run(work).await }
            })
            .collect::<FuturesUnordered<_>>();

        stream::unfold(answers, move |mut answers| async move {
            let mut gathered = vec![answers.next().await?];
            let mut moment = std::pin::pin!(tokio::time::sleep(gap));
            loop {
                tokio::select! {
                    biased;
                    () = &mut moment => break,
                    answer = answers.next() => match answer {
                        Some(answer) => gathered.push(answer),
                        None => break,
                    },
                }
            }

            Some((gathered, answers))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn r_44_of_two_hundred_questions_four_are_under_way_and_all_are_answered() {
        let queue = RequestQueue::default();
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let asked = (0..200).map(|_| {
            queue.run(async {
                let under_way = now.fetch_add(1, Ordering::SeqCst) + 1;
                let _ = most.fetch_max(under_way, Ordering::SeqCst);
                tokio::task::yield_now().await;
                let _ = now.fetch_sub(1, Ordering::SeqCst);
            })
        });
        let answered = iced::futures::future::join_all(asked).await;

        assert_eq!(answered.len(), 200);
        assert_eq!(most.load(Ordering::SeqCst), MAX_CONCURRENT);
    }

    #[tokio::test]
    async fn r_44_answers_of_one_moment_come_together_and_a_slow_one_holds_up_none() {
        let queue = RequestQueue::default();
        let (let_go, wait) = tokio::sync::oneshot::channel::<()>();
        let wait = std::sync::Mutex::new(Some(wait));
        let answers = queue.run_all((0..200).collect(), move |number| {
            let wait = (number == 0).then(|| wait.lock().ok()?.take()).flatten();
            async move {
                if let Some(wait) = wait {
                    let _ = wait.await;
                }
                number
            }
        });
        let mut answers = std::pin::pin!(answers);
        let (mut count, mut times) = (0, 0);
        while count < 199 {
            count += answers.next().await.map_or(0, |gathered| gathered.len());
            times += 1;
        }

        assert!(times < 20, "{times}");
        drop(let_go);
        assert_eq!(answers.next().await, Some(vec![0]));
        assert_eq!(answers.next().await, None);
    }
}
