//! The screens by simulator: what a person sees and does, with made-up data and no network, and one snapshot for
//! each state in light and dark. A new snapshot is written silently: the run script looks at `git status`.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

mod made_up;
mod snapshots;
mod support;
