//! Diagnostics on standard error, off unless `RUST_LOG` asks. Only Latchkey's own events are let through, whatever
//! the filter says: those of the HTTP stack could show an `Authorization` header or a body (S-40).

use std::io;

use tracing::{Subscriber, level_filters::LevelFilter};
use tracing_subscriber::{
    Layer,
    filter::Targets,
    fmt::{self, MakeWriter},
    layer::SubscriberExt,
    registry,
};

/// The target of this crate's events; those of its modules begin with it and `::`.
const CRATE_TARGET: &str = "latchkey";

/// Starts the diagnostics if `RUST_LOG` asks for them. A filter that cannot be read is ignored with a warning.
pub(super) fn start() {
    let Some(filter) = super::environment::rust_log() else {
        return;
    };
    match filter.parse() {
        Ok(targets) => {
            let _ = tracing::subscriber::set_global_default(subscriber(&targets, io::stderr));
        }
        Err(_) => super::terminal::print_labelled(
            super::terminal::Label::Warning,
            "RUST_LOG cannot be read and is ignored; RUST_LOG=debug is an example.",
        ),
    }
}

fn subscriber<W>(asked: &Targets, writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    let layer = fmt::layer()
        .with_writer(writer)
        .with_filter(only_ours(asked));

    registry().with(layer)
}

/// The part of a filter that concerns Latchkey; a level without a target applies to Latchkey alone.
fn only_ours(asked: &Targets) -> Targets {
    let general = asked.default_level().unwrap_or(LevelFilter::OFF);
    let ours = asked
        .iter()
        .filter(|(target, _)| *target == CRATE_TARGET || target.starts_with("latchkey::"))
        .map(|(target, level)| (target.to_owned(), level));

    Targets::new()
        .with_target(CRATE_TARGET, general)
        .with_targets(ours)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Captured(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Captured {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn captured(filter: &str) -> String {
        let captured = Captured::default();
        let writer = captured.clone();
        tracing::subscriber::with_default(
            subscriber(&filter.parse().unwrap(), move || writer.clone()),
            || {
                tracing::error!(target: "hyper::proto::h1", "Authorization: Bearer eyJsecret");
                tracing::error!(target: "reqwest::connect", "body eyJsecret");
                tracing::error!(target: "h2", "eyJsecret");
                tracing::trace!(target: "latchkey::service", "fine detail");
                tracing::debug!(target: "latchkey", "coarse detail");
            },
        );

        let bytes = captured.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn s_40_dependencies_stay_silent_at_every_level() {
        for filter in [
            "trace",
            "hyper=trace",
            "hyper=trace,reqwest=trace,h2=trace,latchkey=trace",
            "h=trace",
            "hyper::proto::h1=trace",
            "",
        ] {
            let output = captured(filter);
            assert!(!output.contains("eyJsecret"), "{filter}: {output}");
        }
    }

    #[test]
    fn our_own_events_follow_the_filter() {
        assert!(captured("trace").contains("fine detail"));
        assert!(captured("latchkey=debug").contains("coarse detail"));
        assert!(!captured("latchkey=debug").contains("fine detail"));
        assert!(captured("latchkey::service=trace").contains("fine detail"));
        assert!(!captured("hyper=trace").contains("coarse detail"));
        assert!(!captured("off").contains("coarse detail"));
    }
}
